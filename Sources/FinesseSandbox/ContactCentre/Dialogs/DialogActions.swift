/// What can be done in a call.
///
/// Source: Finesse REST guide, "Actions Parameter Values".
enum DialogAction: String, Codable, CaseIterable, Hashable, Sendable {
    case makeCall = "MAKE_CALL"
    case answer = "ANSWER"
    case hold = "HOLD"
    case retrieve = "RETRIEVE"
    case drop = "DROP"
    case updateCallData = "UPDATE_CALL_DATA"
    case sendDTMF = "SEND_DTMF"
    case consultCall = "CONSULT_CALL"
    case conference = "CONFERENCE"
    case transfer = "TRANSFER"
    case singleStepTransfer = "TRANSFER_SST"
    case silentMonitor = "SILENT_MONITOR"
    case bargeCall = "BARGE_CALL"
    case participantDrop = "PARTICIPANT_DROP"
    case updateScheduledCallback = "UPDATE_SCHEDULED_CALLBACK"
    case cancelScheduledCallback = "CANCEL_SCHEDULED_CALLBACK"
    case startRecording = "START_RECORDING"
    case reclassify = "RECLASSIFY"
    case accept = "ACCEPT"
    case reject = "REJECT"
    case close = "CLOSE"

    /// Whether it begins a call, and is posted to a user's dialogs.
    var beginsCall: Bool { [.makeCall, .silentMonitor, .bargeCall].contains(self) }
    /// Whether it answers a reservation.
    var answersReservation: Bool { [.accept, .reject, .close].contains(self) }
}

/// Which actions a place in a call allows.
enum DialogActions {
    /// The actions of a place.
    ///
    /// - Parameters:
    ///   - participant: The place.
    ///   - dialog: The call.
    ///   - hasActiveCall: Whether the agent talks on another call.
    ///   - deployment: The product.
    /// - Returns: The actions, in the order in which they are written.
    static func of(
        _ participant: DialogRecord.Participant,
        in dialog: DialogRecord,
        hasActiveCall: Bool,
        _ deployment: SandboxDeployment
    ) -> [DialogAction] {
        guard !participant.isSilent else { return [] }
        if dialog.kind == .preview { return participant.state == .alerting ? [.accept, .reject, .close] : [] }
        if dialog.kind == .monitor { return monitor(participant.state, deployment) }
        switch participant.state {
        case .initiating, .initiated: return [.drop, .updateCallData]
        case .alerting: return [.answer]
        case .active:
            var actions: [DialogAction] = [
                .hold, .drop, .updateCallData, .consultCall, .singleStepTransfer, .sendDTMF,
            ]
            if deployment == .uccx { actions.append(.startRecording) }
            if dialog.campaign != nil {
                actions += [.updateScheduledCallback, .cancelScheduledCallback]
                if dialog.campaign?.mode == .directPreview { actions.append(.reclassify) }
            }
            return actions
        case .held:
            return [.retrieve, .drop, .updateCallData] + (hasActiveCall ? [.transfer, .conference] : [])
        case .failed: return [.drop]
        case .wrapUp: return [.updateCallData]
        case .dropped, .accepted: return []
        }
    }

    private static func monitor(_ state: ParticipantState, _ deployment: SandboxDeployment) -> [DialogAction] {
        guard state == .active else { return state.isLive ? [.drop] : [] }
        return [.drop, .bargeCall] + (deployment == .uccx ? [.startRecording] : [])
    }
}

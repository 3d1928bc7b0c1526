extension SandboxWorld {
    /// Judges a request about calls as Finesse does; an accepted one takes effect a little later.
    ///
    /// - Parameters:
    ///   - order: The request.
    ///   - caller: Who asks.
    /// - Throws: Why it is refused.
    func accept(_ order: DialogOrder, from caller: SandboxUser) throws(ApiError) {
        if order.action.beginsCall {
            try checkBeginning(order, from: caller)
        } else {
            try checkAction(order, from: caller)
        }
        request(order)
    }

    private func checkBeginning(_ order: DialogOrder, from caller: SandboxUser) throws(ApiError) {
        let record = agent(caller.loginId)
        guard record.isSignedIn else {
            throw .callState("The agent is not signed in", record.state.rawValue)
        }
        guard record.phone == order.address else {
            throw .invalidInput("fromAddress must be the agent's extension", "fromAddress")
        }
        guard order.action != .makeCall else { return }
        guard let target = agentAt(order.to).flatMap({ directory.user(named: $0) }), target.teamId == caller.teamId
        else { throw .invalidDestination("toAddress must be the extension of an agent of the team", order.to) }
        if order.action == .silentMonitor {
            guard record.state == .notReady else {
                throw .callState("The supervisor must be NOT_READY", record.state.rawValue)
            }
            return
        }
        guard let monitor = monitoring(caller.loginId, of: order.to),
            let call = monitor.associatedId.flatMap({ dialog($0) }),
            [monitor.id, call.id].contains(order.associatedId)
        else { throw .callState("The supervisor does not monitor the call", order.associatedId) }
        try checkBarge(call, order.to)
    }

    private func checkBarge(_ call: DialogRecord, _ address: String) throws(ApiError) {
        guard call.participant(address)?.state != .held else {
            throw .invalidDestination("The agent has the call on hold", address)
        }
        guard call.live.count < configuration.contactCentre.conferenceLimit else {
            throw .callState("The conference has as many parties as it may have", call.id, type: "20700")
        }
        let consults = agentAt(address).map { dialogs(of: $0) }?.contains {
            $0.associatedId == call.id && $0.kind == .consult
        }
        guard consults != true, !call.isConference || call.controller == address else {
            throw .callState("The agent is not the conference's controller, or consults", call.id, type: "20999")
        }
    }

    private func checkAction(_ order: DialogOrder, from caller: SandboxUser) throws(ApiError) {
        guard let dialog = dialog(order.dialogId) else {
            let isReservations = order.action.answersReservation || order.action == .reclassify
            throw .dialogNotFound(order.dialogId, type: isReservations ? "Dialog Not Found" : "Not Found")
        }
        let supervises =
            caller.isSupervisor
            && dialog.participants.contains { party in
                party.loginId.flatMap { directory.user(named: $0) }?.teamId == caller.teamId
            }
        if order.action == .participantDrop { return try checkParticipantDrop(order, dialog, caller, supervises) }
        let own = dialog.participants.last { $0.loginId == caller.loginId }
        if order.action == .updateCallData {
            guard own != nil || supervises else { throw .otherUser(caller.loginId) }
            return
        }
        guard let own, own.address == order.address else { throw .otherUser(caller.loginId) }
        let isHeld = own.state == .held
        switch order.action {
        case .sendDTMF where isHeld, .startRecording where isHeld && configuration.deployment == .uccx:
            throw .callState("The call is on hold", order.address, status: 401)
        case .startRecording where configuration.deployment == .ucce:
            throw .notImplemented("/finesse/api/Dialog/\(order.dialogId)")
        case .accept, .reject, .close:
            guard configuration.serves(dialog) else { throw .notImplemented("/finesse/api/Dialog/\(order.dialogId)") }
        default: break
        }
    }

    private func checkParticipantDrop(
        _ order: DialogOrder,
        _ dialog: DialogRecord,
        _ caller: SandboxUser,
        _ supervises: Bool
    ) throws(ApiError) {
        guard configuration.deployment == .ucce else {
            throw .notImplemented("/finesse/api/Dialog/\(order.dialogId)")
        }
        let own = dialog.participant(agent(caller.loginId).phone)
        let isAllowed =
            switch configuration.contactCentre.enableDropParticipantFor {
            case .supervisorOnly: supervises
            case .controllerAndSupervisor: supervises || (own != nil && dialog.controller == own?.address)
            case .all: supervises || own != nil
            }
        guard isAllowed else { throw .notAuthorized(caller.loginId) }
        guard let target = dialog.participant(order.address), target.loginId != nil, target.state.isLive else {
            throw .invalidDestination("There is no such agent in the conference", order.address)
        }
    }
}

extension SandboxConfiguration {
    /// Whether the product has reservations of a call's kind: Unified CCX has direct previews only, and Unified CCE has them
    /// from 12.6(2) on.
    ///
    /// Source: Finesse REST guide 12.5, "Outbound Option Preview" and "Direct Preview"; later ones, "Outbound call types".
    fileprivate func serves(_ dialog: DialogRecord) -> Bool {
        switch (deployment, dialog.campaign?.mode) {
        case (.uccx, let mode): mode == .directPreview
        case (.ucce, .directPreview): release.map { [.release1262, .release150].contains($0) } ?? true
        case (.ucce, _): true
        }
    }
}

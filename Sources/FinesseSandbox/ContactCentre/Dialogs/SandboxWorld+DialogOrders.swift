extension SandboxWorld {
    /// Lets what was accepted happen a little later.
    func request(_ order: DialogOrder) {
        schedule(.centre(.dialog(order)), after: configuration.desktop.stateChangeDelay)
    }

    /// Does what was accepted, or reports why not.
    func perform(_ order: DialogOrder) {
        do throws(CentreFault) {
            switch order.action {
            case .makeCall: try makeCall(order)
            case .silentMonitor: try monitor(order)
            case .bargeCall: try barge(order)
            default:
                guard let dialog = dialog(order.dialogId) else { throw .callState }
                apply(try steps(of: order, on: dialog), for: order)
            }
        } catch {
            let source =
                order.dialogId.isEmpty
                ? "/finesse/api/User/\(order.loginId)/Dialogs" : "/finesse/api/Dialog/\(order.dialogId)"
            publish(error, about: source, at: order.loginId, order.requestId, suffix: "/Dialogs")
        }
    }

    /// What becomes of a call by a request.
    private func steps(of order: DialogOrder, on dialog: DialogRecord) throws(CentreFault) -> [DialogRecord] {
        let now = clock.now
        let isBusy = hasActiveCall(order.loginId, besides: dialog.id)
        switch order.action {
        case .answer:
            guard !isBusy else { throw .callState }
            let steps = try DialogRules.answer(dialog, order.address, at: now)
            answered(dialog)
            return steps
        case .hold: return try DialogRules.hold(dialog, order.address, at: now)
        case .retrieve: return try DialogRules.retrieve(dialog, order.address, isBusy: isBusy, at: now)
        case .drop:
            guard let party = dialog.participant(order.address), party.state.isLive, !party.isSilent,
                party.state != .alerting
            else { throw .callState }
            return DialogRules.drop(dialog, order.address, work: work, at: now)
        case .participantDrop:
            guard dialog.participant(order.address)?.state.isLive == true, dialog.isConference else { throw .callState }
            return DialogRules.drop(dialog, order.address, work: work, at: now)
        case .consultCall: return try consult(order, dialog)
        case .singleStepTransfer: return try singleStepTransfer(order, dialog)
        case .transfer, .conference: return try join(order, dialog)
        case .updateCallData: return try update(order, dialog)
        case .sendDTMF:
            guard dialog.participant(order.address)?.state == .active, dialog.kind != .monitor else { throw .callState }
            let digits = configuration.deployment == .ucce ? "0123456789*#ABCD" : "0123456789*#"
            guard order.value.allSatisfy(digits.contains) else { throw .value }
            return []
        case .startRecording:
            guard dialog.participant(order.address)?.state == .active else { throw .callState }
            var next = dialog
            next.isRecorded = true
            return [next]
        case .accept, .reject, .close: return try answerReservation(order, dialog)
        case .reclassify:
            guard dialog.campaign != nil, dialog.kind != .preview else { throw .callState }
            var next = dialog
            next.campaign?.response = order.value
            next.set("BAResponse", order.value)
            return [next]
        case .updateScheduledCallback:
            guard dialog.campaign != nil else { throw .callState }
            var next = dialog
            var callback = dialog.callback ?? ScheduledCallback()
            if !order.callback.time.isEmpty { callback.time = order.callback.time }
            if !order.callback.number.isEmpty { callback.number = order.callback.number }
            next.callback = callback
            return [next]
        case .cancelScheduledCallback:
            guard dialog.campaign != nil, dialog.callback != nil else { throw .callState }
            var next = dialog
            next.callback = nil
            return [next]
        case .makeCall, .silentMonitor, .bargeCall: return []
        }
    }

    private func update(_ order: DialogOrder, _ dialog: DialogRecord) throws(CentreFault) -> [DialogRecord] {
        var next = dialog
        let known = Dictionary(
            configuration.eccVariables.map { ($0.name, $0.length) },
            uniquingKeysWith: { first, _ in first }
        )
        next.variables = try CallVariables.updated(
            order.variables,
            over: dialog.variables,
            lengths: configuration.deployment == .ucce ? known : nil
        )
        if let reason = order.wrapUpReason { next.wrapUpReason = reason }
        if let items = order.wrapUpItems { next.wrapUpItems = items }
        return [next]
    }

    private func consult(_ order: DialogOrder, _ dialog: DialogRecord) throws(CentreFault) -> [DialogRecord] {
        guard dialog.kind == .call || dialog.kind == .consult,
            dialog.participant(order.address)?.state == .active, !hasActiveCall(order.loginId, besides: dialog.id)
        else { throw .callState }
        try mayAdd(to: dialog, order.address)
        let held = try DialogRules.hold(dialog, order.address, at: clock.now)
        var call = DialogRecord(
            id: makeDialogId(),
            from: order.address,
            to: order.to,
            dialedNumber: order.to,
            callType: "CONSULT"
        )
        call.kind = .consult
        call.associatedId = dialog.id
        call.variables = dialog.variables
        return held + begin(call, by: order)
    }

    /// Only who made a conference may add to it.
    private func mayAdd(to dialog: DialogRecord, _ address: String) throws(CentreFault) {
        guard dialog.isConference, dialog.controller != address else { return }
        throw configuration.deployment == .uccx ? .controller : .callState
    }

    private func singleStepTransfer(
        _ order: DialogOrder,
        _ dialog: DialogRecord
    ) throws(CentreFault)
        -> [DialogRecord]
    {
        guard dialog.kind == .call || dialog.kind == .consult, dialog.participant(order.address)?.state == .active
        else {
            throw .callState
        }
        let target = destination(order.to)
        guard target.failure == nil, dialog.participant(order.to)?.state.isLive != true else { throw .callFailure }
        var next = dialog
        next.participants.append(DialogRecord.Participant(order.to, target.loginId, .alerting, at: clock.now))
        (next.callType, next.kind, next.associatedId) = ("TRANSFER", .call, nil)
        if target.loginId == nil {
            schedule(
                .centre(.answers(dialogId: dialog.id, address: order.to)),
                after: configuration.contactCentre.answerDelay
            )
        }
        return DialogRules.drop(next, order.address, work: work, at: clock.now)
    }

    private func join(_ order: DialogOrder, _ held: DialogRecord) throws(CentreFault) -> [DialogRecord] {
        guard held.participant(order.address)?.state == .held else { throw .callState }
        let other = dialogs(of: order.loginId).first { other in
            other.id != held.id && other.kind != .monitor && other.participant(order.address)?.state == .active
        }
        guard let active = other else { throw .callState }
        if order.action == .transfer {
            return DialogRules.transfer(
                held: held,
                active: active,
                by: order.address,
                deployment: configuration.deployment,
                work: work,
                at: clock.now
            )
        }
        try mayAdd(to: held, order.address)
        guard held.live.count + active.live.count - 1 <= configuration.contactCentre.conferenceLimit else {
            throw .callState
        }
        return DialogRules.conference(
            held: held,
            active: active,
            by: order.address,
            deployment: configuration.deployment,
            at: clock.now
        )
    }

    private func answerReservation(
        _ order: DialogOrder,
        _ dialog: DialogRecord
    ) throws(CentreFault)
        -> [DialogRecord]
    {
        guard dialog.kind == .preview, dialog.participant(order.address)?.state == .alerting else { throw .callState }
        guard order.action == .accept else {
            return DialogRules.end(dialog, work: { _, _ in false }, at: clock.now)
        }
        var next = dialog
        next.change(order.address) { $0.enter(.accepted, at: clock.now) }
        schedule(.centre(.customerAnswers(dialogId: dialog.id)), after: configuration.contactCentre.answerDelay)
        return [next]
    }
}

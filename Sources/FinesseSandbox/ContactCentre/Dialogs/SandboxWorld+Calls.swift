/// Where a number leads.
struct CallDestination: Hashable, Sendable {
    /// The agent who is signed in there; nothing for other phones.
    var loginId: String?
    /// Why it cannot be reached: a `stateCause`.
    var failure: String?
}

extension SandboxWorld {
    /// Where a number leads now.
    func destination(_ number: String) -> CallDestination {
        let centre = configuration.contactCentre
        if let loginId = agentAt(number) {
            let record = agent(loginId)
            let isBusy =
                hasActiveCall(loginId)
                || dialogs(of: loginId).contains { dialog in
                    dialog.participants.contains { $0.loginId == loginId && $0.state == .alerting }
                }
            return CallDestination(loginId: loginId, failure: isBusy || record.state == .reserved ? "BUSY" : nil)
        }
        if centre.busyNumbers.contains(number) { return CallDestination(failure: "BUSY") }
        let digits = number.hasPrefix("+") ? number.dropFirst() : Substring(number)
        let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, !centre.unknownNumbers.contains(number) else {
            return CallDestination(failure: "BAD_DESTINATION")
        }
        return CallDestination()
    }

    /// An agent dials.
    func makeCall(_ order: DialogOrder) throws(CentreFault) {
        var record = agent(order.loginId)
        guard record.phone == order.address, !hasActiveCall(order.loginId) else { throw .callState }
        switch record.state {
        case .notReady, .hold, .talking: break
        case .ready:
            guard configuration.dialsFromReady else { throw .agentState }
            // Source: Finesse REST guide, "Create a New Dialog (Make a Call)".
            record.enter(
                .notReady,
                reasonCodeId: systemReasonCode(50_006, category: "NOT_READY")?.id ?? -1,
                at: clock.now
            )
            put(record, of: order.loginId, requestId: order.requestId)
        default: throw .agentState
        }
        let lengths = Dictionary(
            configuration.eccVariables.map { ($0.name, $0.length) },
            uniquingKeysWith: { first, _ in first }
        )
        var call = DialogRecord(
            id: makeDialogId(),
            from: order.address,
            to: order.to,
            dialedNumber: order.to,
            callType: agentAt(order.to) == nil ? "OUT" : "AGENT_INSIDE"
        )
        call.variables = try CallVariables.updated(order.variables, over: [], lengths: lengths)
        apply(begin(call, by: order), for: order)
    }

    /// A call begins at an agent's phone and is delivered a little later.
    func begin(_ call: DialogRecord, by order: DialogOrder) -> [DialogRecord] {
        var call = call
        call.participants = [
            DialogRecord.Participant(order.address, order.loginId, .initiating, isInitiator: true, at: clock.now)
        ]
        var dialed = call
        dialed.change(order.address) { $0.enter(.initiated, at: clock.now) }
        schedule(.centre(.delivered(dialogId: call.id)), after: configuration.desktop.stateChangeDelay)
        return [call, dialed]
    }

    /// A dialled call reaches the other phone, or does not.
    func deliver(_ id: String) {
        guard let call = dialog(id), let caller = call.participants.first(where: { $0.state == .initiated }) else {
            return
        }
        var next = call
        let target = destination(call.to)
        if let failure = target.failure {
            next.change(caller.address) { $0.enter(.failed, cause: failure, at: clock.now) }
        } else {
            next.participants.append(DialogRecord.Participant(call.to, target.loginId, .alerting, at: clock.now))
            if target.loginId == nil {
                schedule(
                    .centre(.answers(dialogId: id, address: call.to)),
                    after: configuration.contactCentre.answerDelay
                )
            }
        }
        apply([next])
    }

    /// Somebody outside answers.
    func answers(_ id: String, _ address: String) {
        guard let call = dialog(id), call.participant(address)?.state == .alerting else { return }
        do throws(CentreFault) {
            apply(try DialogRules.answer(call, address, at: clock.now))
        } catch {
            // It rings, so it can be answered.
            return
        }
    }

    /// A supervisor listens to an agent.
    func monitor(_ order: DialogOrder) throws(CentreFault) {
        let deployment = configuration.deployment
        guard agent(order.loginId).state == .notReady, !hasActiveCall(order.loginId) else { throw .agentState }
        guard let target = agentAt(order.to) else { throw .callFailure }
        let state = agent(target).state
        let call = dialogs(of: target).last { call in
            call.kind != .monitor && call.participant(order.to)?.state == .active
        }
        switch (deployment, state) {
        case (.ucce, .ready), (.ucce, .work), (.ucce, .workReady): throw .agentState
        case (.ucce, .talking): break
        case (.uccx, .talking), (.uccx, .notReady): break
        default: throw .monitor(deployment)
        }
        guard let call else { throw .monitor(deployment) }
        var monitor = DialogRecord(
            id: makeDialogId(),
            from: order.address,
            to: order.to,
            dialedNumber: order.to,
            callType: "SUPERVISOR_MONITOR"
        )
        monitor.kind = .monitor
        monitor.associatedId = call.id
        var listened = DialogRecord.Participant(order.to, target, .active, at: clock.now)
        listened.isSilent = true
        monitor.participants = [
            DialogRecord.Participant(order.address, order.loginId, .active, isInitiator: true, at: clock.now), listened,
        ]
        apply([monitor], for: order)
    }

    /// A supervisor who listens joins the call.
    func barge(_ order: DialogOrder) throws(CentreFault) {
        guard let monitor = monitoring(order.loginId, of: order.to),
            var call = monitor.associatedId.flatMap({ dialog($0) })
        else { throw .callState }
        call.participants.append(
            DialogRecord.Participant(order.address, order.loginId, .active, isInitiator: true, at: clock.now)
        )
        call.callType = "CONFERENCE"
        call.controller = call.controller ?? order.to
        apply([call] + DialogRules.end(monitor, work: { _, _ in false }, at: clock.now), for: order)
    }

    /// The dialog in which a supervisor listens to a phone.
    func monitoring(_ loginId: String, of address: String) -> DialogRecord? {
        dialogs(of: loginId).first {
            $0.kind == .monitor && $0.to == address && $0.participants.first?.loginId == loginId
        }
    }
}

extension SandboxConfiguration {
    /// Whether an agent may dial without leaving READY first.
    ///
    /// Source: Finesse REST guide 12.5, "Create a New Dialog (Make a Call)".
    var dialsFromReady: Bool {
        guard deployment == .ucce else { return false }
        return release.map { $0 != .release116 && $0 != .release120 } ?? true
    }
}

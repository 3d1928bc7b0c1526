// How an agent's state follows the calls.
extension SandboxWorld {
    /// Lets an agent's state follow the calls.
    func settle(_ loginId: String, requestId: String = "") {
        // A call that is answered interrupts the work after the one before, which is over then.
        if agent(loginId).state.isWork, calls(of: loginId).isEngaged { unlistWork(of: loginId) }
        endWork(of: loginId)
        var record = agent(loginId)
        // From a talk to READY, and to RESERVED where another call rings: that is as far as it goes.
        for _ in 0..<3 {
            let next = AgentRules.settled(
                record,
                calls: calls(of: loginId),
                deployment: configuration.deployment,
                now: clock.now
            )
            guard next != record else { break }
            // Without what rings the agent is asked again, and signs out then.
            if next.state == .logout, stopRinging(at: loginId) { return }
            put(next, of: loginId, requestId: requestId)
            record = agent(loginId)
        }
        endWork(of: loginId)
    }

    /// Ends what rings at the phone of an agent who signs out.
    ///
    /// - Returns: Whether anything rang.
    @discardableResult
    func stopRinging(at loginId: String) -> Bool {
        let phone = agent(loginId).phone
        var hasRung = false
        // Looked for anew each time: what ends one may end others.
        while let dialog = dialogs(of: loginId).first(where: { $0.participant(phone)?.state == .alerting }) {
            hasRung = true
            apply(DialogRules.drop(dialog, phone, work: { _, _ in false }, at: clock.now))
        }
        return hasRung
    }

    /// What an agent's calls are like.
    private func calls(of loginId: String) -> AgentCalls {
        var calls = AgentCalls()
        for dialog in dialogs(of: loginId) {
            for party in dialog.participants where party.loginId == loginId && !party.isSilent {
                switch party.state {
                case .wrapUp: calls.leavesWork = true
                case .dropped: continue
                case _ where dialog.kind == .preview: calls.isPreview = true
                case .alerting: calls.isAlerting = true
                case .held: calls.isHeld = true
                case .initiating, .initiated, .active, .failed, .accepted:
                    calls.isActive = true
                    calls.talk = talk(of: party, in: dialog)
                }
                // One that left work behind still counts, so that the work follows the talk.
                if dialog.isRouted { calls.isRouted = true }
                if party.state == .held, calls.talk == nil { calls.talk = talk(of: party, in: dialog) }
            }
        }
        return calls
    }

    private func talk(of party: DialogRecord.Participant, in dialog: DialogRecord) -> TalkKind {
        if dialog.campaign != nil { return .outbound }
        if dialog.queueId != nil { return .inbound }
        guard party.isInitiator else {
            return dialog.participants.contains { $0.loginId == nil } ? .inbound : .internal
        }
        return dialog.participants.contains { $0.loginId == nil } ? .outbound : .internal
    }

    /// Takes the calls that left work behind from an agent's list, once the agent is not at that work any more.
    func endWork(of loginId: String) {
        let record = agent(loginId)
        guard !record.state.isWork, record.resume == nil else { return }
        unlistWork(of: loginId)
    }

    private func unlistWork(of loginId: String) {
        for dialog in dialogs(of: loginId) {
            var next = dialog
            for index in next.participants.indices
            where next.participants[index].loginId == loginId && next.participants[index].state == .wrapUp {
                next.participants[index].enter(.dropped, at: clock.now)
            }
            guard next != dialog else { continue }
            for step in DialogRules.unlisted(next) { put(step, for: nil) }
        }
    }
}

extension SandboxWorld {
    /// The call with an id.
    func dialog(_ id: String) -> DialogRecord? { state.dialogs.value(id, now: clock.now) }

    /// An agent's calls, the oldest first.
    func dialogs(of loginId: String) -> [DialogRecord] { agent(loginId).dialogs.compactMap { dialog($0) } }

    /// Whether an agent talks on a call, or dials one.
    func hasActiveCall(_ loginId: String, besides id: String? = nil) -> Bool {
        dialogs(of: loginId).contains { dialog in
            guard dialog.id != id else { return false }
            return dialog.participants.contains { party in
                party.loginId == loginId && !party.isSilent
                    && [.active, .initiating, .initiated, .failed].contains(party.state)
            }
        }
    }

    /// What writes calls now.
    var dialogDocument: DialogDocument {
        DialogDocument(
            deployment: configuration.deployment,
            queueNames: Dictionary(
                configuration.contactCentre.queues.map { ($0.id, $0.name) },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    /// The element of a call.
    func element(_ dialog: DialogRecord, _ name: String = "Dialog") -> FinesseXML {
        dialogDocument.element(dialog, name) { talks($0, besides: dialog.id) }
    }

    /// Whether an agent talks on another call than this one.
    func talks(_ loginId: String, besides id: String) -> Bool {
        dialogs(of: loginId).contains { $0.id != id && $0.isTalk(of: loginId) }
    }

    /// The id of a call that begins.
    func makeDialogId() -> String {
        changeCounters { $0.lastDialog += 1 }
        return String(counters.lastDialog)
    }

    /// Puts calls in place, step by step: those who have them in their lists are told, and agents' states follow.
    ///
    /// - Parameters:
    ///   - steps: The calls, one after the other.
    ///   - order: The request behind them, if any.
    func apply(_ steps: [DialogRecord], for order: DialogOrder? = nil) {
        var touched: [String] = []
        for step in steps {
            for party in step.participants + (dialog(step.id)?.participants ?? []) {
                if let loginId = party.loginId, !touched.contains(loginId) { touched.append(loginId) }
            }
        }
        let offers = touched.map { offeredDialogs(of: $0) }
        for step in steps { put(step, for: order) }
        for (loginId, before) in zip(touched, offers) {
            // An action that came or went with another call.
            for id in offeredDialogs(of: loginId).symmetricDifference(before)
            where !steps.contains(where: { $0.id == id }) {
                guard let dialog = dialog(id) else { continue }
                publish(dialog, at: loginId, .put)
            }
        }
        for loginId in touched { settle(loginId, requestId: order?.loginId == loginId ? order?.requestId ?? "" : "") }
        for loginId in touched { endMonitoring(of: loginId) }
        route()
    }

    /// Puts a call in place, and tells those who have it in their lists.
    func put(_ step: DialogRecord, for order: DialogOrder?) {
        let before = dialog(step.id)
        var loginIds: [String] = []
        for party in step.participants + (before?.participants ?? []) {
            if let loginId = party.loginId, !loginIds.contains(loginId) { loginIds.append(loginId) }
        }
        if step.isOver {
            state.dialogs.remove(step.id, now: clock.now)
        } else {
            state.dialogs.set(step.id, step, now: clock.now)
        }
        for loginId in loginIds {
            let requestId = order?.loginId == loginId ? order?.requestId ?? "" : ""
            switch (before?.isListed(loginId) ?? false, step.isListed(loginId)) {
            case (false, true):
                state.agents.update(loginId) { $0.dialogs.append(step.id) }
                publish(step, at: loginId, .post, requestId)
            case (true, false):
                state.agents.update(loginId) { $0.dialogs.removeAll { $0 == step.id } }
                publish(step, at: loginId, .delete, requestId)
            case (true, true): if before != step { publish(step, at: loginId, .put, requestId) }
            case (false, false): break
            }
        }
    }

    /// The calls on hold that an agent may transfer or join with the one that is talked on.
    private func offeredDialogs(of loginId: String) -> Set<String> {
        let calls = dialogs(of: loginId)
        guard calls.count > 1 else { return [] }
        guard calls.contains(where: { $0.isTalk(of: loginId) }) else { return [] }
        return Set(
            calls.filter { call in
                call.participants.contains { $0.loginId == loginId && $0.state == .held }
            }.map(\.id)
        )
    }

    /// Ends the listening to a call that an agent has left.
    private func endMonitoring(of loginId: String) {
        for monitor in dialogs(of: loginId) where monitor.kind == .monitor {
            guard let target = monitor.participants.first(where: \.isSilent), target.loginId == loginId else {
                continue
            }
            let call = monitor.associatedId.flatMap { dialog($0) }
            if call?.participant(target.address)?.state.isLive == true { continue }
            apply(DialogRules.end(monitor, work: { _, _ in false }, at: clock.now))
        }
    }

    /// Whether a call leaves work behind for a party, as the agent's settings say.
    var work: DialogRules.Work {
        { [directory] party, dialog in
            guard let user = party.loginId.flatMap({ directory.user(named: $0) }) else { return false }
            let isOutgoing = party.isInitiator || dialog.campaign != nil
            switch isOutgoing ? user.wrapUpOnOutgoing : user.wrapUpOnIncoming {
            case .notAllowed: return false
            case .optional: return dialog.isRouted
            case .required, .requiredWithData: return true
            }
        }
    }
}

extension DialogRecord {
    /// Whether an agent talks on the call; listening to somebody else's is no talk.
    func isTalk(of loginId: String) -> Bool {
        kind != .monitor && participants.contains { $0.loginId == loginId && $0.state == .active && !$0.isSilent }
    }

    /// Whether an agent's list has the call.
    func isListed(_ loginId: String) -> Bool { participants.contains { $0.loginId == loginId && $0.isListed } }
}

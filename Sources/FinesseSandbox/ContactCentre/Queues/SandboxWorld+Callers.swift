extension SandboxWorld {
    /// What the contact centre counts.
    var counters: CentreCounters { state.centreCounters.value("", now: clock.now) ?? CentreCounters() }

    /// Changes what the contact centre counts.
    func changeCounters(_ change: (inout CentreCounters) -> Void) {
        var counters = counters
        change(&counters)
        state.centreCounters.set("", counters, now: clock.now)
    }

    /// Draws from chance.
    private func draw<Value>(_ draw: (inout CentreChance) -> Value) -> Value {
        let seed = UInt64(bitPattern: Int64(configuration.contactCentre.callers.seed))
        var chance = CentreChance(state: counters.random ?? seed)
        let value = draw(&chance)
        changeCounters { $0.random = chance.state }
        return value
    }

    /// Lets callers arrive from now on, when the configuration wants it.
    func expectCallers() {
        let callers = configuration.contactCentre.callers
        guard callers.interval > .zero, !counters.expectsCaller else { return }
        let wait = draw { $0.exponential(mean: callers.interval) }
        changeCounters { $0.expectsCaller = true }
        schedule(.centre(.callerArrives), after: wait)
    }

    /// A caller arrives who was expected, and the next one is expected.
    func expectedCallerArrives() {
        changeCounters { $0.expectsCaller = false }
        guard configuration.contactCentre.callers.interval > .zero else { return }
        expectCallers()
        let queues = configuration.contactCentre.queues.filter { !$0.teams.isEmpty }
        guard let queue = draw({ queues.randomElement(using: &$0) }) else { return }
        let digits = draw { Int.random(in: 1_000_000...9_999_999, using: &$0) }
        arrive(at: queue, number: "408\(digits)")
    }

    /// A caller arrives at a queue.
    ///
    /// - Parameters:
    ///   - queue: The queue.
    ///   - number: The caller's number.
    ///   - variables: What the call brings along.
    ///   - patience: After what span the caller gives up; drawn by chance where there is none.
    ///   - handleTime: After what span of talking the caller hangs up; drawn by chance where there is none.
    /// - Returns: The caller's key.
    @discardableResult
    func arrive(
        at queue: SandboxQueue,
        number: String,
        variables: [CallVariable] = [],
        patience: Duration? = nil,
        handleTime: Duration? = nil
    ) -> String {
        let callers = configuration.contactCentre.callers
        let patience = patience ?? (callers.patience > .zero ? draw { $0.exponential(mean: callers.patience) } : .zero)
        let handleTime = handleTime ?? draw { $0.around(callers.handleTime) }
        changeCounters {
            $0.lastCaller += 1
            $0.offered += 1
        }
        let digits = String(counters.lastCaller)
        let key = String(repeating: "0", count: max(0, 9 - digits.count)) + digits
        let caller = WaitingCaller(
            queueId: queue.id,
            number: number,
            arrivedAt: clock.now,
            handleTime: handleTime.wholeMilliseconds,
            variables: variables
        )
        state.callers.set(key, caller, now: clock.now)
        if patience > .zero { schedule(.centre(.callerGivesUp(key: key)), after: patience) }
        for team in queue.teams { noteQueues(of: team) }
        route()
        return key
    }

    /// Brings waiting callers to the agents who are ready the longest.
    func route() {
        guard !readyAgents.isEmpty, !state.callers.entries.isEmpty else { return }
        let queues = Dictionary(
            configuration.contactCentre.queues.map { ($0.id, Set($0.teams)) },
            uniquingKeysWith: { first, _ in first }
        )
        for (key, entry) in state.callers.entries.sorted(by: { $0.key < $1.key }) {
            guard entry.value.dialogId == nil, let teams = queues[entry.value.queueId] else { continue }
            guard let loginId = longestReady(in: teams) else { continue }
            // What follows from the delivery may route as well; each caller is looked at as it is then.
            guard let caller = state.callers.value(key, now: clock.now), caller.dialogId == nil else { continue }
            offer(caller, key: key, to: loginId)
        }
    }

    private func longestReady(in teams: Set<String>) -> String? {
        readyAgents.filter { loginId, _ in
            guard let user = directory.user(named: loginId), teams.contains(user.teamId) else { return false }
            return agent(loginId).dialogs.isEmpty
        }.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    private func offer(_ caller: WaitingCaller, key: String, to loginId: String) {
        let queue = configuration.contactCentre.queues.first { $0.id == caller.queueId }
        let phone = agent(loginId).phone
        var call = DialogRecord(
            id: makeDialogId(),
            from: caller.number,
            to: queue?.number ?? "",
            dialedNumber: queue?.number ?? "",
            callType: configuration.deployment == .ucce ? "PREROUTE_ACD_IN" : "ACD_IN"
        )
        call.queueId = caller.queueId
        call.variables = caller.variables
        call.handleTime = caller.handleTime
        call.callerKey = key
        call.participants = [
            DialogRecord.Participant(caller.number, nil, .initiated, isInitiator: true, at: clock.now),
            DialogRecord.Participant(phone, loginId, .alerting, at: clock.now),
        ]
        state.callers.update(key) { $0.dialogId = call.id }
        schedule(.centre(.ringEnds(dialogId: call.id)), after: configuration.contactCentre.ringTime)
        apply([call])
    }

    /// A call was answered: when a waiting caller is behind it, that one waits no more, and talks for a while.
    func answered(_ dialog: DialogRecord) {
        guard let key = dialog.callerKey, state.callers.remove(key, now: clock.now) != nil else { return }
        changeCounters { $0.answered += 1 }
        guard dialog.handleTime > 0, let caller = dialog.participants.first(where: { $0.loginId == nil }) else {
            return
        }
        schedule(
            .centre(.hangsUp(dialogId: dialog.id, address: caller.address)),
            after: .milliseconds(dialog.handleTime)
        )
    }

    /// Nobody answered: the call leaves the agent and waits again.
    func ringEnds(_ id: String) {
        guard let call = dialog(id), let key = call.callerKey,
            let agent = call.participants.first(where: { $0.loginId != nil && $0.state == .alerting })
        else { return }
        state.callers.update(key) { $0.dialogId = nil }
        var next = call
        next.participants.removeAll { $0.loginId == nil }
        next.change(agent.address) { $0.enter(.dropped, at: clock.now) }
        apply(DialogRules.unlisted(next))
    }

    /// A caller who waits, or whose call rings, gives up.
    func givesUp(_ key: String) {
        guard let caller = state.callers.remove(key, now: clock.now) else { return }
        changeCounters { $0.abandoned += 1 }
        if let call = caller.dialogId.flatMap({ dialog($0) }) {
            apply(DialogRules.drop(call, caller.number, work: work, at: clock.now))
        }
        for team in configuration.contactCentre.queues.first(where: { $0.id == caller.queueId })?.teams ?? [] {
            noteQueues(of: team)
        }
    }

    /// A party outside hangs up, in whatever call it is by then.
    func hangsUp(_ id: String, _ address: String) {
        let call =
            dialog(id)
            ?? state.dialogs.values(now: clock.now).first { call in
                call.secondaryId == id && call.participant(address)?.state.isLive == true
            }
        guard let call, call.participant(address)?.state.isLive == true else { return }
        apply(DialogRules.drop(call, address, work: work, at: clock.now))
    }
}

extension SandboxWorld {
    /// What is known about an agent.
    func agent(_ loginId: String) -> AgentRecord { state.agents.value(loginId, now: clock.now) ?? AgentRecord() }

    /// The agent who is signed in at a phone.
    func agentAt(_ phone: String) -> String? { devices[phone] }

    /// What a request about an agent's state is judged by.
    private func situation(of user: SandboxUser) -> AgentRules.Situation {
        AgentRules.Situation(
            record: agent(user.loginId),
            deployment: configuration.deployment,
            reasons: Dictionary(
                uniqueKeysWithValues: ReasonCodeRules.categories.map { category in
                    (category, Set(reasonCodes(category: category, teamId: user.teamId).map(\.id)))
                }
            ),
            requiresReasons: configuration.contactCentre.requiresReasonCodes
        )
    }

    /// Judges a request to change an agent's state; an accepted one takes effect a little later, as an event on the clock.
    ///
    /// - Parameters:
    ///   - request: What was asked.
    ///   - user: The agent.
    ///   - isSupervisors: Whether a supervisor asks for it.
    ///   - requestId: What the event repeats.
    /// - Throws: Why it is refused.
    func requestChange(
        _ request: AgentStateRequest,
        of user: SandboxUser,
        isSupervisors: Bool,
        requestId: String
    ) throws(ApiError) {
        switch AgentRules.decide(
            request,
            of: user.loginId,
            isSupervisors: isSupervisors,
            situation(of: user)
        ) {
        case .refuse(let error): throw error
        case .keep: return
        case .accept(var order):
            order.requestId = requestId
            var record = agent(user.loginId)
            record.target = order.target
            state.agents.set(user.loginId, record, now: clock.now)
            schedule(.centre(.agent(order)), after: configuration.desktop.stateChangeDelay)
        }
    }

    /// Does what was accepted.
    func perform(_ order: AgentOrder) {
        var record = agent(order.loginId)
        let centre = configuration.contactCentre
        do throws(CentreFault) {
            switch order.kind {
            case .signIn(let phone, let mobile, let deviceId):
                guard record.state == .logout else { return }
                if mobile != nil, !centre.allowsMobileAgents { throw .modeNotAllowed }
                if centre.invalidDevices.contains(phone) { throw .invalidDevice }
                guard !centre.busyDevices.contains(phone), devices[phone] == nil else { throw .deviceBusy }
                record = AgentRules.signedIn(record, phone: phone, mobile: mobile, deviceId: deviceId, now: clock.now)
            case .state(let state):
                record = try AgentRules.perform(
                    state,
                    order,
                    on: record,
                    deployment: configuration.deployment,
                    reason: reason(of: order, for: state),
                    now: clock.now
                )
            }
        } catch {
            record.target = record.state
            state.agents.set(order.loginId, record, now: clock.now)
            return publish(error, about: "/finesse/api/User/\(order.loginId)", at: order.loginId, order.requestId)
        }
        if record.state == .logout {
            stopRinging(at: order.loginId)
            record.dialogs = agent(order.loginId).dialogs
        }
        put(record, of: order.loginId, requestId: order.requestId)
        settle(order.loginId)
        route()
    }

    /// The number of the reason: the one that was given, or the contact centre's own for a supervisor's request.
    private func reason(of order: AgentOrder, for state: AgentState) -> Int {
        guard order.isSupervisors else { return order.reasonCodeId ?? -1 }
        let code = configuration.deployment == .ucce ? 999 : state == .logout ? 22 : 33
        return systemReasonCode(code, category: state.rawValue)?.id ?? -1
    }

    /// Keeps what an agent is like now, and tells those who listen.
    func put(_ record: AgentRecord, of loginId: String, requestId: String = "") {
        let before = agent(loginId)
        state.agents.set(loginId, record, now: clock.now)
        if before.phone != record.phone {
            if devices[before.phone] == loginId { devices[before.phone] = nil }
            if !record.phone.isEmpty { devices[record.phone] = loginId }
        }
        readyAgents[loginId] = record.state == .ready ? record.changedAt : nil
        if record.state.isWork, !before.state.isWork || before.changedAt != record.changedAt {
            scheduleEndOfWork(of: loginId, record)
        }
        guard before.seen != record.seen, let user = directory.user(named: loginId) else { return }
        publish(record, of: user, requestId: requestId)
        noteQueues(of: user.teamId)
    }

    private func scheduleEndOfWork(of loginId: String, _ record: AgentRecord) {
        guard let user = directory.user(named: loginId), user.wrapUpTimer > 0, let since = record.changedAt else {
            return
        }
        schedule(.centre(.workEnds(loginId: loginId, since: since)), after: .seconds(user.wrapUpTimer))
    }

    /// The time for the work after a call is over, unless the agent has left it before.
    func workTimeEnds(of loginId: String, since: SandboxInstant) {
        let record = agent(loginId)
        guard record.state.isWork, record.changedAt == since else { return }
        put(AgentRules.workEnded(record, now: clock.now), of: loginId)
        settle(loginId)
        route()
    }

    /// Makes anew what is only kept in memory to find agents quickly.
    func indexAgents() {
        devices = [:]
        readyAgents = [:]
        for (loginId, entry) in state.agents.entries where entry.value.isSignedIn {
            devices[entry.value.phone] = loginId
            if entry.value.state == .ready { readyAgents[loginId] = entry.value.changedAt }
        }
    }
}

extension AgentRecord {
    /// The part that events tell of.
    fileprivate var seen: AgentRecord {
        var copy = self
        (copy.target, copy.resume, copy.talk, copy.dialogs) = (.logout, nil, nil, [])
        return copy
    }
}

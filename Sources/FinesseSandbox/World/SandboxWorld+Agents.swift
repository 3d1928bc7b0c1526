/// What Finesse knows about an agent's work.
struct AgentRecord: Codable, Hashable, Sendable {
    /// The state that is seen.
    var state = "LOGOUT"
    /// The state that the accepted requests lead to.
    var target = "LOGOUT"
    /// The extension that is seen.
    var phone = ""
    /// The extension that the accepted requests lead to.
    var targetPhone = ""
    var changedAt: SandboxInstant?
    var reasonCodeId = -1
}

/// Wrong passwords in a row.
struct PasswordLock: Codable, Hashable, Sendable {
    var failures = 0
    var lockedUntil: SandboxInstant?
}

extension SandboxWorld {
    /// What is known about an agent.
    func agent(_ loginId: String) -> AgentRecord { state.agents.value(loginId, now: clock.now) ?? AgentRecord() }

    /// Judges a request to change an agent's state; an accepted one takes effect a little later, as an event on the clock.
    ///
    /// - Parameters:
    ///   - request: What was asked.
    ///   - loginId: The agent.
    /// - Returns: Why it is refused, or nothing.
    func requestChange(_ request: AgentStateRequest, of loginId: String) -> ApiError? {
        var record = agent(loginId)
        switch AgentTransitions.decide(request, from: record.target, deployment: configuration.deployment) {
        case .refuse(let error):
            return error
        case .keep:
            return nil
        case .change(let state, let phone):
            if let phone, isBusy(phone, except: loginId) { return nil }
            record.target = state
            if let phone { record.targetPhone = phone }
            if state == "LOGOUT" { record.targetPhone = "" }
            self.state.agents.set(loginId, record, now: clock.now)
            schedule(
                .agentChange(
                    loginId: loginId,
                    state: record.target,
                    phone: record.targetPhone,
                    reasonCodeId: request.reasonCodeId
                ),
                after: configuration.desktop.stateChangeDelay
            )
            return nil
        }
    }

    /// Whether another agent is signed in at an extension; Finesse then accepts the request and reports `Device Busy`
    /// in a notification only.
    private func isBusy(_ phone: String, except loginId: String) -> Bool {
        state.agents.entries.contains { key, entry in
            key != loginId && entry.value.target != "LOGOUT" && entry.value.targetPhone == phone
        }
    }

    /// Checks a password for Basic credentials; five wrong ones in a row lock for five minutes.
    ///
    /// Source: Finesse REST developer guide, "Sign In to Finesse".
    func checkPassword(_ password: String, of user: SandboxUser) -> PasswordVerdict {
        let before = state.passwordLocks.value(user.loginId, now: clock.now) ?? PasswordLock()
        let (verdict, lock) = PasswordRules.check(
            isRight: password == user.password.characters,
            lock: before,
            now: clock.now
        )
        if lock != before { state.passwordLocks.set(user.loginId, lock, now: clock.now) }
        return verdict
    }
}

/// What became of a password.
enum PasswordVerdict: Hashable, Sendable {
    case right
    case wrong
    case locked
}

/// The rule of five wrong passwords.
enum PasswordRules {
    static let limit = 5
    static let lockLifetime = Duration.seconds(300)

    /// Judges one attempt.
    static func check(
        isRight: Bool,
        lock: PasswordLock,
        now: SandboxInstant
    ) -> (PasswordVerdict, PasswordLock) {
        if let until = lock.lockedUntil, until > now { return (.locked, lock) }
        if isRight { return (.right, PasswordLock()) }
        let failures = (lock.lockedUntil == nil ? lock.failures : 0) + 1
        let until = failures >= limit ? now.advanced(by: lockLifetime) : nil
        return (.wrong, PasswordLock(failures: failures, lockedUntil: until))
    }
}

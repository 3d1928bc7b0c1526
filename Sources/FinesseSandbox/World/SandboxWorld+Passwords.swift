/// Wrong passwords in a row.
struct PasswordLock: Codable, Hashable, Sendable {
    var failures = 0
    var lockedUntil: SandboxInstant?
}

extension SandboxWorld {
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

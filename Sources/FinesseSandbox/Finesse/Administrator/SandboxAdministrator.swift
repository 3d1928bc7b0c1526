/// The application user who may use the configuration APIs, with Basic credentials in every mode.
///
/// Source: Finesse REST guide, "Cisco Finesse Configuration APIs".
public struct SandboxAdministrator: Hashable, Sendable {
    /// The user name.
    public var userName = "administrator"
    /// The password.
    public var password: SandboxPassword = "Primus-Matrix-84"

    /// Creates the default administrator.
    public init() {}
}

extension SandboxWorld {
    /// Checks the administrator's password; five wrong ones in a row lock for five minutes, in every mode.
    ///
    /// Source: Finesse REST guide, "Cisco Finesse Configuration APIs".
    ///
    /// - Parameters:
    ///   - name: The user name, letter case aside.
    ///   - password: The password.
    /// - Returns: What became of the password; nothing when the name is not the administrator's.
    func checkAdministrator(_ name: String, password: String) -> PasswordVerdict? {
        let administrator = configuration.administrator
        guard name.lowercased() == administrator.userName.lowercased() else { return nil }
        // No login id has a colon before Basic credentials end.
        let key = "administrator:" + administrator.userName.lowercased()
        let before = state.passwordLocks.value(key, now: clock.now) ?? PasswordLock()
        let (verdict, lock) = PasswordRules.check(
            isRight: password == administrator.password.characters,
            lock: before,
            now: clock.now
        )
        if lock != before { state.passwordLocks.set(key, lock, now: clock.now) }
        return verdict
    }
}

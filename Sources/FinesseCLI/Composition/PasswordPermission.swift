import FinesseSSO

/// Asks the person the first time that a password would go to an origin.
struct PasswordPermission {
    private let connection: Connection
    private let user: String

    /// Makes the one who asks.
    ///
    /// - Parameters:
    ///   - connection: where to; its profile remembers a yes.
    ///   - user: whose password it is.
    init(_ connection: Connection, of user: String) {
        self.connection = connection
        self.user = user
    }

    /// Asks where a sign-in stopped for want of this permission, and remembers a yes.
    ///
    /// - Parameter outcome: how the sign-in ended.
    /// - Returns: the origin that was allowed; nil where that was not the reason, nobody could answer, or the answer was no.
    /// - Throws: ``ProfileError`` when the yes could not be kept.
    func grant(for outcome: SignInOutcome) throws(ProfileError) -> String? {
        guard case .stopped(let stop) = outcome, case .passwordNotAllowed(let objection) = stop.kind,
            objection.reason == .notAllowed
        else { return nil }
        let question = "\(connection.address) leads to \(objection.origin). Let it have the password of \(user)?"
        guard connection.context.prompter.confirm(question) else { return nil }
        try remember(objection.origin)
        return objection.origin
    }

    private func remember(_ origin: String) throws(ProfileError) {
        guard let name = connection.profileName else { return }
        let profiles = connection.context.profiles
        var profile = try profiles.profile(named: name)
        profile.passwordOrigins = (profile.passwordOrigins ?? []) + [origin]
        try profiles.save(profile, named: name)
        connection.context.console.talk("The profile \(name) remembers that \(origin) may have it.")
    }
}

/// Who is who: users by any of their names, and the ids that each interface uses.
///
/// Source: Client Integration, step 5 and the notes on Unified CCX.
struct UserDirectory: Sendable {
    private let deployment: SandboxDeployment
    private let realm: String
    private let userID: SandboxTokenSettings.UserID
    private let teams: [String: SandboxTeam]
    private let byName: [String: SandboxUser]
    /// Every user.
    let users: [SandboxUser]

    init(_ configuration: SandboxConfiguration) {
        deployment = configuration.deployment
        realm = configuration.realm
        userID = configuration.tokens.userID
        users = configuration.users
        teams = Dictionary(configuration.teams.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var byName: [String: SandboxUser] = [:]
        for user in configuration.users {
            byName[user.loginId.lowercased()] = user
            byName[user.loginName.lowercased()] = user
        }
        self.byName = byName
    }

    /// Whether two configurations have the same directory.
    static func isSame(_ first: SandboxConfiguration, _ second: SandboxConfiguration) -> Bool {
        first.deployment == second.deployment && first.realm == second.realm
            && first.tokens.userID == second.tokens.userID && first.users == second.users
            && first.teams == second.teams
    }

    /// The user with a login name or login id.
    func user(named name: String) -> SandboxUser? { byName[name.lowercased()] }

    /// The user of a token: its `user_id` may be a login name, a login id or a principal.
    func user(of identity: SandboxIdentity) -> SandboxUser? {
        user(named: identity.userID) ?? user(named: String(identity.userID.prefix { $0 != "@" }))
    }

    /// The user that a name typed at the identity provider means: `user@domain` or `DOMAIN\user`.
    func user(typed name: String) -> SandboxUser? {
        if let separator = name.firstIndex(of: "\\") {
            return user(loginName: String(name[name.index(after: separator)...]))
        }
        guard name.contains("@") else { return nil }
        return users.first { principal(of: $0).lowercased() == name.lowercased() }
    }

    /// The id that REST addresses use.
    func loginId(of user: SandboxUser) -> String { deployment == .uccx ? user.loginName : user.loginId }

    /// The `user@domain` name.
    func principal(of user: SandboxUser) -> String { user.userPrincipal ?? "\(user.loginName)@\(realm)" }

    /// What the identity provider says about a user, and the token after it.
    func identity(of user: SandboxUser) -> SandboxIdentity {
        SandboxIdentity(
            userID: deployment == .ucce && userID == .peripheralId ? user.loginId : user.loginName,
            principal: principal(of: user)
        )
    }

    /// The name of a user's team.
    func teamName(of user: SandboxUser) -> String { teams[user.teamId]?.name ?? "" }

    /// A user's team.
    func team(of user: SandboxUser) -> SandboxTeam? { teams[user.teamId] }

    private func user(loginName: String) -> SandboxUser? {
        users.first { $0.loginName.lowercased() == loginName.lowercased() }
    }
}

/// Who signed in, in the words of the SAML attributes.
struct SandboxIdentity: Codable, Hashable, Sendable {
    /// The attribute `uid`.
    var userID: String
    /// The attribute `user_principal`.
    var principal: String

    /// What follows the principal's `@`.
    var realm: String {
        guard let at = principal.lastIndex(of: "@") else { return "" }
        return String(principal[principal.index(after: at)...])
    }
}

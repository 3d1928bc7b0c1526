/// An agent or supervisor, known to Finesse and to the identity provider.
public struct SandboxUser: Hashable, Sendable {
    /// The account name at the identity provider, and the agent's login name.
    public var loginName: String
    /// The peripheral id; in Unified CCX the login name takes its place.
    public var loginId: String
    /// The password, at the identity provider and for Basic credentials.
    public var password: SandboxPassword
    /// The first name.
    public var firstName: String
    /// The last name.
    public var lastName: String
    /// The id of the agent's team.
    public var teamId: String
    /// The roles, in Finesse's words.
    public var roles: [String]
    /// The `user@domain` name; the login name at the configuration's realm when there is none.
    public var userPrincipal: String?
    /// Whether the user signs in through the identity provider in hybrid mode.
    public var usesSSO: Bool
    /// Whether the account at the identity provider is locked.
    public var isLocked: Bool
    /// Whether the password has to be changed before anybody signs in with it.
    public var hasExpiredPassword: Bool
    /// The id in the `dialogs` address, which need not be the login id: Client Integration's sample shows another.
    public var dialogsId: String?
    /// Whether there is work after a call that came in.
    public var wrapUpOnIncoming: SandboxWrapUp = .optional
    /// Whether there is work after a call that the agent made, or a campaign.
    public var wrapUpOnOutgoing: SandboxWrapUp = .notAllowed
    /// How many seconds the work after a call may take; 0 for as long as the agent likes.
    public var wrapUpTimer = 30

    /// Creates a user.
    ///
    /// - Parameters:
    ///   - loginName: The account name at the identity provider, and the agent's login name.
    ///   - loginId: The peripheral id.
    ///   - password: The password.
    ///   - firstName: The first name.
    ///   - lastName: The last name.
    ///   - teamId: The id of the agent's team.
    ///   - roles: The roles, in Finesse's words.
    ///   - userPrincipal: The `user@domain` name; the login name at the configuration's realm when there is none.
    ///   - usesSSO: Whether the user signs in through the identity provider in hybrid mode.
    ///   - isLocked: Whether the account at the identity provider is locked.
    ///   - hasExpiredPassword: Whether the password has to be changed first.
    ///   - dialogsId: The id in the `dialogs` address, when it is not the login id.
    public init(
        loginName: String,
        loginId: String,
        password: SandboxPassword,
        firstName: String = "AGENT",
        lastName: String? = nil,
        teamId: String = "5000",
        roles: [String] = ["Agent"],
        userPrincipal: String? = nil,
        usesSSO: Bool = true,
        isLocked: Bool = false,
        hasExpiredPassword: Bool = false,
        dialogsId: String? = nil
    ) {
        self.loginName = loginName
        self.loginId = loginId
        self.password = password
        self.firstName = firstName
        self.lastName = lastName ?? loginId
        self.teamId = teamId
        self.roles = roles
        self.userPrincipal = userPrincipal
        self.usesSSO = usesSSO
        self.isLocked = isLocked
        self.hasExpiredPassword = hasExpiredPassword
        self.dialogsId = dialogsId
    }

    /// Whether the user has the role `Supervisor`.
    public var isSupervisor: Bool { roles.contains("Supervisor") }
}

/// A password that does not print itself.
public struct SandboxPassword: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible,
    CustomDebugStringConvertible, CustomReflectable
{
    /// The password's characters.
    public var characters: String

    /// Creates a password.
    ///
    /// - Parameter characters: The password's characters.
    public init(_ characters: String) {
        self.characters = characters
    }

    /// Creates a password from a literal.
    ///
    /// - Parameter value: The password's characters.
    public init(stringLiteral value: String) {
        self.characters = value
    }

    /// A word that says nothing.
    public var description: String { "<redacted>" }

    /// A word that says nothing.
    public var debugDescription: String { "<redacted>" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A team of agents.
public struct SandboxTeam: Hashable, Sendable {
    /// The id.
    public var id: String
    /// The name.
    public var name: String

    /// Creates a team.
    ///
    /// - Parameters:
    ///   - id: The id.
    ///   - name: The name.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

extension SandboxUser {
    /// The users that a sandbox has without configuration.
    ///
    /// | login name | login id | password | what for |
    /// |---|---|---|---|
    /// | `sjefferson` | 98411 | `Ratchet-1984` | the agent of Client Integration |
    /// | `mwitwicky` | 98412 | `Sector-7-Seymour` | the supervisor of the same team |
    /// | `bwitwicky` | 98413 | `Basic-Camaro-77` | no single sign-on in hybrid mode |
    /// | `llennox` | 98414 | `Locked-Ranger-9` | locked at the identity provider |
    /// | `wfowler` | 98511 | `Landing-Pad-51` | the supervisor of another team |
    /// | `jdarby` | 98512 | `Arcee-Two-Wheels` | an agent of that team |
    /// | `mnakadai` | 98513 | `Wrecker-Power-8` | an agent of that team |
    /// | `resquivel` | 98514 | `Bumble-Uplink-12` | an agent of that team |
    public static let builtIn: [SandboxUser] = [
        SandboxUser(loginName: "sjefferson", loginId: "98411", password: "Ratchet-1984", dialogsId: "1001002"),
        SandboxUser(
            loginName: "mwitwicky",
            loginId: "98412",
            password: "Sector-7-Seymour",
            firstName: "SUPERVISOR",
            roles: ["Agent", "Supervisor"]
        ),
        SandboxUser(loginName: "bwitwicky", loginId: "98413", password: "Basic-Camaro-77", usesSSO: false),
        SandboxUser(loginName: "llennox", loginId: "98414", password: "Locked-Ranger-9", isLocked: true),
        SandboxUser(
            loginName: "wfowler",
            loginId: "98511",
            password: "Landing-Pad-51",
            firstName: "SUPERVISOR",
            teamId: "5010",
            roles: ["Agent", "Supervisor"]
        ),
        SandboxUser(loginName: "jdarby", loginId: "98512", password: "Arcee-Two-Wheels", teamId: "5010"),
        SandboxUser(loginName: "mnakadai", loginId: "98513", password: "Wrecker-Power-8", teamId: "5010"),
        SandboxUser(loginName: "resquivel", loginId: "98514", password: "Bumble-Uplink-12", teamId: "5010"),
    ]
}

extension SandboxTeam {
    /// The teams that a sandbox has without configuration.
    public static let builtIn: [SandboxTeam] = [
        SandboxTeam(id: "5000", name: "FunctionalAgents"), SandboxTeam(id: "5010", name: "ReturnsDesk"),
    ]
}

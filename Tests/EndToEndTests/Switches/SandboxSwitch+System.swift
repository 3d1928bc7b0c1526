import Finesse
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import HTTPTransport

// What the system is, and who its users are.

extension SandboxSwitch {
    private static let signIn: Observation = { try await $0.outcome().words }

    static let system: [SandboxSwitch] = [
        SandboxSwitch(
            "release=12.5",
            { $0.apply(.release125) },
            yaml: "release: 12.5",
            options: SignInOptions(userNameForm: .cookie(domain: nil)),
            off: "3 parts, 300.0 seconds",
            on: "5 parts, 3600.0 seconds",
            observe: { world in
                guard let tokens = try await world.signedIn()?.tokens else { return "nobody" }
                let parts = tokens.accessToken.reveal().split(separator: ".", omittingEmptySubsequences: false)
                return "\(parts.count) parts, \(tokens.life)"
            }
        ),
        SandboxSwitch(
            "deployment=UCCX",
            { $0.deployment = .uccx },
            yaml: "deployment: UCCX",
            off: "98411",
            on: "sjefferson",
            observe: { try await $0.signedIn()?.loginID.rawValue ?? "nobody" }
        ),
        SandboxSwitch(
            "authenticationMode=HYBRID",
            { $0.authenticationMode = .hybrid },
            yaml: "authenticationMode: HYBRID",
            off: "SSO",
            on: "HYBRID",
            observe: { "\(try await $0.signOn.discovery.server().mode)" }
        ),
        SandboxSwitch(
            "authenticationMode=NON_SSO",
            { $0.authenticationMode = .nonSSO },
            yaml: "authenticationMode: NON_SSO",
            off: "tokens",
            on: "password",
            observe: { world in
                switch try await world.signedIn()?.proof {
                case .tokens: "tokens"
                case .password: "password"
                case nil: "nobody"
                }
            }
        ),
        SandboxSwitch(
            "realm=corp.example",
            { $0.realm = "corp.example" },
            yaml: "realm: corp.example",
            off: "finesse.com",
            on: "corp.example",
            observe: { try await $0.signedIn()?.tokens?.identity.realm ?? "nobody" }
        ),
        SandboxSwitch(
            "sites={parent: contact.example}",
            { $0.sites = .joined(parent: "contact.example") },
            yaml: "sites: {parent: contact.example}",
            needsStart: true,
            off: "finesse1.xyz.com signed in",
            on: "finesse1.contact.example signed in",
            observe: { "\($0.node.host) \(try await $0.outcome().words)" }
        ),
        SandboxSwitch(
            "checksCookies=false",
            { $0.checksCookies = false },
            yaml: "checksCookies: false",
            off: "refused",
            on: "signed in",
            observe: { world in
                var world = world
                world.transport = CookieBreakingTransport(world.transport, breaking: .pathUnknown)
                return try await world.outcome().words == "signed in" ? "signed in" : "refused"
            }
        ),
    ]

    private static func user(_ change: @escaping @Sendable (inout SandboxUser) -> Void) -> Change {
        { configuration in
            var user = SandboxUser(loginName: "sjefferson", loginId: "98411", password: "Ratchet-1984")
            change(&user)
            configuration.users = [user]
        }
    }

    private static func users(_ key: String) -> String {
        "users: [{loginName: sjefferson, loginId: '98411', password: Ratchet-1984, \(key)}]"
    }

    static let users: [SandboxSwitch] = [
        SandboxSwitch(
            "users.usesSSO=false",
            base: { $0.authenticationMode = .hybrid },
            user { $0.usesSSO = false },
            yaml: "authenticationMode: HYBRID\n" + users("usesSSO: false"),
            off: "SSO",
            on: "NON_SSO",
            observe: { world in
                let discovery = try world.signOn.discovery
                return "\(try await discovery.mode(of: "sjefferson", on: try await discovery.server()))"
            }
        ),
        SandboxSwitch(
            "users.isLocked=true",
            user { $0.isLocked = true },
            yaml: users("isLocked: true"),
            off: "signed in",
            on: "refused accountLocked",
            observe: refusal
        ),
        SandboxSwitch(
            "users.hasExpiredPassword=true",
            user { $0.hasExpiredPassword = true },
            yaml: users("hasExpiredPassword: true"),
            off: "signed in",
            on: "refused passwordExpired",
            observe: refusal
        ),
        SandboxSwitch(
            "users.userPrincipal=sam@corp.example",
            user { $0.userPrincipal = "sam@corp.example" },
            yaml: users("userPrincipal: sam@corp.example"),
            off: "sjefferson@finesse.com",
            on: "sam@corp.example",
            observe: { try await $0.signedIn()?.tokens?.identity.principal ?? "nobody" }
        ),
        SandboxSwitch(
            "users.roles=[Agent, Supervisor]",
            user { $0.roles = ["Agent", "Supervisor"] },
            yaml: users("roles: [Agent, Supervisor]"),
            off: "Agent",
            on: "Agent Supervisor",
            observe: { world in
                guard let agent = try await world.signedIn() else { return "nobody" }
                return try await agent.client(over: world.transport).user(agent.loginID).roles.joined(separator: " ")
            }
        ),
    ]

    private static let refusal: Observation = { world in
        guard case .refused(let refusal) = try await world.outcome().outcome else {
            return try await world.outcome().words
        }
        return "refused \(refusal.reason)"
    }
}

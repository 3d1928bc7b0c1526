/// Everything that can be chosen about a sandbox.
///
/// The default is a Unified CCE system in SSO mode with built-in users, on three sites, that answers as documented.
///
/// Source: the switches stand for what Cisco's documents leave open, or what differs from release to release.
public struct SandboxConfiguration: Sendable, Hashable {
    /// The release whose group of switches was set, if any; ``apply(_:)`` sets it.
    public internal(set) var release: SandboxRelease?
    /// The contact centre behind Finesse.
    public var deployment: SandboxDeployment = .ucce
    /// The system's authentication mode.
    public var authenticationMode: SandboxAuthenticationMode = .sso
    /// The realm of the users' principals.
    public var realm = "finesse.com"
    /// Whether the three servers are three sites.
    public var sites: SandboxSites = .apart
    /// The Finesse nodes: one, or a primary and a secondary.
    public var finesseNodes: [SandboxNode] = [SandboxNode(host: "finesse1.xyz.com", address: "127.0.0.21")]
    /// The identity service nodes: one, or a publisher and a subscriber.
    public var identityServiceNodes: [SandboxNode] = [SandboxNode(host: "ids.autobot.cvp", address: "127.0.0.22")]
    /// The identity provider nodes: exactly one.
    public var identityProviderNodes: [SandboxNode] = [SandboxNode(host: "adfs.corp.example", address: "127.0.0.23")]
    /// The tokens.
    public var tokens = SandboxTokenSettings()
    /// Finesse's single sign-on.
    public var desktop = SandboxDesktopSettings()
    /// The identity service.
    public var identityService = SandboxIdentityServiceSettings()
    /// The identity provider.
    public var identityProvider = SandboxIdentityProviderSettings()
    /// What goes wrong, on purpose.
    public var failures: Set<SandboxFailure> = []
    /// What goes wrong for some requests.
    public var faults: [SandboxFault] = []
    /// What decides which requests those are, where chance does.
    public var faultSeed: UInt64 = 1
    /// Whether decoy cookies are set and a client that breaks a rule of cookies is refused.
    public var checksCookies = true
    /// Whether the way leads over one stop without TLS, where no `Secure` cookie may arrive.
    public var hasPlainHop = false
    /// The agents and supervisors.
    public var users: [SandboxUser] = SandboxUser.builtIn
    /// The queues, the callers, the phones and the rules of the contact centre.
    public var contactCentre = SandboxContactCentre()
    /// The teams.
    public var teams: [SandboxTeam] = SandboxTeam.builtIn
    /// Who may use the configuration APIs.
    public var administrator = SandboxAdministrator()
    /// The reason codes.
    public var reasonCodes: [SandboxReasonCode] = SandboxReasonCode.builtIn
    /// The wrap-up reasons.
    public var wrapUpReasons: [SandboxWrapUpReason] = SandboxWrapUpReason.builtIn
    /// The phone books with their contacts.
    public var phoneBooks: [SandboxPhoneBook] = SandboxPhoneBook.builtIn
    /// The layouts of call variables.
    public var mediaLayouts: [SandboxMediaLayout] = SandboxMediaLayout.builtIn
    /// The workflows.
    public var workflows: [SandboxWorkflow] = SandboxWorkflow.builtIn
    /// The desktop's layout for every team that has none of its own.
    public var defaultLayout: String = DesktopLayoutRules.builtIn
    /// The expanded call variables; Unified CCE only.
    public var eccVariables: [SandboxECCVariable] = SandboxECCVariable.builtIn
    /// The media routing domains; Unified CCE only.
    public var mediaDomains: [SandboxMediaDomain] = SandboxMediaDomain.builtIn
    /// How many messages to teams may be shown at once.
    public var teamMessageLimit = 20
    /// The actions of workflows.
    public var workflowActions: [SandboxWorkflowAction] = SandboxWorkflowAction.builtIn
    /// Whether the sandbox is controlled from outside its process.
    public var control = SandboxControlSettings()
    /// A directory that keeps the RSA keys from run to run; without one they live as long as the process.
    public var keysDirectory: String?
    /// A file that keeps from run to run what the sandbox remembers; without one it is kept in memory.
    ///
    /// The keys are kept beside it, in a directory with `.keys` behind the file's name, unless ``keysDirectory`` says where.
    public var stateFile: String?
    /// Whether the RSA keys are shared with the other sandboxes of this process, when there is no directory for them.
    public var sharesKeys = true

    /// Creates the default configuration.
    public init() {}

    /// Where the RSA keys are kept, if anywhere.
    var keptKeysDirectory: String? { keysDirectory ?? stateFile.map { $0 + ".keys" } }

    /// The host name of a server's first node, as the sites decide it.
    ///
    /// - Parameter party: The server.
    /// - Returns: The name; empty when the server has no node.
    public func host(of party: SandboxParty) -> String { host(of: party, node: 0) }

    /// The host name of a node, as the sites decide it.
    ///
    /// - Parameters:
    ///   - party: The server.
    ///   - node: Which of its nodes, from 0.
    /// - Returns: The name; empty when the server has no such node.
    public func host(of party: SandboxParty, node: Int) -> String {
        let host = nodes(of: party).dropFirst(node).first?.host ?? ""
        guard let parent = sites.parent else { return host }
        return (host.split(separator: ".").first.map(String.init) ?? host) + "." + parent
    }

    /// By how much a server's clock is ahead of the sandbox's.
    ///
    /// - Parameter party: The server.
    /// - Returns: The span, negative where it is behind.
    public func clockOffset(of party: SandboxParty) -> Duration {
        switch party {
        case .finesse: desktop.clockOffset
        case .identityService: identityService.clockOffset
        case .identityProvider: identityProvider.clockOffset
        }
    }

    /// The nodes of a server.
    ///
    /// - Parameter party: The server.
    /// - Returns: The nodes, in order.
    public func nodes(of party: SandboxParty) -> [SandboxNode] {
        switch party {
        case .finesse: finesseNodes
        case .identityService: identityServiceNodes
        case .identityProvider: identityProviderNodes
        }
    }
}

/// The contact centre product behind Finesse.
public enum SandboxDeployment: String, CaseIterable, Hashable, Sendable {
    /// Unified Contact Center Enterprise: login names and numeric login ids differ.
    case ucce = "UCCE"
    /// Unified Contact Center Express: one id for everything, no hybrid mode.
    case uccx = "UCCX"
}

/// A system's authentication mode, in the words of `systemAuthMode`.
public enum SandboxAuthenticationMode: String, CaseIterable, Hashable, Sendable {
    /// Everybody signs in through the identity provider.
    case sso = "SSO"
    /// Everybody signs in with Basic credentials.
    case nonSSO = "NON_SSO"
    /// Each user has a mode; Unified CCE only.
    case hybrid = "HYBRID"
}

/// How the names of the three servers relate.
public enum SandboxSites: Hashable, Sendable {
    /// Three registrable domains: requests between the servers are cross-site.
    case apart
    /// One parent domain, for `cc_username` with a `Domain` attribute: requests between the servers are same-site.
    case joined(parent: String)

    /// The parent domain, when there is one.
    public var parent: String? {
        if case .joined(let parent) = self { parent } else { nil }
    }

    /// Whether the servers are one site.
    public var areJoined: Bool { parent != nil }
}

/// One node: a name and where it listens.
public struct SandboxNode: Hashable, Sendable {
    /// The name under which clients know it; with joined sites only its first label counts.
    public var host: String
    /// The loopback address to listen on.
    public var address: String
    /// The port to listen on; 0 lets the system choose.
    public var port: Int
    /// The port written into every address, when it is not the one listened on.
    public var advertisedPort: Int?
    /// What is wrong with its certificate, if anything.
    public var certificate: SandboxCertificateFault?

    /// Creates a node.
    ///
    /// - Parameters:
    ///   - host: The name under which clients know it.
    ///   - address: The loopback address to listen on; always 127.0.0.1 where the system has no other.
    ///   - port: The port to listen on; 0 lets the system choose.
    ///   - advertisedPort: The port written into every address, when it is not the one listened on.
    ///   - certificate: What is wrong with its certificate, if anything.
    public init(
        host: String,
        address: String = "127.0.0.1",
        port: Int = 0,
        advertisedPort: Int? = nil,
        certificate: SandboxCertificateFault? = nil
    ) {
        self.host = host
        self.address = address
        self.port = port
        self.advertisedPort = advertisedPort
        self.certificate = certificate
    }
}

/// What can be wrong with a node's certificate.
public enum SandboxCertificateFault: String, CaseIterable, Hashable, Sendable {
    /// Its time is over.
    case expired
    /// Its time has not come.
    case notYetValid
    /// Nobody but itself vouches for it.
    case selfSigned
    /// It names another host.
    case wrongName
}

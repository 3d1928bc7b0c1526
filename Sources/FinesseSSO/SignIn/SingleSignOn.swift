public import Finesse
public import FinesseTypes
public import HTTPTransport

/// How sign-ins are done on one server.
public struct SignInOptions: Hashable, Sendable {
    /// The mode, when it is known; it overrides discovery.
    public var mode: AuthenticationMode?
    /// The kind of contact centre, when it is known; it overrides discovery.
    public var deployment: DeploymentType?
    /// How the server learns for whom a token is asked.
    public var userNameForm: TokenEndpoint.UserNameForm
    /// To which origins the password may go.
    public var passwordRule: PasswordRule
    /// Whether a page that only asks for consent is answered with yes.
    public var acceptsConsent: Bool
    /// How pages that ask for more are answered.
    public var answers: PageAnswers
    /// The most pages that are looked at.
    public var maximumPages: Int
    /// The time limit of the walk through the pages.
    public var pagesDeadline: Duration
    /// The time limit of one exchange with Finesse.
    public var exchangeDeadline: Duration

    /// Makes options, each with the choice that suits most systems.
    ///
    /// - Parameters:
    ///   - mode: The mode, when it is known.
    ///   - deployment: The kind of contact centre, when it is known.
    ///   - userNameForm: How the server learns for whom a token is asked.
    ///   - passwordRule: To which origins the password may go.
    ///   - acceptsConsent: Whether consent pages are answered with yes.
    ///   - answers: How pages that ask for more are answered.
    ///   - maximumPages: The most pages that are looked at.
    ///   - pagesDeadline: The time limit of the walk through the pages.
    ///   - exchangeDeadline: The time limit of one exchange with Finesse.
    public init(
        mode: AuthenticationMode? = nil,
        deployment: DeploymentType? = nil,
        userNameForm: TokenEndpoint.UserNameForm = .query,
        passwordRule: PasswordRule = .everySecureOrigin,
        acceptsConsent: Bool = false,
        answers: PageAnswers = PageAnswers(),
        maximumPages: Int = 12,
        pagesDeadline: Duration = .seconds(90),
        exchangeDeadline: Duration = .seconds(30)
    ) {
        self.mode = mode
        self.deployment = deployment
        self.userNameForm = userNameForm
        self.passwordRule = passwordRule
        self.acceptsConsent = acceptsConsent
        self.answers = answers
        self.maximumPages = maximumPages
        self.pagesDeadline = pagesDeadline
        self.exchangeDeadline = exchangeDeadline
    }
}

/// Signs a user in to a Finesse server, in whichever mode the server and the user have.
///
/// It keeps no state but the memory of refused passwords: what a sign-in gives is its outcome, to be stored by the caller.
public struct SingleSignOn: Sendable {
    /// The server.
    public let address: ServerAddress
    /// How sign-ins are done on it.
    public let options: SignInOptions
    /// Keeps a password that was refused from being sent again.
    public let passwordGuard: PasswordGuard
    let transport: any HTTPTransport
    let now: @Sendable () -> WallTime
    let bootTime: @Sendable () -> BootTime?

    /// Makes a sign-in for one server.
    ///
    /// - Parameters:
    ///   - transport: Carries the exchanges with Finesse; pages are the agent's matter.
    ///   - address: The server.
    ///   - options: How sign-ins are done on it.
    ///   - passwordGuard: Keeps a password that was refused from being sent again; the usual one forgets with the program.
    ///   - now: Reads the wall clock.
    ///   - bootTime: Reads the clock that nobody can set.
    public init(
        transport: any HTTPTransport,
        address: ServerAddress,
        options: SignInOptions = SignInOptions(),
        passwordGuard: PasswordGuard = PasswordGuard(),
        now: @escaping @Sendable () -> WallTime = WallTime.system,
        bootTime: @escaping @Sendable () -> BootTime? = BootTime.system
    ) {
        self.transport = transport
        self.address = address
        self.options = options
        self.passwordGuard = passwordGuard
        self.now = now
        self.bootTime = bootTime
    }

    /// The time now.
    var reading: ClockReading { ClockReading(wall: now(), boot: bootTime()) }

    /// Finds the node and how its users sign in.
    public var discovery: ServerDiscovery {
        ServerDiscovery(
            transport: transport,
            address: address,
            mode: options.mode,
            deployment: options.deployment,
            deadline: options.exchangeDeadline
        )
    }

    /// Signs a user in.
    ///
    /// - Parameters:
    ///   - user: A login name or a login id.
    ///   - credentials: What to type; nil for a sign-in that asks nobody, which a live session allows.
    ///   - agent: Who walks through the pages; the user's own, with the user's own cookies. Not needed without SSO.
    /// - Returns: How it ended.
    /// - Throws: ``SSOError``: every case but ``SSOError/refreshTransport(_:)``.
    ///
    /// Source: "Client Integration", steps 1 to 6.
    public func signIn(
        _ user: UserName,
        credentials: SignInCredentials?,
        agent: (any SignInAgent)?
    ) async throws(SSOError) -> SignInOutcome {
        let discovery = discovery
        let server = try await discovery.server()
        switch try await discovery.mode(of: user, on: server) {
        case .password:
            return try await guardedPasswordSignIn(user, credentials, server)
        case .singleSignOn, .hybrid:
            guard let agent else { throw .noAgent(host: hostAndPort(server.origin), user: user) }
            return try await tokenSignIn(user, credentials: credentials, on: server, agent: agent)
        }
    }

    /// Signs a user in through the pages of a server that has been found already.
    ///
    /// Without credentials this is the silent sign-in: it ends with a token while the identity provider still knows the
    /// user, else ``SignInOutcome/stopped(_:)`` on the login page.
    ///
    /// - Parameters:
    ///   - user: A login name or a login id.
    ///   - credentials: What to type; nil to ask nobody.
    ///   - server: The node.
    ///   - agent: Who walks through the pages.
    /// - Returns: How it ended.
    /// - Throws: ``SSOError/passwordGuard(_:)``, ``SSOError/agent(_:)``, ``SSOError/tokenRefused(_:)``, ``SSOError/unusableTokenAnswer(_:host:_:)``,
    ///   ``SSOError/nobodysToken(host:)``, ``SSOError/finesse(_:)``.
    public func tokenSignIn(
        _ user: UserName,
        credentials: SignInCredentials?,
        on server: DiscoveredServer,
        agent: any SignInAgent
    ) async throws(SSOError) -> SignInOutcome {
        var request = request(user, credentials, server.origin)
        request.passwordRule.refused = try await refusals(of: credentials)
        let ending: SignInEnding
        do {
            ending = try await agent.signIn(request)
        } catch {
            throw .agent(error)
        }
        switch ending {
        case .answer(let answer):
            await forgetRefusals(of: credentials)
            return try await finish(user, answer, receivedAt: reading, server)
        case .stopped(let stop): return .stopped(stop)
        case .refused(let refusal):
            // Another refusal, of a code for one, says nothing against the password.
            if refusal.reason == .credentials { await remember(credentials, refusedAt: refusal.host) }
            return .refused(refusal)
        case .identityFault(let report): return .identityFault(report)
        }
    }

    /// What the agent is asked to do.
    func request(_ user: UserName, _ credentials: SignInCredentials?, _ origin: HTTPOrigin) -> SignInRequest {
        let endpoint = TokenEndpoint(origin: origin, user: user, userNameForm: options.userNameForm)
        return SignInRequest(
            startURL: endpoint.signInURL,
            cookies: endpoint.signInCookies,
            finalAnswer: FinalAnswerRule(origins: ["\(origin)"]),
            credentials: credentials,
            passwordRule: options.passwordRule,
            acceptsConsent: options.acceptsConsent,
            answers: options.answers,
            maximumPages: options.maximumPages,
            deadline: options.pagesDeadline
        )
    }
}

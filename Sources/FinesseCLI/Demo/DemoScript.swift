import Finesse
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import HTTPTransportCurl
import WebAgent

/// The seven steps of Cisco's "Client Integration", done one after the other and shown with what was sent and received.
///
/// Source: https://developer.cisco.com/docs/finesse/rest-api-with-sso-guide-client-integration
struct DemoScript {
    private let sandbox: FinesseSandbox
    private let user: SandboxUser
    private let show: DemoPrinter
    private let log: ExchangeLog
    private let signOn: SingleSignOn
    private let agent: WebAgent

    /// Prepares the steps; what carries the exchanges can be put into something that watches them.
    init(
        _ sandbox: FinesseSandbox,
        user: SandboxUser,
        printer: DemoPrinter,
        pages: SignInPages,
        watching: (any HTTPTransport, ServerAddress) throws -> any HTTPTransport = { carrier, _ in carrier }
    ) throws {
        self.sandbox = sandbox
        self.user = user
        show = printer
        var configuration = CurlConfiguration()
        configuration.trustsSystemRoots = false
        configuration.trustedCertificates = [sandbox.certificateAuthorityPEM]
        configuration.addressOverrides = try sandbox.connectTo.map { text throws in
            try AddressOverride(text.description)
        }
        let address = try ServerAddress(
            parsing: "\(sandbox.origins.host(.finesse)):\(sandbox.origins.port(.finesse))"
        )
        let transport = try watching(try CurlHTTPTransport(configuration), address)
        log = ExchangeLog(transport)
        let rule = PasswordRule(origins: [sandbox.origins.text(.identityProvider)])
        signOn = SingleSignOn(transport: log, address: address, options: SignInOptions(passwordRule: rule))
        agent = pages.agent(over: transport, options: signOn.options)
    }

    /// Goes through the steps.
    func run() async throws {
        let server = try await authenticationMode()
        let signedIn = try await accessToken(server)
        let client = signedIn.client(over: log)
        try await agentSignIn(client, signedIn.loginID)
        try await refresh(signedIn)
        try await endOfWork(client, signedIn.loginID)
        await agent.close()
    }

    private var userName: UserName { UserName(user.loginName) }

    /// Steps 1 and 2.
    private func authenticationMode() async throws -> DiscoveredServer {
        show.step(1, "Get the system's authentication mode: the value of systemAuthMode")
        let server = try await signOn.discovery.server()
        show.exchanges(log.take())
        show.result("The system's authentication mode is \(server.mode).")

        show.step(2, "Get the user's authentication mode")
        if server.mode == .hybrid {
            let mode = try await signOn.discovery.mode(of: userName, on: server)
            show.exchanges(log.take())
            show.result("\(userName) signs in by \(mode).")
        } else {
            show.result("Skipped: the system's authentication mode is \(server.mode).")
        }
        return server
    }

    /// Steps 3, 4 and 5; the recording of the pages is cut where the identity provider first asks for the password.
    private func accessToken(_ server: DiscoveredServer) async throws -> SignedInAgent {
        let credentials = SignInCredentials(
            userName: user.loginName,
            password: Password(user.password.characters)
        )
        let outcome = try await signOn.tokenSignIn(userName, credentials: credentials, on: server, agent: agent)
        let recording = DemoRecording(await agent.recording)

        show.step(3, "Get the access token: redirected to the IdS, and from there to the IdP")
        show.hops(recording.untilLoginForm)
        if let walls = recording.walls { show.result("Pages run \(walls).") }
        show.step(4, "On the IdP page, enter the username and the password")
        show.fields(recording.loginForm)
        show.hops(recording.afterLoginForm)
        guard case .signedIn(let signedIn) = outcome, let tokens = signedIn.tokens else {
            throw SignInAdvice.failure(for: outcome) ?? CommandFailure(.failure, "The sign-in ended without a token.")
        }
        if let page = await agent.page { show.received(ExchangeRedaction.json(page.body)) }
        show.result(
            "The access token is \(tokens.identity.userID ?? "?")'s and lives \(tokens.life.components.seconds) s."
        )

        show.step(5, "Get the loginId from the user_id of the token (Unified CCE)")
        show.exchanges(log.take())
        show.result("The loginId of \(userName) is \(signedIn.loginID).")
        return signedIn
    }

    private func agentSignIn(_ client: FinesseClient, _ id: LoginID) async throws {
        show.step(6, "Use the loginId in all REST requests: sign the agent in")
        try await client.signIn(id, phoneExtension: id.rawValue)
        try await confirm(.signedIn, of: id, client)
        try await client.changeState(of: id, to: .ready)
        try await confirm(.state(.ready), of: id, client)
    }

    private func refresh(_ signedIn: SignedInAgent) async throws {
        show.step(7, "Refresh the access token before it expires")
        guard let tokens = signedIn.tokens else { return }
        let outcome = try await signOn.refresh(tokens, of: userName, at: signedIn.origin)
        show.exchanges(log.take())
        guard case .refreshed(let renewed) = outcome else {
            throw CommandFailure(.failure, "The token was not refreshed: \(outcome).")
        }
        show.result("A new access token, good for \(renewed.life.components.seconds) s; no page was needed.")
    }

    private func endOfWork(_ client: FinesseClient, _ id: LoginID) async throws {
        show.heading("And at the end of the shift")
        try await client.changeState(of: id, to: .notReady)
        try await confirm(.state(.notReady), of: id, client)
        try await client.signOut(id)
        try await confirm(.signedOut, of: id, client)
    }

    /// Shows the request alone, then waits until Finesse says that it is so: a 202 is not the change.
    private func confirm(_ expected: StateExpectation, of id: LoginID, _ client: FinesseClient) async throws {
        show.exchanges(log.take())
        let user = try await client.confirm(expected, of: id).user
        _ = log.take()
        show.result("The agent is \(user.state).")
    }
}

import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import HTTPTransportCurl
import WebAgent

/// A sandbox and a client that reaches it, as a program would set them up.
struct SignInWorld: Sendable {
    let sandbox: FinesseSandbox
    /// What shows the pages of its agents.
    let pages: any PageHostProvider
    /// What carries every exchange of the client.
    var transport: any HTTPTransport
    let address: ServerAddress
    /// The Finesse node.
    let node: HTTPOrigin

    /// Starts a sandbox as soon as there is a place for it, hands the world over, and stops it whatever happens.
    ///
    /// - Parameters:
    ///   - configuration: What the sandbox is like.
    ///   - clock: Its clock.
    ///   - pages: What shows pages: processes of their own, as a program would have it, unless told.
    ///   - tune: Changes how the client reaches it.
    ///   - body: What happens in the world.
    /// - Returns: What the body returned.
    /// - Throws: What the body throws, or why the sandbox could not be started.
    static func with<Result>(
        _ configuration: SandboxConfiguration = SandboxConfiguration(),
        clock: SandboxClock = .real(),
        pages: SignInPages = .processes(),
        tune: (inout CurlConfiguration) throws -> Void = { _ in },
        _ body: (SignInWorld) async throws -> Result
    ) async throws -> Result {
        await Turnstile.worlds.enter()
        do {
            let sandbox = try await FinesseSandbox.start(configuration, clock: clock)
            do {
                let hosts = try pages.hosts()
                do {
                    let result = try await body(try SignInWorld(sandbox, hosts, tune))
                    await (hosts as? ProcessPageHosts)?.close()
                    await sandbox.stop()
                    await Turnstile.worlds.leave()
                    return result
                } catch {
                    await (hosts as? ProcessPageHosts)?.close()
                    throw error
                }
            } catch {
                await sandbox.stop()
                throw error
            }
        } catch {
            await Turnstile.worlds.leave()
            throw error
        }
    }

    private init(
        _ sandbox: FinesseSandbox,
        _ pages: any PageHostProvider,
        _ tune: (inout CurlConfiguration) throws -> Void
    ) throws {
        self.sandbox = sandbox
        self.pages = pages
        var configuration = CurlConfiguration()
        configuration.trustsSystemRoots = false
        configuration.trustedCertificates = [sandbox.certificateAuthorityPEM]
        configuration.addressOverrides = try sandbox.connectTo.map { text throws in
            try AddressOverride(text.description)
        }
        try tune(&configuration)
        transport = try CurlHTTPTransport(configuration)
        address = try ServerAddress(
            parsing: "\(sandbox.origins.host(.finesse)):\(sandbox.origins.port(.finesse))"
        )
        node = HTTPOrigin(
            scheme: .https,
            host: sandbox.origins.host(.finesse),
            port: UInt16(sandbox.origins.port(.finesse))
        )
    }

    /// The same world, with something between the client and the wire.
    func over(_ transport: any HTTPTransport) -> SignInWorld {
        var world = self
        world.transport = transport
        return world
    }

    /// A sign-in on this sandbox.
    func signOn(_ options: SignInOptions = SignInOptions()) -> SingleSignOn {
        SingleSignOn(transport: transport, address: address, options: options)
    }

    /// A light user agent with an empty jar.
    func agent(
        _ options: SignInOptions = SignInOptions(),
        configure: (inout WebAgentConfiguration) -> Void = { _ in }
    ) -> WebAgent {
        var configuration = WebAgentConfiguration(for: options)
        configure(&configuration)
        return WebAgent(transport: transport, pageHosts: pages, configuration: configuration)
    }

    /// The password of a user of the sandbox, as the person would type it.
    func credentials(_ name: String, password: String? = nil) -> SignInCredentials {
        let known = sandbox.configuration.users.first { $0.loginName == name }?.password.characters ?? ""
        return SignInCredentials(userName: name, password: Password(password ?? known))
    }

    /// Host and port of one of the servers, as messages name them.
    func place(_ party: SandboxParty) -> String {
        "\(sandbox.origins.host(party)):\(sandbox.origins.port(party))"
    }
}

extension SignInWorld {
    /// Signs a user in from nothing, with an agent of their own.
    ///
    /// - Parameters:
    ///   - user: The user asked for.
    ///   - account: Whose name and password are typed; the user's own when nil.
    ///   - typed: The name as it is typed, when it is not the account's.
    ///   - password: The password that is typed, when it is not the account's.
    ///   - options: How the sign-in is done.
    ///   - configure: Changes the agent.
    /// - Returns: How it ended.
    /// - Throws: What the sign-in throws.
    func signIn(
        _ user: UserName = "sjefferson",
        account: String? = nil,
        typed: String? = nil,
        password: String? = nil,
        options: SignInOptions = SignInOptions(),
        configure: (inout WebAgentConfiguration) -> Void = { _ in }
    ) async throws(SSOError) -> SignInOutcome {
        var credentials = credentials(account ?? user.rawValue, password: password)
        if let typed { credentials.userName = typed }
        let agent = agent(options, configure: configure)
        let outcome: SignInOutcome
        do throws(SSOError) {
            outcome = try await signOn(options).signIn(user, credentials: credentials, agent: agent)
        } catch {
            await agent.close()
            throw error
        }
        await agent.close()
        return outcome
    }
}

extension SignInOutcome {
    /// The user who is signed in, if one is.
    var signedIn: SignedInAgent? {
        guard case .signedIn(let agent) = self else { return nil }
        return agent
    }

    /// What a failed expectation shows.
    var story: String { explanation.map { "\(label): \($0)" } ?? label }
}

import Finesse
import FinesseSSO
import FinesseTypes
import HTTPTransport
import HTTPTransportCurl
import WebAgent
import WebAgentURL

/// Performs the probes in their order; how each is judged is ``DoctorJudge``'s matter.
final class Doctor {
    let connection: Connection
    let password: () throws(PasswordError) -> SignInCredentials?
    let silent: Bool
    private let show: (DoctorFinding) -> Void
    private(set) var report = DoctorReport()

    /// Exchanges that look around: no page's script takes part in them.
    let scout: ObservingTransport
    private(set) var node: HTTPOrigin
    private(set) var reading: SystemInfoReading?
    private var chain: SignInChain?

    // What the pages give, see Doctor+Pages.swift.
    var passwordWasRefused = false
    var signedIn: SignedInAgent?
    var stored: StoredSession?
    var walls: [String]??

    /// Makes a doctor for one system.
    ///
    /// - Parameters:
    ///   - connection: the way there.
    ///   - silent: whether nobody is asked.
    ///   - password: gets what to type, where it is at hand.
    ///   - show: told each finding as soon as it is there.
    init(
        _ connection: Connection,
        silent: Bool,
        password: @escaping () throws(PasswordError) -> SignInCredentials?,
        show: @escaping (DoctorFinding) -> Void
    ) {
        self.connection = connection
        self.silent = silent
        self.password = password
        self.show = show
        let now = connection.now
        scout = ObservingTransport(connection.wire) { now().milliseconds }
        node = connection.address.candidates[0]
    }

    /// Goes through all probes.
    func examine() async {
        await reach()
        await lookAtSystem()
        await followRedirects()
        await lookAtPages()
        await lookAtTokens()
    }

    /// Adds a probe's finding, or why it could not be tried.
    func probe(_ probe: DoctorProbe, _ look: () async -> DoctorFinding) async {
        let finding: DoctorFinding
        if let obstacle = report.obstacle(to: probe) { finding = obstacle } else { finding = await look() }
        report.add(finding)
        show(finding)
    }

    /// Adds a finding that needs nothing from those before it.
    func probe(_ probe: DoctorProbe, regardless finding: DoctorFinding) async {
        report.add(finding)
        show(finding)
    }

    /// The mode of the user, as far as it is known.
    var userMode: AuthenticationMode?

    /// The system's mode.
    var mode: AuthenticationMode? { connection.signOn.options.mode ?? reading?.info.authenticationMode }

    /// The kind of contact centre, as far as it is known.
    var deployment: DeploymentType? { connection.signOn.options.deployment ?? reading?.info.deploymentType }

    private var seconds: Int64 { connection.now().milliseconds / 1000 }

    // MARK: Name, TLS, system

    private func reach() async {
        var result: Result<HTTPResponse, TransportError>?
        for origin in connection.address.candidates {
            node = origin
            do {
                result = .success(try await scout.perform(Self.request(origin, "/finesse/api/SystemInfo")))
                break
            } catch {
                result = .failure(error)
                guard NodeTrouble(error) != nil else { break }
            }
        }
        guard let result else { return }
        await probe(.name) { DoctorJudge.name(connection.address.host, resolution(result)) }
        await probe(.finesseTLS) {
            DoctorJudge.tls(.finesseTLS, node, result.map(\.connection), now: seconds)
        }
    }

    private func resolution(_ result: Result<HTTPResponse, TransportError>) -> DoctorJudge.NameResolution {
        if let override = connection.addressOverrides.first(where: { $0.applies(to: node) }) {
            return .override("\(override.targetHost ?? node.host):\(override.targetPort ?? node.port)")
        }
        switch result {
        case .success(let response) where response.connection.isProxied: return .proxy
        case .success(let response):
            let address = response.connection.remoteAddress
            return address.isEmpty ? .unseen : .addresses([address])
        case .failure(.nameNotResolved): return .unknown
        case .failure(.proxy): return .proxy
        case .failure: return .unseen
        }
    }

    private func lookAtSystem() async {
        await probe(.systemInfo) {
            let now = connection.now
            do throws(FinesseError) {
                let reading = try await client(at: node).systemInfo { now().milliseconds }
                self.reading = reading
                connection.nodes.learn(reading.info, from: node)
                return DoctorJudge.systemInfo(.success(reading.info), isModeGiven: isModeGiven)
            } catch {
                return DoctorJudge.systemInfo(.failure(error), isModeGiven: isModeGiven)
            }
        }
        await probe(.otherNode) { await lookAtOtherNodes() }
        await probe(.mode) { DoctorJudge.mode(reading?.info, given: connection.signOn.options.mode) }
        await probe(.userMode) { await lookAtUserMode() }
    }

    private func lookAtOtherNodes() async -> DoctorFinding {
        var others: [(node: HTTPOrigin, result: Result<String, FinesseError>)] = []
        for other in reading?.info.nodes(besides: node) ?? [] {
            do throws(FinesseError) {
                let status = try await client(at: other).systemInfo().status ?? "of unknown status"
                others.append((other, .success(status)))
            } catch {
                others.append((other, .failure(error)))
            }
        }
        return DoctorJudge.otherNode(others)
    }

    private func lookAtUserMode() async -> DoctorFinding {
        guard let mode else { return DoctorJudge.mode(nil, given: nil) }
        guard mode == .hybrid, let user = connection.user else {
            userMode = mode == .hybrid ? nil : mode
            return DoctorJudge.userMode(mode, connection.user, nil)
        }
        let discovery = ServerDiscovery(transport: scout, address: connection.address, mode: .hybrid)
        do throws(SSOError) {
            let found = try await discovery.mode(of: user, on: DiscoveredServer(origin: node, mode: .hybrid))
            userMode = found
            return DoctorJudge.userMode(mode, user, .success(found))
        } catch {
            return DoctorJudge.userMode(mode, user, .failure(error))
        }
    }

    // MARK: The way to the identity provider

    private func followRedirects() async {
        await probe(.redirect) {
            guard userMode != .password else {
                return DoctorFinding(
                    .redirect,
                    .skipped,
                    "this user signs in with a password, not through the identity service",
                    isObstacle: true
                )
            }
            return await begin()
        }
        await probe(.identityServiceTLS) { await lookAtTLS(.identityServiceTLS, chain?.identityService) }
        await probe(.client) {
            guard let leading = chain?.fromIdentityService else {
                return DoctorFinding(.client, .failed, "the identity service gave no answer to the client's request")
            }
            return DoctorJudge.client(leading)
        }
        await probe(.identityProviderTLS) {
            guard let origin = chain?.identityProvider else {
                return DoctorFinding(
                    .identityProviderTLS,
                    .skipped,
                    "the request travels in a form, which only a page posts on: see the page"
                )
            }
            return await lookAtTLS(.identityProviderTLS, origin)
        }
        await probe(.clocks) { DoctorJudge.clocks(clocks) }
    }

    /// Asks for a token with no cookie and no page's script, and goes where that leads.
    private func begin() async -> DoctorFinding {
        let agent = WebAgent(transport: scout, pageHosts: nil)
        let endpoint = connection.user.map {
            TokenEndpoint(origin: node, user: $0, userNameForm: connection.signOn.options.userNameForm)
        }
        guard let start = WebURL(endpoint?.signInURL ?? "\(node)/desktop/sso/test") else {
            return DoctorFinding(.redirect, .failed, "the address of the token cannot be read")
        }
        for cookie in endpoint?.signInCookies ?? [] {
            await agent.setCookie("\(cookie.name)=\(cookie.value); Path=/; Secure", from: start)
        }
        let before = scout.exchanges.count
        var trouble: WebAgentError?
        do throws(WebAgentError) { _ = try await agent.open(start) } catch { trouble = error }
        await agent.close()
        let chain = SignInChain(Array(scout.exchanges[before...]), from: node)
        self.chain = chain
        if case .redirect? = trouble, chain.identityService == nil {
            return DoctorFinding(
                .redirect,
                .failed,
                "\(node.authority) redirects in a circle",
                nextAction:
                    "See whether a proxy in front of Finesse sends the client back; show this to whoever runs it.",
                fault: "redirect-loop"
            )
        }
        guard let leading = chain.fromFinesse else {
            return DoctorFinding(
                .redirect,
                .failed,
                "\(trouble.map { "\($0)" } ?? "\(node.authority) gave no answer")",
                nextAction: "Check that the node is in service."
            )
        }
        return DoctorJudge.redirect(leading, node: node.authority)
    }

    private func lookAtTLS(_ probe: DoctorProbe, _ origin: HTTPOrigin?) async -> DoctorFinding {
        guard let origin else { return DoctorFinding(probe, .failed, "it is not known where to look") }
        // The chain was walked already: what it has shown need not be asked again.
        if let seen = scout.exchanges.last(where: { $0.origin == origin }) {
            return DoctorJudge.tls(probe, origin, .success(seen.connection), now: seconds)
        }
        do throws(TransportError) {
            let response = try await scout.perform(Self.request(origin, "/"))
            return DoctorJudge.tls(probe, origin, .success(response.connection), now: seconds)
        } catch {
            return DoctorJudge.tls(probe, origin, .failure(error), now: seconds)
        }
    }

    private var clocks: [(host: String, skew: ClockSkew, isIdentityParty: Bool)] {
        var clocks: [(host: String, skew: ClockSkew, isIdentityParty: Bool)] = []
        if let skew = reading?.skew { clocks.append((node.authority, skew, false)) }
        for origin in [chain?.identityService, chain?.identityProvider].compactMap({ $0 }) {
            guard let skew = scout.exchanges.last(where: { $0.origin == origin })?.skew else { continue }
            clocks.append((origin.authority, skew, true))
        }
        return clocks
    }

    // MARK: Parts

    private var isModeGiven: Bool { connection.signOn.options.mode != nil }

    private func client(at origin: HTTPOrigin) -> FinesseClient {
        FinesseClient(transport: scout, origin: origin, deadline: Self.patience)
    }

    private static let patience = Duration.seconds(10)

    private static func request(_ origin: HTTPOrigin, _ target: String) -> HTTPRequest {
        HTTPRequest(origin: origin, target: target, deadline: patience, maximumBodyLength: 1 << 20)
    }
}

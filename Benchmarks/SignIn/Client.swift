import FinesseSSO
import FinesseSSOWebAgent
import FinesseTypes
import Foundation
import HTTPTransport
import HTTPTransportCurl
import WebAgent
import WebAgentScripting
import WebAgentURL

/// Signs in again and again, each time with a session of its own.
struct Client: Sendable {
    /// How one sign-in went.
    struct Result: Sendable {
        var duration: Duration
        /// Why there is no token.
        var failure: String?
    }

    private let setting: Setting
    private let pages: any PageHostProvider
    private let configuration: CurlConfiguration
    private let shared: (any HTTPTransport)?

    init(_ setting: Setting, pages: any PageHostProvider, freshConnections: Bool) throws {
        self.setting = setting
        self.pages = pages
        var configuration = CurlConfiguration()
        configuration.trustedCertificates = [setting.authority]
        configuration.addressOverrides = try setting.overrides.map { text throws in try AddressOverride(text) }
        self.configuration = configuration
        shared = freshConnections ? nil : try CurlHTTPTransport(configuration)
    }

    /// Signs in a number of times, some at once.
    func signIns(_ count: Int, atOnce: Int) async throws -> [Result] {
        try await withThrowingTaskGroup(of: Result.self) { group in
            var results: [Result] = []
            for number in 0..<max(0, count) {
                if number >= atOnce, let result = try await group.next() { results.append(result) }
                group.addTask { try await signIn() }
            }
            for try await result in group { results.append(result) }
            return results
        }
    }

    private func signIn() async throws -> Result {
        let clock = ContinuousClock()
        let start = clock.now
        let transport = try shared ?? CurlHTTPTransport(configuration)
        var options = SignInOptions()
        if let origin = setting.plainOrigin { options.passwordRule.plainOrigins = [origin] }
        let agent = WebAgent(transport: transport, pageHosts: pages, configuration: WebAgentConfiguration(for: options))
        var failure: String?
        do {
            failure =
                switch setting.flow {
                case .pages: try await Self.walk(agent, setting)
                case .whole: try await Self.signIn(agent, transport, options, setting)
                }
        } catch {
            failure = "\(error)"
        }
        await agent.close()
        return Result(duration: clock.now - start, failure: failure)
    }

    /// What a person does in a browser; nil where a token comes of it.
    private static func walk(_ agent: WebAgent, _ setting: Setting) async throws -> String? {
        let path = "/desktop/sso/token?cc_username=\(setting.user)&return_user=yes&return_refresh_token=true"
        guard let origin = setting.address.candidates.first, let start = WebURL("\(origin)\(path)") else {
            return "the sandbox's address cannot be read"
        }
        let login = try await agent.open(start)
        guard login.asksForPassword else { return "\(login.url.host.map { "\($0)" } ?? "?") asks for no password" }
        _ = try await agent.fill(.role(.username), with: setting.user)
        _ = try await agent.fill(.role(.password), with: setting.password)
        guard case .page(let end) = try await agent.click(.selector("#submitButton")) else {
            return "the form is not submitted"
        }
        return String(decoding: end.body, as: UTF8.self).contains(#""token""#) ? nil : "the last page has no token"
    }

    private static func signIn(
        _ agent: WebAgent,
        _ transport: any HTTPTransport,
        _ options: SignInOptions,
        _ setting: Setting
    ) async throws -> String? {
        let outcome = try await SingleSignOn(transport: transport, address: setting.address, options: options).signIn(
            UserName(setting.user),
            credentials: SignInCredentials(userName: setting.user, password: Password(setting.password)),
            agent: agent
        )
        if case .signedIn = outcome { return nil }
        return outcome.label
    }
}

import HTTPTransport
import HTTPTransportTesting
import Synchronization
import Testing
import WebAgent
import WebAgentCookies
import WebAgentScripting
import WebAgentURL

func url(_ text: String) throws -> WebURL { try #require(WebURL(text)) }

/// The three sites of the tests: two companies and an identity provider, and one plain host.
let suffixes = PublicSuffixList(rules: ["com", "org", "example"])

/// A clock that moves when it is told to, or when somebody sleeps on it.
final class ManualWorld: Sendable {
    private struct State {
        var uptime: Duration = .zero
        var sleeps: [Duration] = []
    }

    private let state = Mutex(State())

    /// When it starts: 2025-06-01T00:00:00Z.
    private let start = CookieTime(seconds: 1_748_736_000)

    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    func advance(by duration: Duration) { state.withLock { $0.uptime += duration } }

    var environment: AgentEnvironment {
        AgentEnvironment(
            uptime: { self.state.withLock { $0.uptime } },
            time: { self.start.advanced(by: self.state.withLock { $0.uptime }) },
            sleep: { duration in
                self.state.withLock {
                    $0.sleeps.append(duration)
                    $0.uptime += duration
                }
            },
            randomBytes: { [UInt8](repeating: 7, count: $0) }
        )
    }
}

extension HTTPResponse {
    static func redirect(_ status: Int, to location: String, cookies: String...) -> HTTPResponse {
        HTTPResponse(
            status: status,
            fields: HTTPFields([HTTPField("Location", location)] + cookies.map { HTTPField("Set-Cookie", $0) })
        )
    }

    static func html(_ text: String = "<!DOCTYPE html>", status: Int = 200, fields: HTTPFields = [:]) -> HTTPResponse {
        HTTPResponse(
            status: status,
            fields: HTTPFields([HTTPField("Content-Type", "text/html; charset=utf-8")] + Array(fields)),
            body: Array(text.utf8)
        )
    }

    static func json(_ text: String, status: Int = 200, cookies: String...) -> HTTPResponse {
        HTTPResponse(
            status: status,
            fields: HTTPFields(
                [HTTPField("Content-Type", "application/json")] + cookies.map { HTTPField("Set-Cookie", $0) }
            ),
            body: Array(text.utf8)
        )
    }
}

/// Answers by method and address; everything else is 404.
func server(_ routes: [String: HTTPResponse]) -> ScriptedTransport {
    ScriptedTransport { request throws(TransportError) in
        let path = request.target.prefix { $0 != "?" }
        return routes["\(request.method) \(request.origin)\(path)"] ?? HTTPResponse(status: 404)
    }
}

/// An agent on a scripted transport, and its world.
struct Rig {
    let world = ManualWorld()
    let transport: ScriptedTransport
    let hosts: ScriptedHosts
    let agent: WebAgent

    init(
        _ transport: ScriptedTransport,
        pages: ScriptedHosts = ScriptedHosts(),
        _ change: (inout WebAgentConfiguration) -> Void = { _ in }
    ) {
        self.transport = transport
        hosts = pages
        var configuration = WebAgentConfiguration()
        configuration.userAgent = "Test/1"
        change(&configuration)
        agent = WebAgent(
            transport: transport,
            pageHosts: pages,
            configuration: configuration,
            suffixes: suffixes,
            environment: world.environment
        )
    }

    init(
        _ routes: [String: HTTPResponse],
        pages: ScriptedHosts = ScriptedHosts(),
        _ change: (inout WebAgentConfiguration) -> Void = { _ in }
    ) {
        self.init(server(routes), pages: pages, change)
    }

    func open(_ text: String) async throws -> Page { try await agent.open(try url(text)) }

    /// Opens an address and expects that to fail.
    func failure(opening text: String) async throws -> WebAgentError {
        let address = try url(text)
        return try await #require(throws: WebAgentError.self) { try await agent.open(address) }
    }

    /// The requests as `GET https://host/path?query`.
    var asked: [String] { transport.requests.map { "\($0.method) \($0.origin)\($0.target)" } }

    func field(_ name: String, of index: Int) -> String? {
        index < transport.requests.count ? transport.requests[index].fields.text(named: name) : nil
    }
}

extension ActionOutcome {
    var page: Page? {
        if case .page(let page) = self { page } else { nil }
    }

    var refusal: ActionRefusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }
}

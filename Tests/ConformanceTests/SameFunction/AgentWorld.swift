import ConformanceSuites
import Foundation
import HTTPTransport
import HTTPTransportTesting
import Synchronization
import Testing
import WebAgent
import WebAgentCookies
import WebAgentURL

/// A whole agent on a network that a test writes: what it does there is what its users see.
struct AgentWorld {
    /// What a test's network answers by address.
    typealias Pages = [String: HTTPResponse]

    private let transport: ScriptedTransport
    let agent: WebAgent
    let waits = Waits()

    /// How long the agent waited, each time.
    final class Waits: Sendable {
        private let kept = Mutex<[Duration]>([])

        var all: [Duration] { kept.withLock { $0 } }

        func append(_ duration: Duration) { kept.withLock { $0.append(duration) } }
    }

    /// Makes an agent.
    ///
    /// - Parameters:
    ///   - pages: what each address answers with; all others answer with an empty 200.
    ///   - later: what they answer with from the second request on, where that is something else.
    ///   - suffixes: what a site is.
    ///   - now: the time of day, in seconds.
    ///   - change: changes the configuration.
    init(
        _ pages: Pages,
        later: Pages? = nil,
        suffixes: any PublicSuffixes = LibPSLPublicSuffixes(),
        now: Int64 = 1_767_225_600,
        change: (inout WebAgentConfiguration) -> Void = { _ in }
    ) {
        let count = Mutex(0)
        transport = ScriptedTransport { request throws(TransportError) in
            let isFirst = count.withLock { number in
                number += 1
                return number == 1
            }
            let known = isFirst ? pages : later ?? pages
            return known["\(request.origin)\(request.target)"] ?? HTTPResponse(status: 200)
        }
        var configuration = WebAgentConfiguration()
        change(&configuration)
        agent = WebAgent(
            transport: transport,
            pageHosts: InProcessPageHosts(),
            configuration: configuration,
            suffixes: suffixes,
            environment: AgentEnvironment(
                uptime: AgentEnvironment.system.uptime,
                time: { CookieTime(seconds: now) },
                sleep: { [waits] in waits.append($0) },
                randomBytes: { [UInt8](repeating: 7, count: $0) }
            )
        )
    }

    /// Opens an address.
    @discardableResult
    func open(_ address: String) async throws -> Page {
        try await agent.open(try #require(WebURL(address)))
    }

    /// A page opened and one of its scripts run: the text the script returns.
    static func evaluate(_ script: String, on page: HTTPResponse) async throws -> String {
        let world = AgentWorld(["https://page.test/folder/page?query": page])
        try await world.open("https://page.test/folder/page?query")
        let outcome = try await world.agent.evaluate(script)
        await world.agent.close()
        guard case .value(let json?) = outcome else {
            Issue.record("the script gave \(outcome)")
            return ""
        }
        return try JSONDecoder().decode(String.self, from: Data(json.utf8))
    }

    /// Every request so far.
    var requests: [HTTPRequest] { transport.requests }

    /// The `Cookie` field of the last request.
    var lastCookies: String { requests.last?.fields.text(named: "Cookie") ?? "" }
}

extension HTTPResponse {
    /// An HTML page.
    static func page(_ markup: String, charset: String = "utf-8", setCookies: [String] = []) -> HTTPResponse {
        let type = HTTPField("Content-Type", "text/html; charset=\(charset)")
        let cookies = setCookies.map { HTTPField("Set-Cookie", $0) }
        return HTTPResponse(status: 200, fields: HTTPFields([type] + cookies), body: Array(markup.utf8))
    }

    /// A redirect.
    static func redirect(_ status: Int, to location: String) -> HTTPResponse {
        HTTPResponse(status: status, fields: ["Location": location])
    }
}

/// Text in markup, every character by its number, so that the encoding of the page does not matter.
func escaped(_ text: String) -> String {
    text.unicodeScalars.map { "&#\($0.value);" }.joined()
}

/// A text as a literal of JavaScript.
func literal(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
}

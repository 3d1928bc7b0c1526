import HTTPTransport
import HTTPTransportTesting
import WebAgent
import WebAgentCookies
import WebAgentURL

/// A captured page on a network of its own, opened by the agent with scripts and a page host as in a real sign-in.
struct CapturedPage {
    var url: WebURL
    var body: [UInt8]
    var contentType: String

    /// Opens the page and lets four seconds of its time pass.
    ///
    /// - Returns: the first request it made by itself for another page, or why there is none.
    func firstNavigation() async -> String {
        let transport = ScriptedTransport { request throws(TransportError) in
            guard "\(request.origin)\(request.target)" == "\(url.origin)\(url.requestTarget)" else {
                return HTTPResponse(status: 404)
            }
            return HTTPResponse(status: 200, fields: ["Content-Type": contentType], body: body)
        }
        let agent = WebAgent(
            transport: transport,
            pageHosts: InProcessPageHosts(),
            configuration: Self.configuration,
            environment: Self.environment
        )
        var end = NavigationFacts.none
        do throws(WebAgentError) {
            _ = try await agent.open(url)
        } catch {
            end = "\(error)"
        }
        await agent.close()
        // Of all requests only those for a page have this field; scripts and other parts have not.
        let navigations = transport.requests.filter { $0.fields.contains(named: "Upgrade-Insecure-Requests") }
        return navigations.dropFirst().first.map { NavigationFacts($0).description } ?? end
    }

    private static var configuration: WebAgentConfiguration {
        var configuration = WebAgentConfiguration()
        configuration.pageTime = .seconds(4)
        configuration.maximumRefreshDelay = .seconds(4)
        configuration.waitsForRefresh = false
        // A browser sends these, and the rows are what a browser did.
        configuration.allowsInsecurePost = true
        return configuration
    }

    private static let environment = AgentEnvironment(
        uptime: AgentEnvironment.system.uptime,
        time: { CookieTime(seconds: 1_767_225_600) },
        sleep: { _ in },
        randomBytes: { [UInt8](repeating: 0, count: $0) }
    )

    /// Puts values in the place of a template's placeholders: `{{.UrlX}}` is an address, `{{.X}}` is `x-X`.
    static func replacingPlaceholders(in template: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = template[...]
        while let start = rest.firstRange(of: Array("{{.".utf8)) {
            result += rest[..<start.lowerBound]
            rest = rest[start.lowerBound...]
            let name = rest.dropFirst(3).prefix { $0 != UInt8(ascii: "}") }
            guard rest[name.endIndex...].starts(with: "}}".utf8), name.allSatisfy(isNameByte) else {
                result += rest.prefix(3)
                rest = rest.dropFirst(3)
                continue
            }
            result += Array((name.starts(with: "Url".utf8) ? "https://sp.example.test/post/" : "x-").utf8) + name
            rest = rest[(name.endIndex + 2)...]
        }
        return result + rest
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
    }
}

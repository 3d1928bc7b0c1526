import HTTPTransport
import WebAgentURL

/// Whether a server lets its page be shown in a frame.
///
/// Source: HTML standard, section 7.7 ("X-Frame-Options"), and Content Security Policy Level 3, section 6.4.2
/// ("frame-ancestors"). Departures: a path in a source is not looked at, as browsers look at none here.
enum FramingPolicy {
    /// The rule against showing an answer, as a clause for people; nil when there is none.
    static func refusal(of response: HTTPResponse, at url: WebURL, in ancestors: [Origin]) -> String? {
        let lists = policies(of: response).compactMap { $0["frame-ancestors"] }
        for list in lists {
            let sources = list.split { $0 == " " || $0 == "\t" }.map { $0.lowercased() }
            for ancestor in ancestors where !sources.contains(where: { matches($0, ancestor, own: url) }) {
                return "its server lets no page of \(ancestor) show it in a frame (frame-ancestors \(list))"
            }
        }
        // Where the newer policy speaks the older field is not heard.
        return lists.isEmpty ? olderRefusal(of: response, at: url, in: ancestors) : nil
    }

    /// What the `sandbox` directive of an answer allows; nil without one.
    static func sandbox(of response: HTTPResponse) -> String? {
        policies(of: response).lazy.compactMap { $0["sandbox"] }.first
    }

    private static func olderRefusal(
        of response: HTTPResponse,
        at url: WebURL,
        in ancestors: [Origin]
    ) -> String? {
        let text = response.fields.values(named: "X-Frame-Options").map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: ",")
        let values = Set(
            text.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }.filter { !$0.isEmpty }
        )
        let refusal =
            "its server does not let it be shown in a frame (X-Frame-Options: \(values.sorted().joined(separator: ", ")))"
        if values.count > 1 { return values.isDisjoint(with: ["deny", "allowall", "sameorigin"]) ? nil : refusal }
        switch values.first {
        case "deny": return refusal
        case "sameorigin": return ancestors.allSatisfy { $0.isSameOrigin(as: url.origin) } ? nil : refusal
        default: return nil
        }
    }

    /// The policies of an answer: the values of their directives by name, the first of a name counts.
    private static func policies(of response: HTTPResponse) -> [[String: String]] {
        response.fields.values(named: "Content-Security-Policy")
            .flatMap { String(decoding: $0, as: UTF8.self).split(separator: ",") }
            .map { policy in
                var directives: [String: String] = [:]
                for directive in policy.split(separator: ";") {
                    let words = directive.split(maxSplits: 1) { $0 == " " || $0 == "\t" }
                    guard let name = words.first?.lowercased(), directives[name] == nil else { continue }
                    directives[name] = words.count > 1 ? String(words[1]) : ""
                }
                return directives
            }
    }

    /// Source: Content Security Policy Level 3, section 6.7.2.8, "match a URL to a source expression".
    private static func matches(_ source: String, _ ancestor: Origin, own: WebURL) -> Bool {
        guard let scheme = ancestor.scheme, let host = ancestor.host else { return false }
        switch source {
        case "'none'": return false
        case "'self'": return ancestor.isSameOrigin(as: own.origin)
        case "*": return true
        default: break
        }
        if source.hasSuffix(":"), !source.contains("/") { return schemeMatches(String(source.dropLast()), scheme) }
        var rest = Substring(source)
        var wanted = own.scheme
        if let found = source.firstIndex(of: ":"), source[found...].hasPrefix("://") {
            wanted = String(source[..<found])
            rest = source[source.index(found, offsetBy: 3)...]
        }
        rest = rest.prefix { $0 != "/" }
        var port: Substring?
        if let colon = rest.lastIndex(of: ":") {
            port = rest[rest.index(after: colon)...]
            rest = rest[..<colon]
        }
        guard schemeMatches(wanted, scheme) else { return false }
        let name = "\(host)".lowercased()
        let isHost = rest == "*" || (rest.hasPrefix("*.") ? name.hasSuffix(rest.dropFirst()) : name == rest)
        return isHost && portMatches(port, ancestor)
    }

    /// A source of http is also met by https.
    private static func schemeMatches(_ wanted: String, _ scheme: String) -> Bool {
        wanted == scheme || wanted == "http" && scheme == "https"
    }

    private static func portMatches(_ wanted: Substring?, _ ancestor: Origin) -> Bool {
        guard wanted != "*" else { return true }
        guard case .tuple(let scheme, _, let port) = ancestor else { return false }
        let usual = scheme == "https" ? "443" : "80"
        guard let wanted else { return port == nil }
        return wanted == (port.map { Substring("\($0)") } ?? Substring(usual))
            || wanted == "80" && port == nil && scheme == "https"
    }
}

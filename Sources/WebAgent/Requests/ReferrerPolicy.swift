public import WebAgentURL

/// How much of a document's address goes along with the requests it starts.
///
/// Source: https://w3c.github.io/webappsec-referrer-policy/ (2023-12-20), §3.
public enum ReferrerPolicy: String, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case noReferrer = "no-referrer"

    /// All, except from https to http.
    case noReferrerWhenDowngrade = "no-referrer-when-downgrade"

    /// All to the own origin, nothing elsewhere.
    case sameOrigin = "same-origin"

    /// The origin.
    case origin = "origin"

    /// The origin, except from https to http.
    case strictOrigin = "strict-origin"

    /// All to the own origin, the origin elsewhere.
    case originWhenCrossOrigin = "origin-when-cross-origin"

    /// All to the own origin, the origin elsewhere, nothing from https to http. What holds when nothing is said.
    case strictOriginWhenCrossOrigin = "strict-origin-when-cross-origin"

    /// All, always.
    case unsafeURL = "unsafe-url"

    /// Reads a `Referrer-Policy` field: the last word that is a policy.
    ///
    /// - Parameter field: the value, several joined by commas; fails when no word of it is known.
    ///
    /// Source: §8.1.
    public init?(field: String) {
        let words = field.split(separator: ",").map { String($0.filter { $0 != " " && $0 != "\t" }).lowercased() }
        guard let policy = words.compactMap(Self.init(rawValue:)).last else { return nil }
        self = policy
    }

    /// The value of `Referer` for a request.
    ///
    /// - Parameters:
    ///   - source: the address of the document that starts it, or what an earlier hop made of that.
    ///   - target: where the request goes.
    /// - Returns: the address to send; nil for none.
    ///
    /// Source: §8.3, §8.4. DEPARTURE: what is a downgrade is decided by the schemes, as browsers do; the standard also takes
    /// `http://localhost` for secure.
    public func referrer(from source: WebURL, to target: WebURL) -> WebURL? {
        guard source.scheme == "http" || source.scheme == "https" else { return nil }
        var full = source.withoutFragment
        full.setUsername("")
        full.setPassword("")
        let originOnly = WebURL("\(source.origin)/")
        let isSameOrigin = source.origin.isSameOrigin(as: target.origin)
        let isDowngrade = source.scheme == "https" && target.scheme != "https"
        return switch self {
        case .noReferrer: nil
        case .noReferrerWhenDowngrade: isDowngrade ? nil : full
        case .sameOrigin: isSameOrigin ? full : nil
        case .origin: originOnly
        case .strictOrigin: isDowngrade ? nil : originOnly
        case .originWhenCrossOrigin: isSameOrigin ? full : originOnly
        case .strictOriginWhenCrossOrigin: isSameOrigin ? full : (isDowngrade ? nil : originOnly)
        case .unsafeURL: full
        }
    }
}

extension WebURL {
    /// Whether what is sent there cannot be read on the way: https, or this machine.
    ///
    /// Source: https://w3c.github.io/webappsec-secure-contexts/ (2023-11-10), §3.1.
    var isTrustworthy: Bool {
        if scheme == "https" { return true }
        return switch host {
        case .domain(let name): name == "localhost" || name.hasSuffix(".localhost")
        case .ipv4(let address): address >> 24 == 127
        case .ipv6: hostname == "[::1]"
        default: false
        }
    }
}

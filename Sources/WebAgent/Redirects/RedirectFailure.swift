/// Why a redirect was not followed.
public enum RedirectFailure: Hashable, Sendable {
    /// The `Location` is no address.
    case unreadableLocation(from: RedactedURL)

    /// The `Location` leads out of http and https.
    case foreignScheme(String, from: RedactedURL)

    /// There were too many; the chain shows all, the one not followed last.
    case tooMany(limit: Int, chain: [RedactedURL])
}

extension RedirectFailure: CustomStringConvertible {
    /// What, where and what next, in a sentence.
    public var description: String {
        switch self {
        case .unreadableLocation(let url):
            "\(url) redirects to something that is no address. Report it to whoever runs \(url.host)."
        case .foreignScheme(let scheme, let url):
            "\(url) redirects to a \(scheme): address, which this agent does not follow. Report it to whoever runs \(url.host)."
        case .tooMany(let limit, let chain):
            "After \(limit) redirects there was still no page\(Self.loop(in: chain)). The way was: "
                + chain.map(\.description).joined(separator: " → ")
                + ". Check the servers' configuration, and that cookies are kept."
        }
    }

    /// Names the part of the chain that repeats, if one does.
    private static func loop(in chain: [RedactedURL]) -> String {
        guard let last = chain.last, let earlier = chain.dropLast().lastIndex(of: last) else { return "" }
        let length = chain.count - 1 - earlier
        return length == 1 ? ": \(last) redirects to itself" : ": the same \(length) addresses come again and again"
    }
}

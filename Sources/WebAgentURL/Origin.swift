/// Who a document or a request belongs to.
///
/// Source: HTML §7.1.1 "origin" and WHATWG URL (2025) §4.7, https://url.spec.whatwg.org/#origin
public enum Origin: Hashable, Sendable, CustomStringConvertible {
    /// Scheme, host and port; the port is nil where it is the scheme's default.
    case tuple(scheme: String, host: Host, port: UInt16?)

    /// An origin that is the same as no other, not even as another opaque one: see ``isSameOrigin(as:)``.
    case opaque

    /// The serialisation, `https://example.com` or `null`.
    public var description: String {
        switch self {
        case .tuple(let scheme, let host, let port):
            "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "")
        case .opaque: "null"
        }
    }

    /// Whether the origin is opaque.
    public var isOpaque: Bool { self == .opaque }

    /// The host of a tuple origin.
    public var host: Host? {
        if case .tuple(_, let host, _) = self { host } else { nil }
    }

    /// The scheme of a tuple origin.
    public var scheme: String? {
        if case .tuple(let scheme, _, _) = self { scheme } else { nil }
    }

    /// Whether two origins are the same.
    ///
    /// `==` compares the values, so that two opaque origins are equal; of them nobody knows that they are the *same*.
    ///
    /// - Parameter other: another origin.
    /// - Returns: true when both are tuples with the same parts.
    public func isSameOrigin(as other: Origin) -> Bool { !isOpaque && self == other }
}

extension WebURL {
    /// The URL's origin.
    ///
    /// Source: WHATWG URL (2025) §4.7.
    public var origin: Origin {
        switch scheme {
        case "ftp", "http", "https", "ws", "wss":
            host.map { .tuple(scheme: scheme, host: $0, port: port) } ?? .opaque
        case "blob":
            // The URL inside, where it is one that may own a blob.
            WebURL(path).flatMap { ["http", "https"].contains($0.scheme) ? $0.origin : nil } ?? .opaque
        default: .opaque
        }
    }
}

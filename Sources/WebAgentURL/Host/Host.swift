/// What a URL's authority names.
///
/// Source: WHATWG URL (2025) §3.1, https://url.spec.whatwg.org/#concept-host
public enum Host: Hashable, Sendable, CustomStringConvertible {
    /// A domain in its ASCII form: lower case, labels outside ASCII as `xn--`.
    case domain(String)

    /// An IPv4 address, most significant byte first.
    case ipv4(UInt32)

    /// An IPv6 address.
    case ipv6(IPv6Address)

    /// The host of a URL whose scheme is not special: percent-encoded and otherwise not looked at.
    case opaque(String)

    /// The empty host, as in `file:///`.
    case empty

    /// The host as it stands in a URL; an IPv6 address in brackets.
    public var description: String {
        switch self {
        case .domain(let name), .opaque(let name): name
        case .ipv4(let address): IPv4.serialize(address)
        case .ipv6(let address): "[\(address)]"
        case .empty: ""
        }
    }

    /// The host for people: a domain's `xn--` labels shown in Unicode where they are valid, all else as ``description``.
    public var displayName: String {
        if case .domain(let name) = self { DomainName.toUnicode(name) } else { description }
    }

    /// Whether the host is an IPv4 or IPv6 address.
    public var isIPAddress: Bool {
        switch self {
        case .ipv4, .ipv6: true
        case .domain, .opaque, .empty: false
        }
    }
}

extension Host {
    /// Reads a host as it stands in a URL with a special scheme, such as `EXAMPLE.com`, `0x7f.1` or `[::1]`.
    ///
    /// - Parameter string: the host without port; fails for an empty one and for one no URL accepts.
    ///
    /// Source: WHATWG URL (2025), "host parser".
    public init?(_ string: String) {
        guard !string.isEmpty, let host = HostParser.parse(Array(string.utf8), isOpaque: false) else { return nil }
        self = host
    }
}

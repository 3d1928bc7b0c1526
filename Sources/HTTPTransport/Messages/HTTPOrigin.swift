/// The party a request is sent to: scheme, host and port.
public struct HTTPOrigin: Hashable, Sendable {
    /// The two schemes a transport speaks.
    public enum Scheme: String, Hashable, Sendable, CaseIterable {
        /// Plain HTTP.
        case http
        /// HTTP over TLS.
        case https

        /// The port that a URL of this scheme leaves out.
        public var defaultPort: UInt16 {
            switch self {
            case .http: 80
            case .https: 443
            }
        }
    }

    /// Whether TLS protects the exchange.
    public let scheme: Scheme
    /// The host in lower-case ASCII: a name (already in its `xn--` form), an IPv4 address, or an IPv6 address *without* brackets.
    public let host: String
    /// The port, always present.
    public let port: UInt16

    /// Creates an origin.
    ///
    /// Letters of the host become lower case, the brackets of an IPv6 address fall away and it takes its shortest form, so that
    /// equal addresses are equal origins; nothing else is repaired. A host
    /// that cannot be sent is refused by ``HTTPRequest/validate()``.
    ///
    /// - Parameters:
    ///   - scheme: Whether TLS protects the exchange.
    ///   - host: A name in ASCII, an IPv4 address, or an IPv6 address with or without brackets.
    ///   - port: The port; the scheme's own when `nil`.
    public init(scheme: Scheme, host: String, port: UInt16? = nil) {
        self.scheme = scheme
        var host = Substring(host)
        if host.utf8.first == UInt8(ascii: "["), host.utf8.last == UInt8(ascii: "]") {
            host = host.dropFirst().dropLast()
        }
        let address = IPAddress(String(host))
        self.host = address?.version6Text ?? ASCII.lowercased(host)
        self.port = port ?? scheme.defaultPort
    }

    /// Whether the host is an IPv6 address.
    public var isIPv6: Bool { host.utf8.contains(UInt8(ascii: ":")) }

    /// The origin without the dot that ends an absolute name: `one.test.` and `one.test` are one server.
    package var withoutFinalDot: HTTPOrigin {
        host.utf8.last == UInt8(ascii: ".")
            ? HTTPOrigin(scheme: scheme, host: String(host.dropLast()), port: port) : self
    }

    /// The host and port as the `Host` field shows them: brackets around IPv6, no default port.
    public var authority: String {
        let shown = isIPv6 ? "[\(host)]" : host
        return port == scheme.defaultPort ? shown : "\(shown):\(port)"
    }
}

extension HTTPOrigin: CustomStringConvertible {
    /// The origin as the beginning of a URL: `https://finesse1.xyz.com:8445`.
    public var description: String { "\(scheme.rawValue)://\(authority)" }
}

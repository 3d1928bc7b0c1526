/// An HTTP proxy, spoken to in plain text or over TLS.
///
/// https origins are reached through it by CONNECT; http origins by asking it for the whole URL.
public struct Proxy: Sendable, Hashable {
    /// How the proxy itself is spoken to.
    public enum Scheme: String, Sendable, Hashable {
        /// In plain text.
        case http
        /// Over TLS, verified as every server is.
        case https
    }

    /// How the proxy itself is spoken to.
    public var scheme: Scheme
    /// Its host, an IPv6 address without brackets.
    public var host: String
    /// Its port.
    public var port: UInt16
    /// The name it is told, if any.
    public var userName: String?
    /// The password it is told, if any.
    public var password: String?

    /// Creates a proxy.
    ///
    /// - Parameters:
    ///   - scheme: How the proxy itself is spoken to.
    ///   - host: Its host, an IPv6 address without brackets.
    ///   - port: Its port.
    ///   - userName: The name it is told (Basic), if any.
    ///   - password: The password it is told, if any.
    public init(
        scheme: Scheme = .http,
        host: String,
        port: UInt16,
        userName: String? = nil,
        password: String? = nil
    ) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.userName = userName
        self.password = password
    }

    /// Its address as a URL, without the name and password.
    var url: String { "\(scheme.rawValue)://\(host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host):\(port)" }
}

extension Proxy: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Its address as a URL, without the name and password.
    public var description: String { url }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Nothing to look into: the password is a secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

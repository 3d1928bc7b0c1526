/// A cookie in the jar.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.7.
public struct Cookie: Hashable, Sendable {
    /// The name, as sent; may be empty.
    public let name: [UInt8]

    /// The value, as sent.
    ///
    /// A secret: it never shows in ``description``.
    public let value: [UInt8]

    /// The host or the domain it belongs to, in lower case.
    public let domain: String

    /// Whether it goes to exactly that host.
    public let isHostOnly: Bool

    /// The path it belongs to, as sent.
    public let path: [UInt8]

    /// When it was first set; overwriting it keeps this.
    public let creation: CookieTime

    /// When it was last sent or read.
    public internal(set) var lastAccess: CookieTime

    /// When it ends; nil at the end of the session.
    public let expiry: CookieTime?

    /// Whether it goes over secure connections only.
    public let isSecure: Bool

    /// Whether scripts cannot see it.
    public let isHTTPOnly: Bool

    /// Where it goes with requests that another site started.
    public let sameSite: SameSite

    /// Orders cookies that were created in the same millisecond.
    var order: UInt64 = 0

    func isExpired(at now: CookieTime) -> Bool {
        if let expiry { expiry <= now } else { false }
    }

    /// Same name, domain, host-only-flag and path: there is at most one such cookie.
    ///
    /// Source: §5.7 step 23.
    func isSameCookie(as other: Cookie) -> Bool {
        name == other.name && path == other.path && isHostOnly == other.isHostOnly && domain == other.domain
    }

    /// The order in which cookies are sent.
    ///
    /// Source: §5.8.3 step 4.
    func goesBefore(_ other: Cookie) -> Bool {
        if path.count != other.path.count { return path.count > other.path.count }
        if creation != other.creation { return creation < other.creation }
        return order < other.order
    }
}

extension Cookie: CustomStringConvertible, CustomReflectable {
    /// The name, domain and path; never the value.
    public var description: String {
        "\(String(decoding: name, as: UTF8.self))=<redacted> (\(domain)\(String(decoding: path, as: UTF8.self)))"
    }

    /// Shows nothing that ``description`` does not.
    public var customMirror: Mirror { Mirror(self, children: ["cookie": description]) }
}

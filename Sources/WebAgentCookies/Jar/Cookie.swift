/// A cookie in the jar.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.7.
public struct Cookie: Hashable, Sendable {
    /// What never changes, behind one reference, so that a copy costs one count.
    private let facts: Facts

    /// When it was last sent or read.
    public internal(set) var lastAccess: CookieTime

    /// Orders cookies that were created in the same millisecond.
    var order: UInt64 = 0

    init(
        name: [UInt8],
        value: [UInt8],
        domain: String,
        isHostOnly: Bool,
        path: [UInt8],
        creation: CookieTime,
        lastAccess: CookieTime,
        expiry: CookieTime?,
        isSecure: Bool,
        isHTTPOnly: Bool,
        sameSite: SameSite
    ) {
        facts = Facts(
            name: name,
            value: value,
            domain: domain,
            isHostOnly: isHostOnly,
            path: path,
            creation: creation,
            expiry: expiry,
            isSecure: isSecure,
            isHTTPOnly: isHTTPOnly,
            sameSite: sameSite
        )
        self.lastAccess = lastAccess
    }

    /// The name, as sent; may be empty.
    public var name: [UInt8] { facts.name }

    /// The value, as sent.
    ///
    /// A secret: it never shows in ``description``.
    public var value: [UInt8] { facts.value }

    /// Name and value as they are sent.
    var pair: [UInt8] { facts.pair }

    /// The host or the domain it belongs to, in lower case.
    public var domain: String { facts.domain }

    /// Whether it goes to exactly that host.
    public var isHostOnly: Bool { facts.isHostOnly }

    /// The path it belongs to, as sent.
    public var path: [UInt8] { facts.path }

    /// When it was first set; overwriting it keeps this.
    public var creation: CookieTime { facts.creation }

    /// When it ends; nil at the end of the session.
    public var expiry: CookieTime? { facts.expiry }

    /// Whether it goes over secure connections only.
    public var isSecure: Bool { facts.isSecure }

    /// Whether scripts cannot see it.
    public var isHTTPOnly: Bool { facts.isHTTPOnly }

    /// Where it goes with requests that another site started.
    public var sameSite: SameSite { facts.sameSite }

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

extension Cookie {
    /// The part of a cookie that never changes.
    private final class Facts: Hashable, Sendable {
        let name: [UInt8]
        let value: [UInt8]
        let pair: [UInt8]
        let domain: String
        let isHostOnly: Bool
        let path: [UInt8]
        let creation: CookieTime
        let expiry: CookieTime?
        let isSecure: Bool
        let isHTTPOnly: Bool
        let sameSite: SameSite

        init(
            name: [UInt8],
            value: [UInt8],
            domain: String,
            isHostOnly: Bool,
            path: [UInt8],
            creation: CookieTime,
            expiry: CookieTime?,
            isSecure: Bool,
            isHTTPOnly: Bool,
            sameSite: SameSite
        ) {
            self.name = name
            self.value = value
            pair = name.isEmpty ? value : name + [UInt8(ascii: "=")] + value
            self.domain = domain
            self.isHostOnly = isHostOnly
            self.path = path
            self.creation = creation
            self.expiry = expiry
            self.isSecure = isSecure
            self.isHTTPOnly = isHTTPOnly
            self.sameSite = sameSite
        }

        static func == (left: Facts, right: Facts) -> Bool {
            left === right
                || left.name == right.name && left.value == right.value && left.domain == right.domain
                    && left.isHostOnly == right.isHostOnly && left.path == right.path
                    && left.creation == right.creation && left.expiry == right.expiry
                    && left.isSecure == right.isSecure && left.isHTTPOnly == right.isHTTPOnly
                    && left.sameSite == right.sameSite
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(domain)
            hasher.combine(path)
            hasher.combine(creation)
        }
    }
}

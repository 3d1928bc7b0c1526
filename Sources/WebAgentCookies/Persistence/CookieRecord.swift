/// A cookie as it is kept outside a jar: every field plain.
///
/// It holds the cookie's value: whoever keeps it keeps a secret. It never shows in ``description``.
public struct CookieRecord: Hashable, Sendable {
    /// The name, as sent.
    public var name: [UInt8]

    /// The value, as sent.
    public var value: [UInt8]

    /// The host or the domain it belongs to.
    public var domain: String

    /// Whether it goes to exactly that host.
    public var isHostOnly: Bool

    /// The path it belongs to.
    public var path: [UInt8]

    /// When it was first set.
    public var creation: CookieTime

    /// When it was last sent or read.
    public var lastAccess: CookieTime

    /// When it ends; nil at the end of the session.
    public var expiry: CookieTime?

    /// Whether it goes over secure connections only.
    public var isSecure: Bool

    /// Whether scripts cannot see it.
    public var isHTTPOnly: Bool

    /// Where it goes with requests that another site started.
    public var sameSite: SameSite

    /// Makes the record of a cookie.
    ///
    /// - Parameter cookie: the cookie.
    public init(_ cookie: Cookie) {
        name = cookie.name
        value = cookie.value
        domain = cookie.domain
        isHostOnly = cookie.isHostOnly
        path = cookie.path
        creation = cookie.creation
        lastAccess = cookie.lastAccess
        expiry = cookie.expiry
        isSecure = cookie.isSecure
        isHTTPOnly = cookie.isHTTPOnly
        sameSite = cookie.sameSite
    }

    init(reading reader: inout ArchiveReader) throws(CookieArchiveError) {
        name = try reader.bytes()
        value = try reader.bytes()
        domain = String(decoding: try reader.bytes(), as: UTF8.self)
        path = try reader.bytes()
        creation = try reader.time()
        lastAccess = try reader.time()
        let flags = try reader.byte()
        expiry = flags & 1 != 0 ? try reader.time() : nil
        isHostOnly = flags & 2 != 0
        isSecure = flags & 4 != 0
        isHTTPOnly = flags & 8 != 0
        guard flags < 16, let sameSite = Self.sameSiteCodes[try reader.byte()] else { throw .malformed }
        self.sameSite = sameSite
    }

    func write(to archive: inout ArchiveWriter) {
        archive.bytes(name)
        archive.bytes(value)
        archive.bytes(Array(domain.utf8))
        archive.bytes(path)
        archive.time(creation)
        archive.time(lastAccess)
        archive.byte((expiry == nil ? 0 : 1) | (isHostOnly ? 2 : 0) | (isSecure ? 4 : 0) | (isHTTPOnly ? 8 : 0))
        if let expiry { archive.time(expiry) }
        archive.byte(Self.sameSiteCodes.first { $0.value == sameSite }?.key ?? 0)
    }

    private static let sameSiteCodes: [UInt8: SameSite] = [0: .unspecified, 1: .none, 2: .lax, 3: .strict]
}

extension CookieRecord: CustomStringConvertible, CustomReflectable {
    /// The name, domain and path; never the value.
    public var description: String {
        "\(String(decoding: name, as: UTF8.self))=<redacted> (\(domain)\(String(decoding: path, as: UTF8.self)))"
    }

    /// Shows nothing that ``description`` does not.
    public var customMirror: Mirror { Mirror(self, children: ["cookie": description]) }
}

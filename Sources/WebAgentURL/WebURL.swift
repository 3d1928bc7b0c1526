/// A URL as browsers read it.
///
/// It is kept serialised, with the places of its parts. Every part is ASCII: what is not stands percent-encoded, and
/// domains in their `xn--` form. Two URLs are equal when their serialisations are.
///
/// Source: WHATWG URL (2025), https://url.spec.whatwg.org/
public struct WebURL: Hashable, Sendable, CustomStringConvertible {
    /// The whole URL.
    public private(set) var href: String

    private(set) var layout: Layout

    /// Parses a URL.
    ///
    /// - Parameters:
    ///   - string: a URL, absolute or relative to `base`.
    ///   - base: what a relative URL is relative to; without one only absolute URLs are read.
    ///   - encoding: the encoding of the query of special schemes: that of the document the URL stands in.
    public init?(_ string: String, base: WebURL? = nil, encoding: CharacterEncoding = .utf8) {
        let bytes = Array(string.utf8)
        if encoding.scheme == .utf8, let (href, layout) = PlainURLReader.read(bytes, base: base) {
            self.init(href: String(decoding: href, as: UTF8.self), layout: layout)
        } else {
            self.init(utf8: bytes, base: base, encoding: encoding)
        }
    }

    /// Parses a URL given in UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: a URL, absolute or relative to `base`; malformed sequences are percent-encoded as they are.
    ///   - base: what a relative URL is relative to.
    ///   - encoding: the encoding of the query of special schemes.
    public init?(utf8 bytes: [UInt8], base: WebURL? = nil, encoding: CharacterEncoding = .utf8) {
        guard let record = URLParser.parse(bytes, base: base?.record, encoding: encoding) else { return nil }
        self.init(record)
    }

    init?(_ record: URLRecord) {
        guard let (href, layout) = record.serialized() else { return nil }
        self.init(href: String(decoding: href, as: UTF8.self), layout: layout)
    }

    private init(href: String, layout: Layout) {
        self.href = href
        self.layout = layout
    }

    /// The whole URL, the same as ``href``.
    public var description: String { href }

    /// Whether two URLs have the same serialisation.
    ///
    /// - Parameters:
    ///   - lhs: a URL.
    ///   - rhs: another.
    /// - Returns: true when they are written alike.
    public static func == (lhs: WebURL, rhs: WebURL) -> Bool { lhs.href == rhs.href }

    /// Hashes the serialisation.
    ///
    /// - Parameter hasher: takes it.
    public func hash(into hasher: inout Hasher) { hasher.combine(href) }
}

extension WebURL {
    /// Where the parts of a serialisation lie, in bytes.
    struct Layout: Sendable {
        enum HostKind: Sendable {
            case none
            case empty
            case domain
            case ipv4
            case ipv6
            case opaque

            init(_ host: Host) {
                self =
                    switch host {
                    case .empty: .empty
                    case .domain: .domain
                    case .ipv4: .ipv4
                    case .ipv6: .ipv6
                    case .opaque: .opaque
                    }
            }
        }

        var schemeEnd: UInt32 = 0
        var username: Range<UInt32> = 0..<0
        var password: Range<UInt32> = 0..<0
        var host: Range<UInt32> = 0..<0
        var hostKind = HostKind.none
        var port: UInt16?
        var path: Range<UInt32> = 0..<0
        var hasOpaquePath = false
        var query: Range<UInt32>?
        var fragment: Range<UInt32>?
    }

    private func text(_ range: Range<UInt32>) -> String {
        let start = href.utf8.index(href.utf8.startIndex, offsetBy: Int(range.lowerBound))
        let end = href.utf8.index(start, offsetBy: range.count)
        return String(href[start..<end])
    }

    /// The scheme in lower case, without colon.
    public var scheme: String { text(0..<layout.schemeEnd) }

    /// Whether the scheme is one of `http`, `https`, `ws`, `wss`, `ftp` and `file`.
    public var isSpecial: Bool {
        switch scheme {
        case "http", "https", "ws", "wss", "ftp", "file": true
        default: false
        }
    }

    /// The user name, percent-encoded; empty when there is none.
    public var username: String { text(layout.username) }

    /// The password, percent-encoded; empty when there is none.
    public var password: String { text(layout.password) }

    /// The host; nil for a URL without authority, such as `mailto:`.
    public var host: Host? {
        let name = text(layout.host)
        switch layout.hostKind {
        case .none: return nil
        case .empty: return .empty
        case .domain: return .domain(name)
        case .opaque: return .opaque(name)
        case .ipv4: return IPv4.parse(Array(name.utf8)).map(Host.ipv4)
        case .ipv6: return IPv6Address(parsing: Array(name.utf8).dropFirst().dropLast()).map(Host.ipv6)
        }
    }

    /// The host as text, an IPv6 address in brackets; empty when there is none.
    public var hostname: String { text(layout.host) }

    /// The host and, where one is written, `:` and the port; empty when there is no host.
    public var hostAndPort: String { port.map { "\(hostname):\($0)" } ?? hostname }

    /// The port, where it is not the scheme's default.
    public var port: UInt16? { layout.port }

    /// The port to connect to: the one given, else the scheme's default; nil for schemes that have none.
    public var effectivePort: UInt16? { port ?? Scheme(lowercased: Array(scheme.utf8)).defaultPort }

    /// The path, percent-encoded: with a leading `/`, or opaque.
    public var path: String { text(layout.path) }

    /// Whether the path is not a list of segments, as in `mailto:user@example.com`.
    public var hasOpaquePath: Bool { layout.hasOpaquePath }

    /// What stands after `?`; nil without one, empty when nothing follows it.
    public var query: String? { layout.query.map(text) }

    /// What stands after `#`; nil without one, empty when nothing follows it.
    public var fragment: String? { layout.fragment.map(text) }

    /// Path and query as a request line wants them.
    public var requestTarget: String { text(layout.path.lowerBound..<(layout.query ?? layout.path).upperBound) }

    /// The URL without its fragment.
    public var withoutFragment: WebURL {
        guard let fragment = layout.fragment else { return self }
        var copy = self
        copy.href = text(0..<(fragment.lowerBound - 1))
        copy.layout.fragment = nil
        return copy
    }

    /// The parts, as the parser and the setters work on them.
    var record: URLRecord {
        URLRecord(
            scheme: Scheme(lowercased: Array(scheme.utf8)),
            username: Array(username.utf8),
            password: Array(password.utf8),
            host: host,
            port: port,
            path: Array(path.utf8),
            hasOpaquePath: hasOpaquePath,
            query: query.map { Array($0.utf8) },
            fragment: fragment.map { Array($0.utf8) }
        )
    }
}

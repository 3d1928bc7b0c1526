/// A character encoding of the web.
///
/// Source: WHATWG Encoding (2025), https://encoding.spec.whatwg.org/
public struct CharacterEncoding: Hashable, Sendable, CustomStringConvertible {
    /// How the bytes are read.
    enum Scheme: Hashable, Sendable {
        case utf8
        case utf16LE
        case utf16BE
        case singleByte
        case gbk
        case gb18030
        case big5
        case eucJP
        case iso2022JP
        case shiftJIS
        case eucKR
        case xUserDefined
        case replacement
    }

    /// The encoding's name in the standard, such as `windows-1252`.
    public let name: String

    let scheme: Scheme

    /// The name.
    public var description: String { name }

    /// The encoding that a label names.
    ///
    /// - Parameter label: a label such as `latin1`, in any case, spaces around it allowed; fails for unknown ones.
    ///
    /// Source: WHATWG Encoding (2025) §4.2, "get an encoding".
    public init?(label: String) {
        let bytes = label.utf8.drop { $0.isASCIIWhitespace }
        let end = bytes.lastIndex { !$0.isASCIIWhitespace }.map(bytes.index(after:)) ?? bytes.startIndex
        let key = String(decoding: bytes[..<end].map(\.asciiLowercased), as: UTF8.self)
        guard let encoding = Self.byLabel[key] else { return nil }
        self = encoding
    }

    init(name: String, scheme: Scheme) {
        self.name = name
        self.scheme = scheme
    }

    /// The encoding to write in where this is the encoding of a document: UTF-8 for those that only can be read.
    ///
    /// Source: WHATWG Encoding (2025) §4.3, "get an output encoding".
    public var outputEncoding: CharacterEncoding {
        switch scheme {
        case .replacement, .utf16LE, .utf16BE: .utf8
        default: self
        }
    }

    /// Whether two encodings are the same.
    ///
    /// - Parameters:
    ///   - lhs: an encoding.
    ///   - rhs: another.
    /// - Returns: true when they have the same name.
    public static func == (lhs: CharacterEncoding, rhs: CharacterEncoding) -> Bool {
        // FAST PATH: only the single-byte encodings share a scheme.
        lhs.scheme == rhs.scheme && (lhs.scheme != .singleByte || lhs.name == rhs.name)
    }

    /// Hashes the name.
    ///
    /// - Parameter hasher: takes it.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension CharacterEncoding {
    /// UTF-8.
    public static let utf8 = CharacterEncoding(name: "UTF-8", scheme: .utf8)

    /// UTF-16 in little-endian byte order.
    public static let utf16LE = CharacterEncoding(name: "UTF-16LE", scheme: .utf16LE)

    /// UTF-16 in big-endian byte order.
    public static let utf16BE = CharacterEncoding(name: "UTF-16BE", scheme: .utf16BE)

    /// What the web reads ISO-8859-1 and US-ASCII as; the fallback of pages that name no encoding.
    public static let windows1252 = CharacterEncoding(name: "windows-1252", scheme: .singleByte)

    /// The encoding of pages that claim one known to be abused: everything in them is one U+FFFD.
    public static let replacement = CharacterEncoding(name: "replacement", scheme: .replacement)

    /// ASCII, and the upper half in the private use area.
    public static let xUserDefined = CharacterEncoding(name: "x-user-defined", scheme: .xUserDefined)

    /// The encoding that a byte order mark names.
    ///
    /// - Parameter bytes: the begin of a stream; three bytes suffice.
    /// - Returns: the encoding and the mark's length in bytes; nil without a mark.
    ///
    /// Source: WHATWG Encoding (2025) §6, "BOM sniff".
    public static func byteOrderMark(of bytes: some Sequence<UInt8>) -> (encoding: CharacterEncoding, length: Int)? {
        let head = Array(bytes.prefix(3))
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
        return nil
    }
}

extension UInt8 {
    fileprivate var isASCIIWhitespace: Bool { self == 0x20 || self == 0x0C || isTabOrNewline }
}

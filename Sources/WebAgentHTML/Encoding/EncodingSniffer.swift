public import WebAgentURL

/// Finds out in which encoding a page is written.
///
/// Source: HTML standard (2025), section 13.2.3.2. Departures: no statistics on the bytes, no user's override; without a sign the encoding is
/// windows-1252, as browsers have it in western locales.
public struct EncodingSniffer: Hashable, Sendable {
    /// What decided.
    public enum Evidence: Hashable, Sendable {
        /// The bytes begin with a byte order mark.
        case byteOrderMark
        /// The `charset` of the `Content-Type` header.
        case contentType
        /// A `meta` element or an XML declaration within the first 1,024 bytes.
        case markup
        /// Nothing; the default.
        case none
    }

    /// The encoding.
    public let encoding: CharacterEncoding
    /// What decided.
    public let evidence: Evidence

    /// Looks at a page.
    ///
    /// - Parameters:
    ///   - bytes: the whole body.
    ///   - contentType: the value of the `Content-Type` header, if there was one.
    public init(_ bytes: [UInt8], contentType: String?) {
        if let mark = CharacterEncoding.byteOrderMark(of: bytes) {
            encoding = mark.encoding
            evidence = .byteOrderMark
        } else if let named = contentType.flatMap(ContentTypeCharset.read).flatMap(CharacterEncoding.init(label:)) {
            encoding = named
            evidence = .contentType
        } else if let found = MetaPrescan.run(bytes.prefix(1024)) {
            encoding = found
            evidence = .markup
        } else {
            encoding = .windows1252
            evidence = .none
        }
    }

    /// Decodes a page.
    ///
    /// - Parameters:
    ///   - bytes: the whole body.
    ///   - contentType: the value of the `Content-Type` header, if there was one.
    /// - Returns: the text without a byte order mark, and the encoding it was in.
    public static func decode(
        _ bytes: [UInt8],
        contentType: String?
    ) -> (text: String, encoding: CharacterEncoding) {
        let encoding = EncodingSniffer(bytes, contentType: contentType).encoding
        return (encoding.decodeSniffingByteOrderMark(bytes), encoding)
    }
}

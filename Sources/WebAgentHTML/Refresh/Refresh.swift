public import WebAgentURL

/// What a `Refresh` header or a `meta` refresh asks for: to go on to an address after some seconds.
public struct Refresh: Hashable, Sendable {
    /// How long to wait, in seconds; at most 2,147,483,647.
    public let seconds: Int
    /// Where to go; the document's own address means to load it again.
    public let url: WebURL

    /// Reads the value of a `Refresh` header, or the `content` of a `meta` refresh.
    ///
    /// - Parameters:
    ///   - content: the value.
    ///   - base: what relative addresses are relative to.
    ///   - documentURL: the address of the page, where it is not `base`.
    ///   - encoding: the encoding of the page, for queries.
    /// - Returns: the request; `nil` where the value asks for nothing, its address can't be parsed or is a script.
    ///
    /// Source: HTML standard (2025), section 4.2.5.3, "shared declarative refresh steps".
    public static func parse(
        _ content: String,
        base: WebURL,
        documentURL: WebURL? = nil,
        encoding: CharacterEncoding = .utf8
    ) -> Refresh? {
        var rest = content.utf8[...]

        // 3 to 7. The time; a dot may stand in for the digits.
        rest = rest.drop(while: ASCII.isWhitespace)
        let digits = rest.prefix(while: ASCII.isDigit)
        rest = rest.dropFirst(digits.count)
        if digits.isEmpty, rest.first != UInt8(ascii: ".") { return nil }
        let seconds = digits.isEmpty ? 0 : min(Int(String(Substring(digits))) ?? Int.max, Int(Int32.max))

        // 8. A fraction counts for nothing.
        rest = rest.drop { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }

        // 9, 10. The separator.
        let own = Refresh(seconds: seconds, url: documentURL ?? base)
        guard let separator = rest.first else { return own }
        let isMark = { (byte: UInt8) in byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") }
        guard isMark(separator) || ASCII.isWhitespace(separator) else { return nil }
        rest = rest.drop(while: ASCII.isWhitespace)
        if let mark = rest.first, isMark(mark) { rest = rest.dropFirst() }
        rest = rest.drop(while: ASCII.isWhitespace)

        // 11 to 13. The address.
        if rest.isEmpty { return own }
        guard let url = WebURL(address(in: rest), base: base, encoding: encoding), url.scheme != "javascript" else {
            return nil
        }
        return Refresh(seconds: seconds, url: url)
    }

    /// The text of the address: without a `url=` before it, and of a quoted one what is within the quotes.
    private static func address(in text: Substring.UTF8View) -> String {
        var rest = text
        var isNamed = false
        if let first = rest.first, first | 0x20 == UInt8(ascii: "u") {
            for letter in "url".utf8 {
                guard let byte = rest.first, ASCII.lowercased(byte) == letter else { return String(Substring(text)) }
                rest = rest.dropFirst()
            }
            rest = rest.drop(while: ASCII.isWhitespace)
            guard rest.first == UInt8(ascii: "=") else { return String(Substring(text)) }
            rest = rest.dropFirst().drop(while: ASCII.isWhitespace)
            isNamed = true
        }
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return String(Substring(isNamed ? rest : text))
        }
        return String(Substring(rest.dropFirst().prefix { $0 != quote }))
    }
}

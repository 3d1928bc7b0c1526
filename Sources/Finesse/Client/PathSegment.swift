/// One segment of a path, percent-encoded.
///
/// Source: Finesse REST guide, "Get User Id from loginName" (UTF-8, URL-encoded); RFC 3986 section 2.3 (unreserved).
enum PathSegment {
    /// Encodes everything but unreserved characters, byte by byte of the UTF-8 form.
    ///
    /// - Returns: nil for the texts that cannot be a segment of their own: the empty one, `.` and `..`.
    static func encode(_ text: String) -> String? {
        guard !text.isEmpty, text != ".", text != ".." else { return nil }
        return encodeValue(text)
    }

    /// Encodes a text of the query the same way; there the empty one and dots are as good as any.
    static func encodeValue(_ text: String) -> String {
        String(decoding: text.utf8.flatMap(encode), as: UTF8.self)
    }

    /// The text of a segment as it stands in an address; nil when it is not UTF-8 or badly encoded.
    static func decode(_ segment: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = segment.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, !digits.contains(UInt8(ascii: "+")),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func encode(_ byte: UInt8) -> [UInt8] {
        isUnreserved(byte) ? [byte] : [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0x0F)]
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}

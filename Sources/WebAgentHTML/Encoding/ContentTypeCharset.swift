/// The `charset` parameter of a `Content-Type` value.
///
/// Source: MIME Sniffing standard, section 4.4, the parameters.
enum ContentTypeCharset {
    static func read(_ value: String) -> String? {
        var rest = value.utf8[...].drop { $0 != UInt8(ascii: ";") }
        while !rest.isEmpty {
            rest = rest.dropFirst().drop(while: ASCII.isWhitespace)
            let name = rest.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "=") }
            rest = rest.dropFirst(name.count)
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst()
            let parameter = readValue(&rest)
            if ASCII.equalsIgnoringCase(String(Substring(name)), "charset"), !parameter.isEmpty { return parameter }
        }
        return nil
    }

    /// Reads a quoted or bare value and stops at the next semicolon.
    private static func readValue(_ rest: inout Substring.UTF8View) -> String {
        guard rest.first == UInt8(ascii: "\"") else {
            let bare = rest.prefix { $0 != UInt8(ascii: ";") }
            rest = rest.dropFirst(bare.count)
            return ASCII.stripped(String(Substring(bare)))
        }
        rest = rest.dropFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
                value.append(escaped)
            } else {
                value.append(byte)
            }
        }
        rest = rest.drop { $0 != UInt8(ascii: ";") }
        return String(decoding: value, as: UTF8.self)
    }
}

/// What the standards call ASCII white space, lower case and so on.
///
/// Source: Infra standard, sections 4.5 and 4.6.
enum ASCII {
    static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }

    static func isAlpha(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    static func isAlphanumeric(_ byte: UInt8) -> Bool { isAlpha(byte) || isDigit(byte) }

    /// The value of a hexadecimal digit.
    static func hexValue(_ byte: UInt8) -> UInt32? {
        if isDigit(byte) { return UInt32(byte - 0x30) }
        let letter = (byte | 0x20) &- 0x61
        return letter < 6 ? UInt32(letter) + 10 : nil
    }

    static func lowercased(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

    /// A text with its ASCII letters in lower case and all else as it is.
    static func lowercased(_ text: String) -> String {
        guard text.utf8.contains(where: isUpper) else { return text }
        return String(decoding: text.utf8.map(lowercased), as: UTF8.self)
    }

    static func equalsIgnoringCase(_ one: String, _ other: String) -> Bool {
        one.utf8.elementsEqual(other.utf8) { lowercased($0) == lowercased($1) }
    }

    /// A text without white space at both ends.
    static func stripped(_ text: String) -> String {
        let bytes = text.utf8
        guard let start = bytes.firstIndex(where: { !isWhitespace($0) }) else { return "" }
        let end = bytes.lastIndex { !isWhitespace($0) } ?? start
        return String(text[start...end])
    }

    /// A text without white space at both ends, every other run of it one space.
    static func strippedAndCollapsed(_ text: String) -> String {
        words(of: text).joined(separator: " ")
    }

    /// The parts of a text between white space.
    static func words(of text: String) -> [String] {
        text.utf8.split(whereSeparator: isWhitespace).map { String(Substring($0)) }
    }

    /// Whether a word stands in a text between white space.
    static func hasWord(_ text: String, _ word: String, ignoringCase: Bool) -> Bool {
        let fold = ignoringCase ? lowercased : { (byte: UInt8) in byte }
        var rest = text.utf8[...]
        while true {
            rest = rest.drop(while: isWhitespace)
            if rest.isEmpty { return false }
            let end = rest.firstIndex(where: isWhitespace) ?? rest.endIndex
            if rest[..<end].elementsEqual(word.utf8, by: { fold($0) == fold($1) }) { return true }
            rest = rest[end...]
        }
    }

    /// The number at the start of a text, after white space and a plus sign.
    ///
    /// Source: HTML standard, section 2.3.4.2, "rules for parsing non-negative integers".
    static func nonNegativeInteger(_ text: String) -> Int? {
        var rest = text.utf8.drop(while: isWhitespace)
        if rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let digits = rest.prefix(while: isDigit)
        return digits.isEmpty ? nil : Int(String(Substring(digits))) ?? Int.max
    }
}

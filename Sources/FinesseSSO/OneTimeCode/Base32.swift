/// Base32 as people copy it: in either case, with blanks and hyphens between groups, with or without padding.
///
/// Source: RFC 4648 §6. Departures: what people put between groups is left out; bits that fill no byte are not looked at.
enum Base32 {
    /// Reads a text; nil where it has a character that is none of the alphabet's, or no byte in it.
    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var count = 0
        for character in text.utf8 where character != 0x20 && character != UInt8(ascii: "-") {
            if character == UInt8(ascii: "=") { break }
            guard let value = value(of: character) else { return nil }
            buffer = (buffer << 5 | value) & 0xFFF
            count += 5
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(count)))
        }
        return bytes.isEmpty ? nil : bytes
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a"))
        case UInt8(ascii: "2")...UInt8(ascii: "7"): UInt32(character - UInt8(ascii: "2")) + 26
        default: nil
        }
    }
}

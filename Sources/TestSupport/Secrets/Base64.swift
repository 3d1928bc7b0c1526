/// Base64 for the search: it writes in either alphabet and reads what it can of both.
///
/// Source: RFC 4648, 4 and 5.
enum Base64 {
    static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    static let safe = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The value of each character of either alphabet; 255 for every other.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for alphabet in [standard, safe] {
            for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        }
        return values
    }()

    static func isCharacter(_ byte: UInt8) -> Bool { values[Int(byte)] != 255 }

    /// Writes without padding.
    static func encode(_ bytes: [UInt8], alphabet: [UInt8]) -> [UInt8] {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count * 4 / 3 + 2)
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                encoded.append(alphabet[Int(bits >> count & 63)])
            }
        }
        if count > 0 { encoded.append(alphabet[Int(bits << (6 - count) & 63)]) }
        return encoded
    }

    /// Reads characters of either alphabet; bits over at the end are dropped.
    static func decode(_ characters: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for character in characters {
            bits = bits << 6 | UInt32(values[Int(character)] & 63)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(bits >> count & 255))
            }
        }
        return bytes
    }
}

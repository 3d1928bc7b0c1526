/// Puts quotation marks around the keys that stand without, as the desktop's own error answers have them.
///
/// The decoder's JSON5 form would read those too, but traps on some malformed inputs, and answers come from outside.
enum UnquotedKeys {
    /// Quotes every word that stands where a key does, before a colon.
    ///
    /// - Parameter bytes: JSON with or without such keys, or anything else.
    /// - Returns: the same bytes but for the quotation marks.
    static func quoted(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "\"") {
                result += takeString(&rest)
            } else if isWord(byte) {
                let word = takeWhile(isWord, from: &rest)
                let isKey = rest.first { !isBlank($0) } == UInt8(ascii: ":")
                result += isKey ? [UInt8(ascii: "\"")] + word + [UInt8(ascii: "\"")] : Array(word)
            } else {
                result.append(byte)
                rest.removeFirst()
            }
        }
        return result
    }

    /// Takes a string with its quotation marks, or all there is when it does not end.
    private static func takeString(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var isEscaped = false
        var end = rest.startIndex + 1
        while end < rest.endIndex, isEscaped || rest[end] != UInt8(ascii: "\"") {
            isEscaped = !isEscaped && rest[end] == UInt8(ascii: "\\")
            end += 1
        }
        let string = rest[..<min(end + 1, rest.endIndex)]
        rest = rest[string.endIndex...]
        return string
    }

    private static func takeWhile(
        _ condition: (UInt8) -> Bool,
        from rest: inout ArraySlice<UInt8>
    ) -> ArraySlice<UInt8> {
        let taken = rest.prefix(while: condition)
        rest = rest[taken.endIndex...]
        return taken
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "$"): true
        default: false
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}

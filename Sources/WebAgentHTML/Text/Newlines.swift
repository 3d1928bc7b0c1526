/// The two ways in which texts of forms have their newlines made equal.
///
/// Source: Infra standard, "normalize newlines"; HTML standard, section 4.10.21.4.
enum Newlines {
    /// A text with every CR LF and lone CR as one LF.
    static func toLineFeeds(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        return replaced(text, by: [0x0A])
    }

    /// A text with every CR LF, lone CR and lone LF as CR LF.
    static func toCarriageReturnLineFeeds(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
        return replaced(text, by: [0x0D, 0x0A])
    }

    private static func replaced(_ text: String, by newline: [UInt8]) -> String {
        var result: [UInt8] = []
        var afterReturn = false
        for byte in text.utf8 {
            switch byte {
            case 0x0D: result += newline
            case 0x0A: if !afterReturn { result += newline }
            default: result.append(byte)
            }
            afterReturn = byte == 0x0D
        }
        return String(decoding: result, as: UTF8.self)
    }
}

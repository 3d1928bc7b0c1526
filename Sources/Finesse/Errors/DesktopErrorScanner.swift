/// Finds the error in an answer of the desktop's services, which is JSON or nearly so.
///
/// The documents print it with names that have no quotes, so it is searched for its three members in place of being parsed.
///
/// Source: Finesse REST guide, "Desktop Interface API Errors"; RFC 8259 section 7 (strings).
enum DesktopErrorScanner {
    private static let longestBody = 64 << 10

    static func scan(_ body: [UInt8]) -> [ApiError] {
        let bytes = body.prefix(longestBody)
        let error = ApiError(
            type: string(after: "errorType", in: bytes) ?? "",
            message: string(after: "errorMessage", in: bytes) ?? "",
            data: string(after: "errorData", in: bytes) ?? ""
        )
        return error.type.isEmpty && error.message.isEmpty ? [] : [error]
    }

    /// The string of the first member of a name, whether or not the name stands in quotes.
    private static func string(after name: String, in bytes: ArraySlice<UInt8>) -> String? {
        var rest = bytes
        while let found = rest.firstRange(of: Array(name.utf8)) {
            rest = rest[found.upperBound...]
            var value = rest
            if value.first == UInt8(ascii: "\"") { value.removeFirst() }
            skipSpace(&value)
            guard value.popFirst() == UInt8(ascii: ":") else { continue }
            skipSpace(&value)
            guard value.popFirst() == UInt8(ascii: "\"") else { continue }
            return content(of: &value)
        }
        return nil
    }

    private static func skipSpace(_ bytes: inout ArraySlice<UInt8>) {
        while let byte = bytes.first, byte <= 0x20 { bytes.removeFirst() }
    }

    private static func content(of bytes: inout ArraySlice<UInt8>) -> String? {
        var text: [UInt8] = []
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = bytes.popFirst() else { return nil }
                text += unescape(escaped, &bytes)
            default:
                text.append(byte)
            }
        }
        return nil
    }

    private static func unescape(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "b"), UInt8(ascii: "f"): return [0x20]
        case UInt8(ascii: "u"):
            let digits = String(decoding: rest.prefix(4), as: UTF8.self)
            rest = rest.dropFirst(4)
            // Half of a pair is no character: the sign for one that is not known stands there.
            let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
            return Array(String(scalar).utf8)
        default: return [byte]
        }
    }
}

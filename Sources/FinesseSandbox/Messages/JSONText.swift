/// A JSON value whose members keep the order in which they are written: the wire's samples have one.
///
/// Source: RFC 8259.
package indirect enum JSONText: Sendable {
    /// A string.
    case string(String)
    /// A whole number.
    case integer(Int64)
    /// A number that need not be whole.
    case number(Double)
    /// True or false.
    case truth(Bool)
    /// Nothing.
    case null
    /// An array.
    case array([JSONText])
    /// An object, its members in order.
    case object([(name: String, value: JSONText)])

    /// The value as text without white space.
    package var text: String {
        switch self {
        case .string(let string): Self.quote(string)
        case .integer(let number): String(number)
        // JSON knows neither infinity nor "not a number".
        case .number(let number): number.isFinite ? String(number) : "null"
        case .truth(let truth): truth ? "true" : "false"
        case .null: "null"
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quote($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }

    /// The value as text for people, two spaces a level.
    package func indentedText(_ indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .array(let elements) where !elements.isEmpty:
            let lines = elements.map { inner + $0.indentedText(inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members) where !members.isEmpty:
            let lines = members.map { inner + Self.quote($0.name) + ": " + $0.value.indentedText(inner) }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        default:
            return text
        }
    }

    private static func quote(_ string: String) -> String {
        var quoted: [UInt8] = []
        quoted.reserveCapacity(string.utf8.count + 2)
        quoted.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                quoted.append(UInt8(ascii: "\\"))
                quoted.append(byte)
            case 0..<0x20:
                quoted += "\\u00".utf8
                quoted += CollectionOfOne(byte).hexDigits
            default:
                quoted.append(byte)
            }
        }
        quoted.append(UInt8(ascii: "\""))
        return String(decoding: quoted, as: UTF8.self)
    }
}

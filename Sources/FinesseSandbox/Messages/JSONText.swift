/// A JSON value whose members keep the order in which they are written: the wire's samples have one.
///
/// Source: RFC 8259.
package indirect enum JSONText: Sendable {
    /// A string.
    case string(String)
    /// A whole number.
    case integer(Int64)
    /// An array.
    case array([JSONText])
    /// An object, its members in order.
    case object([(name: String, value: JSONText)])

    /// The value as text without white space.
    package var text: String {
        switch self {
        case .string(let string): Self.quote(string)
        case .integer(let number): String(number)
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quote($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }

    private static func quote(_ string: String) -> String {
        var quoted = "\""
        for character in string.unicodeScalars {
            switch character {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{00}"..."\u{1F}":
                quoted += "\\u00" + String(decoding: CollectionOfOne(UInt8(character.value)).hexDigits, as: UTF8.self)
            default: quoted.unicodeScalars.append(character)
            }
        }
        return quoted + "\""
    }
}

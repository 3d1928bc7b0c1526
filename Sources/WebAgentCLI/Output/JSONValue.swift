/// A value as JSON, whose members keep their order.
///
/// The value of an expression comes as JSON from the page and goes out as it came: a decoder would round its numbers.
indirect enum JSONValue: Hashable, Sendable {
    case object([Member])
    case array([JSONValue])
    case string(String)
    case number(Int)
    case flag(Bool)
    case null

    /// JSON of somebody else's.
    case raw(String)

    /// A name and its value.
    struct Member: Hashable, Sendable {
        var name: String
        var value: JSONValue
    }

    /// A text, or null.
    static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    /// A number, or null.
    static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.number) ?? .null }

    /// An object from its members in order.
    static func members(_ pairs: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(pairs.map { Member(name: $0.key, value: $0.value) })
    }

    /// The JSON, on one line.
    var text: String {
        switch self {
        case .object(let members):
            "{" + members.map { Self.quoted($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
        case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
        case .string(let text): Self.quoted(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .null: "null"
        case .raw(let json): Self.escapingControls(json)
        }
    }

    private static func quoted(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": json += "\\\(scalar)"
            case "\n": json += "\\n"
            case "\r": json += "\\r"
            case "\t": json += "\\t"
            default: append(scalar, to: &json)
            }
        }
        return json + "\""
    }

    /// The same JSON, with nothing in it that a terminal would obey; outside of strings there is no such thing.
    private static func escapingControls(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { json, scalar in append(scalar, to: &json) }
    }

    private static func append(_ scalar: Unicode.Scalar, to json: inout String) {
        if PrintableText.isControl(scalar) {
            let digits = String(scalar.value, radix: 16)
            json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
            json.unicodeScalars.append(scalar)
        }
    }
}

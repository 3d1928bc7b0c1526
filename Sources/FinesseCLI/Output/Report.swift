import Foundation

/// What a command found, once for people and once for programs.
struct Report: Sendable {
    /// One named value; its name is the JSON key, its label what a person reads.
    struct Field: Sendable {
        var key: String
        var label: String
        var value: Value
    }

    /// The kinds of value a report has.
    enum Value: Sendable, Encodable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case list([String])
        case absent

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .flag(let flag): try container.encode(flag)
            case .list(let list): try container.encode(list)
            case .absent: try container.encodeNil()
            }
        }

        var words: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .flag(let flag): flag ? "yes" : "no"
            case .list(let list): list.isEmpty ? "–" : list.joined(separator: ", ")
            case .absent: "–"
            }
        }
    }

    var fields: [Field] = []

    mutating func add(_ key: String, _ label: String, _ value: Value) {
        fields.append(Field(key: key, label: label, value: value))
    }

    mutating func add(_ key: String, _ label: String, _ text: String?) {
        add(key, label, text.map(Value.text) ?? .absent)
    }

    /// Aligned lines, `label  value`.
    var lines: [String] {
        let width = fields.map(\.label.count).max() ?? 0
        return fields.map { field in
            field.label + String(repeating: " ", count: width - field.label.count + 2) + field.value.words
        }
    }

    /// One JSON object on one line, keys sorted.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let object = Dictionary(fields.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
        guard let data = try? encoder.encode(object) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}

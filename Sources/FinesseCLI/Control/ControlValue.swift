import Foundation
import Yams

/// A JSON value that goes to a sandbox's control or comes from it.
enum ControlValue: Codable, Hashable, Sendable {
    case null
    case flag(Bool)
    case number(Int)
    case fraction(Double)
    case text(String)
    case list([ControlValue])
    case object([String: ControlValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Int.self) {
            self = .number(value)
        } else if let value = try? container.decode(Double.self) {
            self = .fraction(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([ControlValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: ControlValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .fraction(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }

    /// A value as it is written on the command line, which is YAML: `true`, `10m`, `[a, b]`, `{otherUser: ann}`.
    init(written text: String) {
        // What is no YAML is a word.
        guard let node = try? Yams.compose(yaml: text) else {
            self = text.isEmpty ? .null : .text(text)
            return
        }
        // The sandbox reads a number from a text as well, and "12.0" is a release.
        if case .scalar(let scalar) = node, node.null == nil, node.bool == nil {
            self = .text(scalar.string)
        } else {
            self.init(node)
        }
    }

    private init(_ node: Node) {
        switch node {
        case .scalar(let scalar) where node.null != nil || scalar.string.isEmpty: self = .null
        case .scalar(let scalar) where scalar.style == .plain && Int(scalar.string) != nil:
            self = Int(scalar.string).map(ControlValue.number) ?? .null
        case .scalar(let scalar) where scalar.style == .plain && Double(scalar.string) != nil:
            self = Double(scalar.string).map(ControlValue.fraction) ?? .null
        case .scalar(let scalar): self = node.bool.map(ControlValue.flag) ?? .text(scalar.string)
        case .sequence(let elements): self = .list(elements.map { ControlValue($0) })
        case .mapping(let members):
            self = .object(
                Dictionary(members.map { ($0.string ?? "", ControlValue($1)) }, uniquingKeysWith: { _, last in last })
            )
        case .alias: self = .null
        }
    }

    /// The value below a dotted key.
    init(_ value: ControlValue, below key: String) {
        self = key.split(separator: ".").reversed().reduce(value) { .object([String($1): $0]) }
    }

    /// This object with another one merged into it.
    func merged(with other: ControlValue) -> ControlValue {
        guard case .object(let mine) = self, case .object(let theirs) = other else { return other }
        return .object(mine.merging(theirs) { $0.merged(with: $1) })
    }

    /// A member of an object.
    subscript(name: String) -> ControlValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// What stands at a dotted key.
    func value(at key: String) -> ControlValue? {
        key.split(separator: ".").reduce(self as ControlValue?) { $0?[String($1)] }
    }

    /// The elements of a list.
    var elements: [ControlValue] {
        if case .list(let elements) = self { elements } else { [] }
    }

    /// The value in words for people.
    var words: String {
        switch self {
        case .null: "–"
        case .flag(let value): value ? "true" : "false"
        case .number(let value): String(value)
        case .fraction(let value): String(value)
        case .text(let value): value
        case .list(let values): "[" + values.map(\.words).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.sorted { $0.key < $1.key }.map { "\($0): \($1.words)" }.joined(separator: ", ") + "}"
        }
    }

    /// One line for each value that holds no further ones by name, `key  value`.
    func lines(_ path: String = "") -> [(key: String, words: String)] {
        guard case .object(let members) = self, !members.isEmpty else { return [(path, words)] }
        return members.sorted { $0.key < $1.key }
            .flatMap { $0.value.lines(path.isEmpty ? $0.key : "\(path).\($0.key)") }
    }
}

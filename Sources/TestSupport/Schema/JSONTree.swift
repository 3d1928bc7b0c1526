import Foundation

/// JSON as it was written, for checks of its shape.
package indirect enum JSONTree: Decodable, Hashable, Sendable {
    case object([String: JSONTree])
    case array([JSONTree])
    case string(String)
    case number(Double)
    case flag(Bool)
    case null

    /// Reads a text.
    ///
    /// - Parameter bytes: The text in UTF-8.
    /// - Throws: What the decoder throws for what is no JSON.
    package init(_ bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(JSONTree.self, from: Data(bytes))
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONTree].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONTree].self))
        }
    }

    /// A member of an object; nil for what has none of that name.
    ///
    /// - Parameter name: The name.
    package subscript(name: String) -> JSONTree? {
        get { if case .object(let members) = self { members[name] } else { nil } }
        set {
            guard case .object(var members) = self else { return }
            members[name] = newValue
            self = .object(members)
        }
    }

    /// The elements; empty for what is no array.
    package var elements: [JSONTree] { if case .array(let elements) = self { elements } else { [] } }

    /// The text; nil for what is none.
    package var text: String? { if case .string(let text) = self { text } else { nil } }
}

internal import FoundationEssentials

/// A JSON value that was read.
///
/// Source: RFC 8259.
package enum JSONValue: Sendable, Hashable, Decodable {
    /// Nothing.
    case null
    /// True or false.
    case truth(Bool)
    /// A whole number.
    case integer(Int64)
    /// Another number.
    case number(Double)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object([String: JSONValue])

    /// Reads a value from bytes.
    ///
    /// - Parameter bytes: JSON text in UTF-8.
    /// - Returns: The value, or nothing when the bytes are no JSON.
    package static func read(_ bytes: [UInt8]) -> JSONValue? {
        // Why it is no JSON, the library tells in words of its own that help nobody.
        try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    }

    /// Reads a value.
    ///
    /// - Parameter decoder: Where from.
    /// - Throws: A decoding error when there is no JSON value.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? container.decode(Int64.self) {
            self = .integer(number)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let elements = try? container.decode([JSONValue].self) {
            self = .array(elements)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// A member of an object; nothing where this is no object or has no such member.
    package subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The string, where this is one.
    package var string: String? {
        if case .string(let string) = self { string } else { nil }
    }

    /// The whole number, where this is one.
    package var integer: Int64? {
        if case .integer(let number) = self { number } else { nil }
    }

    /// The truth value, where this is one.
    package var truth: Bool? {
        if case .truth(let truth) = self { truth } else { nil }
    }

    /// The elements, where this is an array.
    package var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }
}

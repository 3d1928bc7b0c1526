import FoundationEssentials

/// A JSON value whose shape is not known beforehand, as test vectors are.
///
/// Vectors of the web platform contain lone surrogates, which no Swift string can hold: they are read as U+FFFD, as the
/// `USVString` conversion of Web IDL does. An object keeps no order; none of the suites' objects has a meaningful one.
package enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Parses a JSON text.
    ///
    /// - Parameter bytes: UTF-8.
    /// - Throws: whatever the JSON decoder says of a malformed text.
    package init(parsing bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: Data(replacingLoneSurrogates(in: bytes)))
    }

    /// The member of an object; nil where this is no object or has none of that name.
    package subscript(_ key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    package var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    package var number: Double? {
        if case .number(let value) = self { value } else { nil }
    }

    package var array: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    package var object: [String: JSONValue]? {
        if case .object(let value) = self { value } else { nil }
    }

    package var isNull: Bool { self == .null }
}

extension JSONValue: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }
}

/// Rewrites each `\uXXXX` escape that names half a surrogate pair without its other half to `\uFFFD`.
private func replacingLoneSurrogates(in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
            result.append(bytes[index])
            index += 1
            continue
        }
        guard let unit = escapedUnit(in: bytes, at: index) else {
            result += bytes[index...(index + 1)]
            index += 2
            continue
        }
        if (0xD800...0xDBFF).contains(unit), let next = escapedUnit(in: bytes, at: index + 6),
            (0xDC00...0xDFFF).contains(next)
        {
            result += bytes[index..<(index + 12)]
            index += 12
        } else {
            result += (0xD800...0xDFFF).contains(unit) ? Array(#"\uFFFD"#.utf8) : Array(bytes[index..<(index + 6)])
            index += 6
        }
    }
    return result
}

/// The code unit of a `\uXXXX` escape that begins at an index.
private func escapedUnit(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
        return nil
    }
    return UInt16(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
}

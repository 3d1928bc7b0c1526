/// Checks JSON against a schema: the few keywords that the schemas here use, and an error for any other.
///
/// Source: JSON Schema 2020-12, validation: type, const, required, properties, patternProperties (prefixes only),
/// additionalProperties (false only), items, minimum, pattern, `$ref` to `$defs`.
package struct JSONSchema: Sendable {
    private let root: JSONTree

    /// A schema that cannot be used.
    package struct Unusable: Error {
        package var keyword: String
    }

    /// Reads a schema.
    ///
    /// - Parameter bytes: Its JSON.
    /// - Throws: ``Unusable`` for a keyword that is not understood, or what the decoder throws.
    package init(_ bytes: [UInt8]) throws {
        root = try JSONTree(bytes)
        try Self.look(at: root)
    }

    /// What is not as the schema says, each with its place; empty where all is.
    ///
    /// - Parameter value: The JSON.
    /// - Returns: The faults.
    package func faults(in value: JSONTree) -> [String] { check(value, root, "$") }

    private static let understood: Set<String> = [
        "$schema", "$defs", "$ref", "title", "description", "type", "const", "required", "properties",
        "patternProperties", "additionalProperties", "items", "minimum", "pattern",
    ]

    private static func look(at schema: JSONTree) throws {
        guard case .object(let members) = schema else { return }
        for (keyword, value) in members {
            guard understood.contains(keyword) else { throw Unusable(keyword: keyword) }
            switch keyword {
            case "properties", "$defs", "patternProperties":
                if case .object(let schemas) = value { for schema in schemas.values { try look(at: schema) } }
            case "items": try look(at: value)
            default: break
            }
        }
    }

    private func check(_ value: JSONTree, _ schema: JSONTree, _ place: String) -> [String] {
        if let name = schema["$ref"]?.text?.split(separator: "/").last {
            guard let target = root["$defs"]?[String(name)] else { return ["\(place): \(name) is not defined"] }
            return check(value, target, place)
        }
        var faults: [String] = []
        if let types = schema["type"] {
            let names = types.text.map { [$0] } ?? types.elements.compactMap(\.text)
            guard names.contains(where: { Self.value(value, isA: $0) }) else {
                return ["\(place) is no \(names.joined(separator: " or "))"]
            }
        }
        if let constant = schema["const"], constant != value { faults.append("\(place) is not \(constant)") }
        if case .number(let least)? = schema["minimum"], case .number(let number) = value, number < least {
            faults.append("\(place) is less than \(least)")
        }
        if let pattern = schema["pattern"]?.text, let text = value.text {
            if let regex = try? Regex(pattern) {
                if text.firstMatch(of: regex) == nil { faults.append("\(place) does not match \(pattern)") }
            } else {
                faults.append("\(place): the pattern \(pattern) cannot be read")
            }
        }
        if case .object(let members) = value { faults += check(members, schema, place) }
        if let items = schema["items"] {
            for (index, element) in value.elements.enumerated() {
                faults += check(element, items, "\(place)[\(index)]")
            }
        }
        return faults
    }

    private func check(_ members: [String: JSONTree], _ schema: JSONTree, _ place: String) -> [String] {
        var faults: [String] = []
        for name in (schema["required"]?.elements ?? []).compactMap(\.text) where members[name] == nil {
            faults.append("\(place).\(name) is missing")
        }
        var prefixes: [String] = []
        if case .object(let patterns)? = schema["patternProperties"] {
            prefixes = patterns.keys.map { String($0.drop { $0 == "^" }) }
        }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            if let property = schema["properties"]?[name] {
                faults += check(value, property, "\(place).\(name)")
            } else if schema["additionalProperties"] == .flag(false), !prefixes.contains(where: name.hasPrefix) {
                faults.append("\(place).\(name) is not known")
            }
        }
        return faults
    }

    private static func value(_ value: JSONTree, isA type: String) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("number", .number), ("boolean", .flag),
            ("null", .null):
            true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }
}

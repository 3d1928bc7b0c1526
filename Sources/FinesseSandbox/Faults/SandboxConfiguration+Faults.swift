internal import FoundationEssentials
internal import Yams

extension SandboxConfiguration {
    /// Reads the faults, and shows and describes them as every other key.
    mutating func readFaults(_ reader: inout ConfigurationReader) throws(SandboxError) {
        if reader.isDescribing { reader.note("faults", .other(Self.faultSchema), try Self.document(of: faults)) }
        if let node = reader.node("faults") { faults = try SandboxFault.list(node, key: reader.name(of: "faults")) }
        var seed = Int(truncatingIfNeeded: faultSeed)
        try reader.read("faultSeed", into: &seed)
        faultSeed = UInt64(truncatingIfNeeded: seed)
    }

    private static var faultSchema: JSONText {
        let words = SandboxFault.Word.allCases.map { JSONText.string($0.rawValue) }
        return .object([
            ("type", .string("array")),
            (
                "items",
                .object([
                    (
                        "oneOf",
                        .array([.object([("enum", .array(words))]), .object([("type", .string("object"))])])
                    )
                ])
            ),
        ])
    }

    private static func document(of faults: [SandboxFault]) throws(SandboxError) -> JSONText {
        guard let bytes = try? JSONEncoder().encode(faults), let value = JSONValue.read(Array(bytes)) else {
            throw .configuration(key: "faults", reason: "cannot be written as JSON")
        }
        return ordered(value)
    }

    private static func ordered(_ value: JSONValue) -> JSONText {
        switch value {
        case .null: .null
        case .truth(let truth): .truth(truth)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .string(let string): .string(string)
        case .array(let elements): .array(elements.map(ordered))
        case .object(let members): .object(members.sorted { $0.key < $1.key }.map { ($0.key, ordered($0.value)) })
        }
    }
}

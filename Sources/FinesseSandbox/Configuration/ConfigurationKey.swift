/// One key of a configuration: its name, what may stand there, and what stands there now.
///
/// It comes from the same code that reads the key, so that a key that can be read can be shown and described as well.
struct ConfigurationKey: Sendable {
    /// What may stand at a key.
    indirect enum Kind: Sendable {
        /// A text.
        case text
        /// A text that is taken and never shown.
        case secret
        /// True or false.
        case flag
        /// A whole number.
        case number
        /// A span of time such as `300s`.
        case span
        /// One of a few words.
        case choice([String])
        /// Some of a few words.
        case words([String])
        /// Some texts.
        case texts
        /// A mapping with these keys.
        case section([ConfigurationKey])
        /// A list of mappings with these keys.
        case list([ConfigurationKey])
        /// Something that its JSON Schema says.
        case other(JSONText)
    }

    var name: String
    var kind: Kind
    /// Whether nothing may stand there.
    var isOptional = false
    /// What stands there now; nothing for what is never shown.
    var value: JSONText?

    /// The values of some keys as an object, in order.
    static func values(_ keys: [ConfigurationKey]) -> JSONText {
        .object(keys.compactMap { key in key.value.map { (key.name, $0) } })
    }

    /// The JSON Schema of a mapping with some keys.
    ///
    /// Source: OpenAPI 3.1.1, 4.8.24, which takes JSON Schema 2020-12.
    static func schema(_ keys: [ConfigurationKey]) -> JSONText {
        .object([
            ("type", .string("object")), ("additionalProperties", .truth(false)),
            ("properties", .object(keys.map { ($0.name, $0.schema) })),
        ])
    }

    private var schema: JSONText {
        func type(_ name: String, _ more: [(name: String, value: JSONText)] = []) -> JSONText {
            let type: JSONText = isOptional ? .array([.string(name), .string("null")]) : .string(name)
            return .object([("type", type)] + more)
        }
        func words(_ words: [String]) -> JSONText { .array(words.map(JSONText.string)) }
        return switch kind {
        case .text: type("string")
        case .secret: type("string", [("writeOnly", .truth(true))])
        case .flag: type("boolean")
        case .number: type("integer")
        case .span: type("string", [("pattern", .string("^-?[0-9]{1,9}(ms|s|m|h)?$"))])
        case .choice(let choices):
            isOptional
                ? .object([("enum", .array(choices.map(JSONText.string) + [.null]))])
                : .object([("enum", words(choices))])
        case .words(let choices):
            type("array", [("items", .object([("enum", words(choices))])), ("uniqueItems", .truth(true))])
        case .texts: type("array", [("items", .object([("type", .string("string"))]))])
        case .section(let keys): Self.schema(keys)
        case .list(let keys): type("array", [("items", Self.schema(keys))])
        case .other(let schema): schema
        }
    }
}

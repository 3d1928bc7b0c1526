/// One thing that the control does: what routes it, what describes it and what does it stand together, so that the
/// description cannot miss it.
package struct ControlRoute: Sendable {
    /// A field of the query.
    struct Parameter: Sendable {
        var name: String
        var text: String
        var schema: JSONText
    }

    /// What an answer is made from.
    package struct Call: Sendable {
        /// The sandbox.
        package var sandbox: FinesseSandbox
        /// The request.
        package var request: SandboxRequest
        /// The values of the path's braces.
        package var path: [String: String]
        /// The body; nothing where there is none.
        package var body: JSONValue?
    }

    /// The method.
    package var method: String
    /// The path, with a name in braces for each segment that varies.
    package var path: String
    /// What it does.
    package var summary: String
    var parameters: [Parameter] = []
    /// The JSON Schema of the body, where there is one.
    var body: JSONText?
    /// The JSON Schema of the answer; nothing where it has no content.
    var answer: JSONText?
    /// The answer's content type.
    var type = "application/json"
    var perform: @Sendable (Call) async throws(ControlProblem) -> ControlAnswer

    /// The values of the path's braces when a path fits.
    func match(_ segments: [String]) -> [String: String]? {
        let own = path.split(separator: "/").map(String.init)
        guard own.count == segments.count else { return nil }
        var values: [String: String] = [:]
        for (pattern, segment) in zip(own, segments) {
            if pattern.hasPrefix("{"), pattern.hasSuffix("}") {
                values[String(pattern.dropFirst().dropLast())] = segment
            } else if pattern != segment {
                return nil
            }
        }
        return values
    }
}

extension ControlRoute.Call {
    /// A member of the body that must be a string.
    func string(_ name: String) throws(ControlProblem) -> String {
        guard let value = body?[name]?.string else {
            throw ControlProblem(422, "The body must be an object with the string \"\(name)\".", key: name)
        }
        return value
    }

    /// A whole number of the query within bounds; the fallback where it is not there.
    func number(_ name: String, in bounds: ClosedRange<Int>, else fallback: Int) throws(ControlProblem) -> Int {
        guard let text = request.query[name] else { return fallback }
        guard let number = Int(text), bounds.contains(number) else {
            throw ControlProblem(
                400,
                "\(name) must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound).",
                key: name
            )
        }
        return number
    }

    /// Does something of the sandbox, whose errors become problems.
    func attempt<Result: Sendable>(
        _ action: @Sendable () async throws(SandboxError) -> Result
    ) async throws(ControlProblem) -> Result {
        do throws(SandboxError) {
            return try await action()
        } catch {
            throw ControlProblem(error)
        }
    }
}

/// JSON Schemas in few words.
///
/// Source: JSON Schema 2020-12.
enum ControlSchema {
    static let string = JSONText.object([("type", .string("string"))])
    static let integer = JSONText.object([("type", .string("integer"))])
    static let truth = JSONText.object([("type", .string("boolean"))])
    static let null = JSONText.object([("type", .string("null"))])
    static let span = JSONText.object([
        ("type", .string("string")), ("description", .string("A span such as 300s, 20ms, 10m or 2h.")),
        ("pattern", .string("^[0-9]{1,9}(ms|s|m|h)?$")),
    ])

    static func words(_ words: [String]) -> JSONText { .object([("enum", .array(words.map(JSONText.string)))]) }

    static func array(_ element: JSONText) -> JSONText {
        .object([("type", .string("array")), ("items", element)])
    }

    static func anyOf(_ choices: [JSONText]) -> JSONText { .object([("anyOf", .array(choices))]) }

    /// An object; every property is required unless it is named as one that may be left out.
    static func object(_ properties: KeyValuePairs<String, JSONText>, optional: Set<String> = []) -> JSONText {
        let required = properties.map(\.key).filter { !optional.contains($0) }
        var members: [(name: String, value: JSONText)] = [("type", .string("object"))]
        if !required.isEmpty { members.append(("required", .array(required.map(JSONText.string)))) }
        members.append(("properties", .object(properties.map { ($0.key, $0.value) })))
        return .object(members)
    }
}

internal import Yams

/// Reads one mapping of a YAML configuration; every error names the key, and a key nobody asked for is an error.
struct ConfigurationReader {
    private let path: String
    private let mapping: [(key: String, node: Node)]
    private var asked: Set<String> = []

    /// Opens a mapping.
    init(_ node: Node, path: String = "") throws(SandboxError) {
        self.path = path
        guard case .mapping(let mapping) = node else {
            throw .configuration(
                key: path.isEmpty ? "(whole file)" : path,
                reason: "must be a mapping of keys to values"
            )
        }
        var entries: [(key: String, node: Node)] = []
        for (key, value) in mapping {
            guard case .scalar(let name) = key else {
                throw .configuration(key: path.isEmpty ? "(whole file)" : path, reason: "has a key that is not a word")
            }
            entries.append((name.string, value))
        }
        self.mapping = entries
    }

    /// The full name of a key.
    func name(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// The raw value of a key.
    mutating func node(_ key: String) -> Node? {
        asked.insert(key)
        return mapping.first { $0.key == key }?.node
    }

    /// The text of a key.
    mutating func string(_ key: String) throws(SandboxError) -> String? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let scalar) = node else {
            throw .configuration(key: name(of: key), reason: "must be a single value")
        }
        return scalar.string
    }

    /// Puts the text of a key, when it is there, into a variable.
    mutating func read(_ key: String, into value: inout String) throws(SandboxError) {
        if let text = try string(key) { value = text }
    }

    /// Puts the truth value of a key into a variable.
    mutating func read(_ key: String, into value: inout Bool) throws(SandboxError) {
        guard let text = try string(key) else { return }
        switch text {
        case "true", "yes", "on": value = true
        case "false", "no", "off": value = false
        default: throw .configuration(key: name(of: key), reason: "must be true or false")
        }
    }

    /// Puts the whole number of a key into a variable.
    mutating func read(_ key: String, into value: inout Int) throws(SandboxError) {
        if let number = try integer(key) { value = number }
    }

    /// The whole number of a key.
    mutating func integer(_ key: String) throws(SandboxError) -> Int? {
        guard let text = try string(key) else { return nil }
        guard let number = Int(text) else {
            throw .configuration(key: name(of: key), reason: "must be a whole number")
        }
        return number
    }

    /// Puts the span of a key into a variable: `300`, `300s`, `20ms`, `5m` or `2h`.
    mutating func read(_ key: String, into value: inout Duration) throws(SandboxError) {
        guard let text = try string(key) else { return }
        value = try span(text, of: key)
    }

    /// Puts the span of a key, which may be negative, into a variable: `-10m`.
    mutating func read(_ key: String, intoOffset value: inout Duration) throws(SandboxError) {
        guard let text = try string(key) else { return }
        value = text.hasPrefix("-") ? .zero - (try span(String(text.dropFirst()), of: key)) : try span(text, of: key)
    }

    private func span(_ text: String, of key: String) throws(SandboxError) -> Duration {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int64(digits), count < 1_000_000_000 else {
            throw .configuration(key: name(of: key), reason: "must be a span such as 300s, 20ms, 5m or 2h")
        }
        switch text.dropFirst(digits.count) {
        case "ms": return .milliseconds(count)
        case "", "s": return .seconds(count)
        case "m": return .seconds(count * 60)
        case "h": return .seconds(count * 3600)
        default: throw .configuration(key: name(of: key), reason: "must be a span such as 300s, 20ms, 5m or 2h")
        }
    }

    /// Puts a key's word into a variable that knows a few words.
    mutating func read<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        into value: inout Choice
    ) throws(SandboxError) {
        if let choice: Choice = try choice(key) { value = choice }
    }

    /// A key's word, one of a few.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String
    ) throws(SandboxError) -> Choice? {
        guard let text = try string(key) else { return nil }
        return try Self.choice(text, key: name(of: key))
    }

    /// A list of mappings, each read by the closure.
    mutating func list<Element>(
        _ key: String,
        _ read: (inout ConfigurationReader) throws(SandboxError) -> Element
    ) throws(SandboxError) -> [Element]? {
        guard let node = node(key) else { return nil }
        guard case .sequence(let sequence) = node else {
            throw .configuration(key: name(of: key), reason: "must be a list")
        }
        var elements: [Element] = []
        for (index, node) in sequence.enumerated() {
            var reader = try ConfigurationReader(node, path: "\(name(of: key))[\(index)]")
            elements.append(try read(&reader))
            try reader.finish()
        }
        return elements
    }

    /// A list of words.
    mutating func strings(_ key: String) throws(SandboxError) -> [String]? {
        guard let node = node(key) else { return nil }
        guard case .sequence(let sequence) = node else {
            throw .configuration(key: name(of: key), reason: "must be a list")
        }
        var words: [String] = []
        for (index, node) in sequence.enumerated() {
            guard case .scalar(let scalar) = node else {
                throw .configuration(key: "\(name(of: key))[\(index)]", reason: "must be a single value")
            }
            words.append(scalar.string)
        }
        return words
    }

    /// A nested mapping, read by the closure when it is there.
    mutating func section(
        _ key: String,
        _ read: (inout ConfigurationReader) throws(SandboxError) -> Void
    ) throws(SandboxError) {
        guard let node = node(key) else { return }
        var reader = try ConfigurationReader(node, path: name(of: key))
        try read(&reader)
        try reader.finish()
    }

    /// Ends the reading.
    ///
    /// - Throws: ``SandboxError/configuration(key:reason:)`` when a key was never asked for.
    func finish() throws(SandboxError) {
        if let unknown = mapping.first(where: { !asked.contains($0.key) }) {
            let known = asked.sorted().joined(separator: ", ")
            throw .configuration(key: name(of: unknown.key), reason: "is not a known key; known here are \(known)")
        }
    }

    /// One of a few words.
    static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ text: String,
        key: String
    ) throws(SandboxError) -> Choice {
        guard let choice = Choice.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) else {
            let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw .configuration(key: key, reason: "must be one of \(words)")
        }
        return choice
    }
}

internal import Yams

/// Reads one mapping of a configuration, or describes it; every error names the key, and a key nobody asked for is an error.
///
/// The same code asks for each key in both directions: when it reads, a key that is there replaces the variable's value;
/// when it describes, nothing is there, and the variables' present values are noted.
struct ConfigurationReader {
    /// Whether the present values are noted in place of being read.
    let isDescribing: Bool
    /// The keys with their present values, when it describes.
    private(set) var keys: [ConfigurationKey] = []
    private let path: String
    private let mapping: [(key: String, node: Node)]
    private var asked: Set<String> = []

    /// Opens a mapping.
    init(_ node: Node, path: String = "") throws(SandboxError) {
        self.path = path
        isDescribing = false
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

    private init(describing path: String) {
        self.path = path
        isDescribing = true
        mapping = []
    }

    /// Notes every key that a reading asks for.
    static func describe(
        _ path: String = "",
        _ read: (inout ConfigurationReader) throws(SandboxError) -> Void
    ) throws(SandboxError) -> [ConfigurationKey] {
        var reader = ConfigurationReader(describing: path)
        try read(&reader)
        return reader.keys
    }

    /// The full name of a key.
    func name(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// The raw value of a key.
    mutating func node(_ key: String) -> Node? {
        asked.insert(key)
        return mapping.first { $0.key == key }?.node
    }

    /// Notes a key that is read in a way of its own.
    mutating func note(_ key: String, _ kind: ConfigurationKey.Kind, isOptional: Bool = false, _ value: JSONText?) {
        guard isDescribing else { return }
        keys.append(ConfigurationKey(name: key, kind: kind, isOptional: isOptional, value: value))
    }

    // MARK: Single values

    /// Puts the text of a key, when it is there, into a variable.
    mutating func read(_ key: String, into value: inout String) throws(SandboxError) {
        note(key, .text, .string(value))
        if let text = try text(key) { value = text }
    }

    /// Puts the text of a key into a variable that may be empty; an empty value empties it.
    mutating func read(_ key: String, into value: inout String?) throws(SandboxError) {
        note(key, .text, isOptional: true, value.map(JSONText.string) ?? .null)
        if isNull(key) {
            value = nil
            return
        }
        if let text = try text(key) { value = text }
    }

    /// The text of a key that is never shown; no text for an empty value.
    mutating func secret(_ key: String) throws(SandboxError) -> String? {
        note(key, .secret, isOptional: true, nil)
        return isNull(key) ? "" : try text(key)
    }

    /// Puts the truth value of a key into a variable.
    mutating func read(_ key: String, into value: inout Bool) throws(SandboxError) {
        note(key, .flag, .truth(value))
        guard let text = try text(key) else { return }
        switch text {
        case "true", "yes", "on": value = true
        case "false", "no", "off": value = false
        default: throw .configuration(key: name(of: key), reason: "must be true or false")
        }
    }

    /// Puts the whole number of a key into a variable.
    mutating func read(_ key: String, into value: inout Int) throws(SandboxError) {
        note(key, .number, .integer(Int64(value)))
        if let number = try integer(key) { value = number }
    }

    /// Puts the whole number of a key into a variable that may be empty; an empty value empties it.
    mutating func read(_ key: String, into value: inout Int?) throws(SandboxError) {
        note(key, .number, isOptional: true, value.map { .integer(Int64($0)) } ?? .null)
        if isNull(key) {
            value = nil
            return
        }
        if let number = try integer(key) { value = number }
    }

    /// Puts the span of a key into a variable: `300`, `300s`, `20ms`, `5m` or `2h`.
    mutating func read(_ key: String, into value: inout Duration) throws(SandboxError) {
        note(key, .span, .string(value.spanText))
        guard let text = try text(key) else { return }
        value = try Self.span(text, key: name(of: key))
    }

    /// Puts the span of a key, which may be negative, into a variable: `-10m`.
    mutating func read(_ key: String, intoOffset value: inout Duration) throws(SandboxError) {
        note(key, .span, .string(value.spanText))
        guard let text = try text(key) else { return }
        let name = name(of: key)
        value =
            text.hasPrefix("-")
            ? .zero - (try Self.span(String(text.dropFirst()), key: name)) : try Self.span(text, key: name)
    }

    /// Puts a key's word into a variable that knows a few words.
    mutating func read<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        into value: inout Choice
    ) throws(SandboxError) {
        note(key, .choice(Choice.allCases.map(\.rawValue)), .string(value.rawValue))
        if let text = try text(key) { value = try Self.choice(text, key: name(of: key)) }
    }

    /// Puts a key's word into a variable that knows a few words and may be empty; an empty value empties it.
    mutating func read<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        into value: inout Choice?
    ) throws(SandboxError) {
        let words = Choice.allCases.map(\.rawValue)
        note(key, .choice(words), isOptional: true, value.map { .string($0.rawValue) } ?? .null)
        if isNull(key) {
            value = nil
            return
        }
        if let text = try text(key) { value = try Self.choice(text, key: name(of: key)) as Choice }
    }

    // MARK: Lists and mappings

    /// Puts a list of words into a variable that holds some of a few.
    mutating func read<Choice: RawRepresentable<String> & CaseIterable & Hashable>(
        _ key: String,
        into value: inout Set<Choice>
    ) throws(SandboxError) {
        let known = Choice.allCases.filter(value.contains).map { JSONText.string($0.rawValue) }
        note(key, .words(Choice.allCases.map(\.rawValue)), .array(known))
        guard let words = try words(key) else { return }
        value = []
        for (index, word) in words.enumerated() {
            value.insert(try Self.choice(word, key: "\(name(of: key))[\(index)]"))
        }
    }

    /// Puts a list of texts into a variable.
    mutating func read(_ key: String, into value: inout [String]) throws(SandboxError) {
        note(key, .texts, .array(value.map(JSONText.string)))
        if let words = try words(key) { value = words }
    }

    /// Puts a list of mappings into a variable.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - elements: The variable.
    ///   - new: What an element is before anything is read into it.
    ///   - read: Reads one element.
    /// - Throws: ``SandboxError/configuration(key:reason:)`` when there is no list, or what reading an element threw.
    mutating func read<Element>(
        _ key: String,
        into elements: inout [Element],
        new: Element,
        _ read: (inout ConfigurationReader, inout Element) throws(SandboxError) -> Void
    ) throws(SandboxError) {
        if isDescribing {
            func describe(_ element: Element) throws(SandboxError) -> [ConfigurationKey] {
                var element = element
                return try Self.describe { reader throws(SandboxError) in try read(&reader, &element) }
            }
            var values: [JSONText] = []
            for element in elements { values.append(ConfigurationKey.values(try describe(element))) }
            note(key, .list(try describe(new)), .array(values))
        }
        guard let node = node(key) else { return }
        guard case .sequence(let sequence) = node else {
            throw .configuration(key: name(of: key), reason: "must be a list")
        }
        var list: [Element] = []
        for (index, node) in sequence.enumerated() {
            var reader = try ConfigurationReader(node, path: "\(name(of: key))[\(index)]")
            var element = new
            try read(&reader, &element)
            try reader.finish()
            list.append(element)
        }
        elements = list
    }

    /// A nested mapping, read by the closure when it is there.
    mutating func section(
        _ key: String,
        _ read: (inout ConfigurationReader) throws(SandboxError) -> Void
    ) throws(SandboxError) {
        if isDescribing {
            let keys = try Self.describe(name(of: key), read)
            note(key, .section(keys), ConfigurationKey.values(keys))
        }
        guard let node = node(key) else { return }
        var reader = try ConfigurationReader(node, path: name(of: key))
        try read(&reader)
        try reader.finish()
    }

    /// Whether a mapping stands at a key.
    mutating func hasMapping(_ key: String) -> Bool {
        if case .mapping = node(key) { true } else { false }
    }

    /// The error of a key that must be there and is not.
    func missing(_ key: String) -> SandboxError { .configuration(key: name(of: key), reason: "is needed") }

    /// Ends the reading.
    ///
    /// - Throws: ``SandboxError/configuration(key:reason:)`` when a key was never asked for.
    func finish() throws(SandboxError) {
        guard let unknown = mapping.first(where: { !asked.contains($0.key) }) else { return }
        let known = asked.sorted().prefix(40).joined(separator: ", ")
        throw .configuration(key: name(of: unknown.key), reason: "is not a known key; known here are \(known)")
    }

    // MARK: Parts

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

    /// A span of time as it is written: `300`, `300s`, `20ms`, `5m` or `2h`.
    static func span(_ text: String, key: String) throws(SandboxError) -> Duration {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int64(digits), count < 1_000_000_000 else {
            throw .configuration(key: key, reason: "must be a span such as 300s, 20ms, 5m or 2h")
        }
        switch text.dropFirst(digits.count) {
        case "ms": return .milliseconds(count)
        case "", "s": return .seconds(count)
        case "m": return .seconds(count * 60)
        case "h": return .seconds(count * 3600)
        default: throw .configuration(key: key, reason: "must be a span such as 300s, 20ms, 5m or 2h")
        }
    }

    private mutating func isNull(_ key: String) -> Bool { node(key)?.null != nil }

    private mutating func text(_ key: String) throws(SandboxError) -> String? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let scalar) = node else {
            throw .configuration(key: name(of: key), reason: "must be a single value")
        }
        guard node.null == nil else {
            throw .configuration(key: name(of: key), reason: "must not be empty")
        }
        return scalar.string
    }

    private mutating func integer(_ key: String) throws(SandboxError) -> Int? {
        guard let text = try text(key) else { return nil }
        guard let number = Int(text) else {
            throw .configuration(key: name(of: key), reason: "must be a whole number")
        }
        return number
    }

    private mutating func words(_ key: String) throws(SandboxError) -> [String]? {
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
}

extension Duration {
    /// The span as a configuration writes it.
    var spanText: String {
        let milliseconds = wholeMilliseconds
        return milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
    }
}

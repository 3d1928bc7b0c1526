internal import Yams

extension SandboxConfiguration {
    /// Reads a configuration from YAML; what the text leaves out keeps its default, or what the release says.
    ///
    /// The keys are the names of this type's properties. Spans are written `300s`, `20ms`, `5m` or `2h`, joined sites as
    /// `sites: {parent: contact.example}`, another user's session as `session: {otherUser: mwitwicky}`.
    ///
    /// ```yaml
    /// release: "12.5"
    /// authenticationMode: HYBRID
    /// tokens: {accessLifetime: 10m}
    /// failures: [metadataNotInitialized]
    /// ```
    ///
    /// - Parameters:
    ///   - yaml: The text.
    ///   - release: The release to start from, in place of the one that the text names.
    /// - Throws: ``SandboxError/unreadable(line:reason:)`` when it is not YAML; ``SandboxError/configuration(key:reason:)``
    ///   for a key that is unknown or whose value cannot be used.
    public init(yaml: String, release: SandboxRelease? = nil) throws(SandboxError) {
        self.init()
        if let node = try Self.compose(yaml) {
            try read(node, release: release)
        } else if let release {
            apply(release)
        }
        try validate()
    }

    /// Changes what YAML says and leaves the rest as it is.
    ///
    /// A list takes the place of the whole list, except that users may be a mapping from login names to what changes of
    /// each: `users: {sjefferson: {isLocked: true}}`.
    ///
    /// - Parameter yaml: The text.
    /// - Throws: ``SandboxError/unreadable(line:reason:)`` when it is not YAML; ``SandboxError/configuration(key:reason:)``
    ///   for a key that is unknown or whose value cannot be used. Nothing is changed then.
    public mutating func merge(yaml: String) throws(SandboxError) {
        guard let node = try Self.compose(yaml) else { return }
        try merge(node)
    }

    /// Sets one key.
    ///
    /// ```swift
    /// try configuration.set("tokens.accessLifetime", to: "10m")
    /// try configuration.set("users.sjefferson.isLocked", to: "true")
    /// ```
    ///
    /// - Parameters:
    ///   - key: The key as YAML names it, with dots for nested ones.
    ///   - value: The value as YAML writes it.
    /// - Throws: ``SandboxError/configuration(key:reason:)`` when the key is unknown or the value cannot be used.
    ///   Nothing is changed then.
    public mutating func set(_ key: String, to value: String) throws(SandboxError) {
        try merge(try Self.node(key, value))
    }

    mutating func merge(_ node: Node, readsFiles: Bool = true) throws(SandboxError) {
        var next = self
        try next.read(node, readsFiles: readsFiles)
        try next.validate()
        self = next
    }

    private mutating func read(
        _ node: Node,
        release: SandboxRelease? = nil,
        readsFiles: Bool = true
    ) throws(SandboxError) {
        var reader = try ConfigurationReader(node)
        try read(&reader, release: release, readsFiles: readsFiles)
        try reader.finish()
    }

    private static func compose(_ yaml: String) throws(SandboxError) -> Node? {
        do {
            return try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            throw unreadable(error)
        } catch {
            throw .unreadable(line: nil, reason: "the parser gave up")
        }
    }

    private static func unreadable(_ error: YamlError) -> SandboxError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            .unreadable(line: mark.line, reason: problem)
        default:
            .unreadable(line: nil, reason: "the parser gave up")
        }
    }

    /// A value below its dotted key; a value that is no YAML is taken as a word.
    private static func node(_ key: String, _ value: String) throws(SandboxError) -> Node {
        let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !parts.contains("") else {
            throw .configuration(key: key, reason: "is no key; write one such as tokens.accessLifetime")
        }
        let value = (try? compose(value)) ?? Node(value)
        return parts.reversed().reduce(value) { Node([(Node($1), $0)]) }
    }
}

extension Node {
    /// A JSON value as a node.
    init(_ value: JSONValue) {
        switch value {
        // Plain, since only a plain scalar can be nothing.
        case .null: self = Node("null", .implicit, .plain)
        case .truth(let truth): self = Node(truth ? "true" : "false")
        case .integer(let number): self = Node(String(number))
        case .number(let number): self = Node(String(number))
        // Quoted, so that the word "null" is a word.
        case .string(let string): self = Node(string, Tag(.str), .doubleQuoted)
        case .array(let elements): self = Node(elements.map { Node($0) })
        case .object(let members):
            self = Node(members.sorted { $0.key < $1.key }.map { (Node($0.key, Tag(.str)), Node($0.value)) })
        }
    }
}

// A fault as JSON and as YAML: the same keys in both, spans as `300s`, `20ms`, `5m` or `2h`, an unknown key an error.

extension SandboxFault: Codable {
    private static let keys = ["name", "when", "effect", "lasts"]
    private static let wordKeys = ["word", "user", "lasts", "times", "node", "delay", "probability"]

    /// Reads a fault: `{effect: …, when: …, lasts: …, name: …}`, a domain word alone, or `{word: …}` with what belongs to it.
    ///
    /// - Parameter decoder: Where it is.
    /// - Throws: `DecodingError` that names the key.
    public init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            self = try Self(word: word, Fields(of: nil, at: decoder.codingPath))
            return
        }
        let word = try decoder.container(keyedBy: FaultKey.self).contains("word")
        let fields = try Fields(decoder, allowed: word ? Self.wordKeys : Self.keys)
        if word {
            self = try Self(word: try fields.needed("word"), fields)
        } else {
            self.init(
                try fields.needed("effect"),
                when: try fields.value("when") ?? Selector(),
                lasts: try fields.span("lasts"),
                name: try fields.value("name")
            )
        }
    }

    /// Writes the fault, a domain word as what it expands to.
    ///
    /// - Parameter encoder: Where it goes.
    /// - Throws: `EncodingError` when the encoder does not take it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FaultKey.self)
        try container.encodeIfPresent(name, forKey: "name")
        try container.encode(when, forKey: "when")
        try container.encode(effect, forKey: "effect")
        try container.encodeIfPresent(lasts.map(FaultSpan.init), forKey: "lasts")
    }

    private init(word text: String, _ fields: Fields) throws {
        guard let word = Word(rawValue: text) else {
            throw fields.problem(
                "word",
                "is no word for a fault; words are \(Word.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        let span = try fields.span("lasts")
        let times: Int? = try fields.value("times")
        switch word {
        case .nextRefreshFails: self = .nextRefreshFails
        case .refreshAnswerLost: self = .refreshAnswerLost
        case .passwordExpired: self = .passwordExpired(try fields.needed("user"))
        case .accountLocked: self = .accountLocked(try fields.needed("user"))
        case .relayLost: self = .relayLost
        case .callbackLost: self = .callbackLost
        case .identityProviderDown: self = .identityProviderDown()
        case .identityServiceDown: self = .identityServiceDown()
        case .finesseOutOfService: self = .finesseOutOfService()
        case .tooManyRequests: self = .tooManyRequests()
        case .tokensSlow: self = .tokensSlow(try fields.value("delay") ?? .fixed(.seconds(30)))
        case .networkFlaky: self = .networkFlaky()
        }
        // What is said besides the word narrows what it stands for.
        if let span { lasts = span }
        if let times { when.times = times }
        when.node = try fields.value("node") ?? when.node
        when.probability = try fields.value("probability") ?? when.probability
        if word != .passwordExpired, word != .accountLocked { when.user = try fields.value("user") ?? when.user }
    }
}

extension SandboxFault.Selector: Codable {
    private static let keys = ["party", "node", "method", "path", "route", "user", "after", "times", "probability"]

    /// Reads a selector; what is left out is for any request.
    ///
    /// - Parameter decoder: Where it is.
    /// - Throws: `DecodingError` that names the key.
    public init(from decoder: any Decoder) throws {
        let fields = try Fields(decoder, allowed: Self.keys)
        self.init(
            party: try fields.value("party"),
            node: try fields.value("node"),
            method: try fields.value("method"),
            path: try fields.value("path"),
            route: try fields.value("route"),
            user: try fields.value("user"),
            after: try fields.value("after") ?? 0,
            times: try fields.value("times"),
            probability: try fields.value("probability") ?? 1
        )
    }

    /// Writes what is named.
    ///
    /// - Parameter encoder: Where it goes.
    /// - Throws: `EncodingError` when the encoder does not take it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FaultKey.self)
        try container.encodeIfPresent(party, forKey: "party")
        try container.encodeIfPresent(node, forKey: "node")
        try container.encodeIfPresent(method, forKey: "method")
        try container.encodeIfPresent(path, forKey: "path")
        try container.encodeIfPresent(route, forKey: "route")
        try container.encodeIfPresent(user, forKey: "user")
        if after != 0 { try container.encode(after, forKey: "after") }
        try container.encodeIfPresent(times, forKey: "times")
        if probability != 1 { try container.encode(probability, forKey: "probability") }
    }
}

extension SandboxParty: Codable {}

extension SandboxFailure: Codable {}

/// Any name of a key.
struct FaultKey: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringLiteral value: String) { stringValue = value }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

/// A span as text, `20m`; a bare number is seconds.
struct FaultSpan: Codable, Hashable, Sendable {
    var duration: Duration

    init(_ duration: Duration) {
        self.duration = duration
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // A number is no text in JSON and one in YAML.
        let text = try (try? container.decode(Int64.self)).map(String.init) ?? container.decode(String.self)
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let units: [Substring: Int64] = ["ms": 1, "": 1000, "s": 1000, "m": 60_000, "h": 3_600_000]
        guard let count = Int64(digits), count < 1_000_000_000, let unit = units[text.dropFirst(digits.count)] else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "must be a span such as 300s, 20ms, 5m or 2h"
            )
        }
        duration = .milliseconds(count * unit)
    }

    func encode(to encoder: any Encoder) throws {
        let milliseconds = duration.wholeMilliseconds
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms")
    }
}

/// The members of a mapping, read strictly.
struct Fields {
    private let container: KeyedDecodingContainer<FaultKey>?
    private let path: [any CodingKey]

    /// A mapping in which nothing stands.
    init(of container: KeyedDecodingContainer<FaultKey>?, at path: [any CodingKey]) {
        self.container = container
        self.path = path
    }

    init(_ decoder: any Decoder, allowed: [String]) throws {
        let container = try decoder.container(keyedBy: FaultKey.self)
        self.init(of: container, at: decoder.codingPath)
        if let unknown = container.allKeys.first(where: { !allowed.contains($0.stringValue) }) {
            throw problem(
                unknown.stringValue,
                "is not a known key; known here are \(allowed.joined(separator: ", "))"
            )
        }
    }

    var names: [String] { container?.allKeys.map(\.stringValue).sorted() ?? [] }

    func value<Value: Decodable>(_ key: String) throws -> Value? {
        try container?.decodeIfPresent(Value.self, forKey: FaultKey(key))
    }

    func needed<Value: Decodable>(_ key: String) throws -> Value {
        guard let value: Value = try value(key) else { throw problem(key, "is needed") }
        return value
    }

    func span(_ key: String) throws -> Duration? { (try value(key) as FaultSpan?)?.duration }

    func problem(_ key: String, _ text: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: path + [FaultKey(key)], debugDescription: text))
    }
}

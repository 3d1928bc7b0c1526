extension SandboxFault.Effect: Codable {
    private static let words: [String: Self] = [
        "reset": .reset(), "hangUp": .hangUp(), "empty": .empty, "truncated": .truncated(),
        "malformedHead": .malformedHead, "malformedBody": .malformedBody,
    ]
    private static let keys = [
        "status", "delay", "reset", "hangUp", "truncated", "contentType", "drip", "failure", "account",
    ]

    /// Reads an effect: a word, or a mapping with one key.
    ///
    /// - Parameter decoder: Where it is.
    /// - Throws: `DecodingError` that names the key.
    public init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            guard let effect = Self.words[word] else {
                let known = Self.words.keys.sorted() + Self.keys.map { "{\($0): …}" }
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: decoder.codingPath,
                        debugDescription: "is no effect; effects are \(known.joined(separator: ", "))"
                    )
                )
            }
            self = effect
            return
        }
        let fields = try Fields(decoder, allowed: Self.keys)
        guard let key = fields.names.first, fields.names.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "must have exactly one key")
            )
        }
        switch key {
        case "status":
            let status: Status = try fields.needed(key)
            self = .status(status.code, body: status.body, headers: status.headers)
        case "delay": self = .delay(try fields.needed(key))
        case "reset": self = .reset(try fields.needed(key))
        case "hangUp": self = .hangUp(try fields.needed(key))
        case "truncated": self = .truncated(bytes: try fields.needed(key))
        case "contentType": self = .contentType(try fields.needed(key))
        case "drip":
            let drip: Drip = try fields.needed(key)
            self = .drip(bytes: drip.bytes, every: drip.interval)
        case "failure": self = .failure(try fields.needed(key))
        default:
            let account: NamedAccount = try fields.needed(key)
            self = .account(account.state, user: account.user)
        }
    }

    /// Writes the effect.
    ///
    /// - Parameter encoder: Where it goes.
    /// - Throws: `EncodingError` when the encoder does not take it.
    public func encode(to encoder: any Encoder) throws {
        if let word = Self.words.first(where: { $0.value == self })?.key {
            var container = encoder.singleValueContainer()
            return try container.encode(word)
        }
        var container = encoder.container(keyedBy: FaultKey.self)
        switch self {
        case .status(let code, let body, let headers):
            try container.encode(Status(code: code, body: body, headers: headers), forKey: "status")
        case .delay(let delay): try container.encode(delay, forKey: "delay")
        case .reset(let moment): try container.encode(moment, forKey: "reset")
        case .hangUp(let moment): try container.encode(moment, forKey: "hangUp")
        case .truncated(let bytes): try container.encode(bytes, forKey: "truncated")
        case .contentType(let type): try container.encode(type, forKey: "contentType")
        case .drip(let bytes, let interval):
            try container.encode(Drip(bytes: bytes, interval: interval), forKey: "drip")
        case .failure(let failure): try container.encode(failure, forKey: "failure")
        case .account(let state, let user):
            try container.encode(NamedAccount(state: state, user: user), forKey: "account")
        case .empty, .malformedHead, .malformedBody: break
        }
    }

    /// `503`, or `{code: 503, body: …, headers: {…}}`.
    private struct Status: Codable {
        var code: Int
        var body = ""
        var headers: [String: String] = [:]

        init(code: Int, body: String, headers: [String: String]) {
            (self.code, self.body, self.headers) = (code, body, headers)
        }

        init(from decoder: any Decoder) throws {
            if let code = try? decoder.singleValueContainer().decode(Int.self) {
                self.code = code
                return
            }
            let fields = try Fields(decoder, allowed: ["code", "body", "headers"])
            code = try fields.needed("code")
            body = try fields.value("body") ?? ""
            headers = try fields.value("headers") ?? [:]
        }

        func encode(to encoder: any Encoder) throws {
            guard !body.isEmpty || !headers.isEmpty else {
                var container = encoder.singleValueContainer()
                return try container.encode(code)
            }
            var container = encoder.container(keyedBy: FaultKey.self)
            try container.encode(code, forKey: "code")
            if !body.isEmpty { try container.encode(body, forKey: "body") }
            if !headers.isEmpty { try container.encode(headers, forKey: "headers") }
        }
    }

    private struct Drip: Codable {
        var bytes: Int
        var interval: Duration

        init(bytes: Int, interval: Duration) {
            (self.bytes, self.interval) = (bytes, interval)
        }

        init(from decoder: any Decoder) throws {
            let fields = try Fields(decoder, allowed: ["bytes", "every"])
            bytes = try fields.needed("bytes")
            interval = (try fields.needed("every") as FaultSpan).duration
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: FaultKey.self)
            try container.encode(bytes, forKey: "bytes")
            try container.encode(FaultSpan(interval), forKey: "every")
        }
    }

    private struct NamedAccount: Codable {
        var state: SandboxFault.Account
        var user: String

        init(state: SandboxFault.Account, user: String) {
            (self.state, self.user) = (state, user)
        }

        init(from decoder: any Decoder) throws {
            let fields = try Fields(decoder, allowed: ["state", "user"])
            state = try fields.needed("state")
            user = try fields.needed("user")
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: FaultKey.self)
            try container.encode(state, forKey: "state")
            try container.encode(user, forKey: "user")
        }
    }
}

extension SandboxFault.Delay: Codable {
    /// Reads a delay: `5s`, or `{median: 800ms, sigma: 0.7, most: 30s}`.
    ///
    /// - Parameter decoder: Where it is.
    /// - Throws: `DecodingError` that names the key.
    public init(from decoder: any Decoder) throws {
        if (try? decoder.container(keyedBy: FaultKey.self)) == nil {
            self = .fixed(try FaultSpan(from: decoder).duration)
            return
        }
        let fields = try Fields(decoder, allowed: ["median", "sigma", "most"])
        let median: FaultSpan = try fields.needed("median")
        self = .logNormal(
            median: median.duration,
            sigma: try fields.needed("sigma"),
            most: try fields.span("most") ?? .seconds(120)
        )
    }

    /// Writes the delay.
    ///
    /// - Parameter encoder: Where it goes.
    /// - Throws: `EncodingError` when the encoder does not take it.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .fixed(let span):
            try FaultSpan(span).encode(to: encoder)
        case .logNormal(let median, let sigma, let most):
            var container = encoder.container(keyedBy: FaultKey.self)
            try container.encode(FaultSpan(median), forKey: "median")
            try container.encode(sigma, forKey: "sigma")
            try container.encode(FaultSpan(most), forKey: "most")
        }
    }
}

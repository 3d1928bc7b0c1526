internal import Yams

extension SandboxConfiguration {
    /// The names of all nodes.
    var hosts: Set<String> {
        Set(
            SandboxParty.allCases.flatMap { party in nodes(of: party).indices.map { host(of: party, node: $0) } }
        )
    }

    /// Checks that the faults can be used.
    func validateFaults() throws(SandboxError) {
        for (index, fault) in faults.enumerated() { try fault.validate(key: "faults[\(index)]", hosts: hosts) }
    }
}

extension SandboxFault {
    /// Checks that the fault can be used.
    ///
    /// - Parameters:
    ///   - key: Its place in the configuration.
    ///   - hosts: The names of all nodes.
    /// - Throws: ``SandboxError/configuration(key:reason:)`` for the first value that cannot be used.
    func validate(key: String, hosts: Set<String>) throws(SandboxError) {
        func check(_ isRight: Bool, _ name: String, _ reason: String) throws(SandboxError) {
            if !isRight { throw .configuration(key: "\(key).\(name)", reason: reason) }
        }
        if let node = when.node?.lowercased() {
            let known = hosts.sorted().joined(separator: ", ")
            try check(hosts.contains(node), "when.node", "there is no node \(node); nodes are \(known)")
        }
        try check((0...1).contains(when.probability), "when.probability", "must be 0 to 1")
        try check(when.after >= 0, "when.after", "must not be negative")
        try check(when.times.map { $0 > 0 } ?? true, "when.times", "must be 1 or more")
        try check(lasts.map { $0 > .zero } ?? true, "lasts", "must be more than 0s")
        switch effect {
        case .status(let code, _, let headers):
            try check((200...599).contains(code), "effect.status", "must be 200 to 599")
            try check(
                headers.allSatisfy { Self.isToken($0.key) && Self.isFieldValue($0.value) },
                "effect.status.headers",
                "must be names and values of HTTP header fields"
            )
        case .delay(.fixed(let span)): try check(span >= .zero, "effect.delay", "must not be negative")
        case .delay(.logNormal(let median, let sigma, let most)):
            try check(
                median >= .zero && most >= median,
                "effect.delay",
                "the median must be 0s or more and at most the most"
            )
            try check((0...10).contains(sigma), "effect.delay.sigma", "must be 0 to 10")
        case .truncated(let bytes): try check(bytes.map { $0 >= 0 } ?? true, "effect.truncated", "must not be negative")
        case .contentType(let type):
            try check(Self.isFieldValue(type), "effect.contentType", "must be a header's value")
        case .drip(let bytes, let interval):
            try check(bytes > 0, "effect.drip.bytes", "must be 1 or more")
            try check(interval >= .zero, "effect.drip.every", "must not be negative")
        case .reset, .hangUp, .empty, .malformedHead, .malformedBody, .failure, .account: break
        }
    }

    /// Reads the faults of a YAML configuration, or of JSON, which is YAML as well.
    static func list(_ node: Node, key: String) throws(SandboxError) -> [SandboxFault] {
        do {
            return try YAMLDecoder().decode([SandboxFault].self, from: node)
        } catch let error as DecodingError {
            throw Self.problem(error, key: key)
        } catch {
            throw .configuration(key: key, reason: "cannot be read")
        }
    }

    private static func problem(_ error: DecodingError, key: String) -> SandboxError {
        func place(_ path: [any CodingKey]) -> String {
            path.reduce(key) { $0 + ($1.intValue.map { "[\($0)]" } ?? ".\($1.stringValue)") }
        }
        switch error {
        case .keyNotFound(let missing, let context):
            return .configuration(key: place(context.codingPath + [missing]), reason: "is needed")
        case .dataCorrupted(let context):
            return .configuration(key: place(context.codingPath), reason: context.debugDescription)
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return .configuration(key: place(context.codingPath), reason: "is of another kind than is wanted there")
        @unknown default:
            return .configuration(key: key, reason: "cannot be read")
        }
    }

    private static func isToken(_ text: String) -> Bool {
        let others = Set("!#$%&'*+-.^_`|~".utf8)
        return !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || others.contains(byte)
            }
    }

    private static func isFieldValue(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }
}

import HTTPTransport

/// A request as the peer saw it, and as the body of an answer.
struct EchoedRequest: Hashable {
    var method: String
    var target: String
    var fields: HTTPFields
    var body: [UInt8]

    init(method: String, target: String, fields: HTTPFields, body: [UInt8]) {
        self.method = method
        self.target = target
        self.fields = fields
        self.body = body
    }

    /// Reads what ``encoded`` wrote; `nil` when it is something else.
    init?(encoded: [UInt8]) {
        let lines = encoded.split(separator: 10, omittingEmptySubsequences: false)
        guard let end = lines.firstIndex(of: []), end >= 2 else { return nil }
        method = String(decoding: lines[0], as: UTF8.self)
        target = String(decoding: lines[1], as: UTF8.self)
        fields = HTTPFields(
            lines[2..<end].map { line in
                let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
                return HTTPField(
                    name: String(decoding: line[..<colon], as: UTF8.self),
                    value: Array(line[colon...].dropFirst())
                )
            }
        )
        body = Array(lines[(end + 1)...].joined(separator: [10]))
    }

    /// Method, target and each field on a line of its own, an empty line, the body.
    var encoded: [UInt8] {
        var lines = [Array(method.utf8), Array(target.utf8)]
        lines += fields.map { Array("\($0.name):".utf8) + $0.value }
        return Array(lines.joined(separator: [10])) + [10, 10] + body
    }
}

import FinesseSandbox
import Testing

/// A request that must be refused, and how.
struct Misuse: Sendable, CustomTestStringConvertible {
    var method: String
    var path: String
    var body: String?
    /// Status and `ErrorType`.
    var outcome: String
    /// `ErrorData`, where it matters.
    var data: String?

    init(_ method: String, _ path: String, _ body: String? = nil, _ outcome: String, data: String? = nil) {
        self.method = method
        self.path = path
        self.body = body
        self.outcome = outcome
        self.data = data
    }

    var testDescription: String { "\(method) \(path) \((body ?? "").prefix(60)): \(outcome)" }

    /// Makes the request and compares the answer.
    func check(_ client: CatalogueClient, sourceLocation: SourceLocation = #_sourceLocation) async {
        let answer = await client.ask(method, path, body)
        #expect(answer.outcome == outcome, sourceLocation: sourceLocation)
        if let data { #expect(answer.element("ErrorData") == data, sourceLocation: sourceLocation) }
    }

    static func letters(_ count: Int) -> String { String(repeating: "x", count: count) }
}

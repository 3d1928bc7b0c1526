import HTTPTransport
import WebAgent
import WebAgentURL

/// Which method and which body the next request has after a redirect: the machine that the agent follows redirects with.
package enum RedirectMethodSuite: ConformanceSuite {
    package static let name = "redirect-method"
    package static let defaultPath = "navigation/redirect-method.json"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        try await VectorRow.outcomes(in: input) { row throws(SuiteInputError) in try outcome(of: row) }
    }

    private static func outcome(of row: VectorRow) throws(SuiteInputError) -> CaseOutcome {
        guard let url = WebURL("https://web-platform.test/redirect"), let status = row["status"]?.number else {
            throw row.malformed("no \"status\"")
        }
        let body = row["body"]?.string.map { AgentRequest.Body(bytes: Array($0.utf8), contentType: "text/plain") }
        let request = AgentRequest(
            url,
            method: try row.string("request_method"),
            body: body,
            extraFields: body == nil ? [:] : ["Content-Language": "en", "Content-Location": "/somewhere"]
        )
        var machine = RedirectMachine(request)
        let action = machine.receive(status: Int(status), location: Array("next".utf8))

        var expected = try row.string("expected_method")
        guard case .follow(let next) = action else {
            return CaseOutcome(id: row.id, expected: expected, got: "not followed")
        }
        var got = next.method
        if let stripped = row["body_headers_stripped"]?.bool, stripped || body != nil {
            expected += stripped ? ", no body and none of its fields" : ", body and its fields"
            let fields = next.fields(userAgent: "", languages: [], suffixes: PublicSuffixList(rules: []))
            let left = ["Content-Type", "Content-Language", "Content-Location"].filter { fields.contains(named: $0) }
            switch (next.body, left.count) {
            case (nil, 0): got += ", no body and none of its fields"
            case (body, 3): got += ", body and its fields"
            default: got += ", \(next.body == nil ? "no " : "")body and \(left.joined(separator: ", "))"
            }
        }
        return CaseOutcome(id: row.id, expected: expected, got: got)
    }
}

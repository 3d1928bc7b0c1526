import WebAgentCookies
import WebAgentURL

/// RFC 6265 cookies as servers set them: the jar that the agent uses, one per case.
package enum HTTPStateSuite: ConformanceSuite {
    package static let name = "http-state"
    package static let defaultPath = "http-state/cases.json"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        try await VectorRow.outcomes(in: input) { row throws(SuiteInputError) in try outcome(of: row) }
    }

    /// The time of every row: 2015-01-01T00:00:00Z.
    private static let now = CookieTime(seconds: 1_420_070_400)

    private static func outcome(of row: VectorRow) throws(SuiteInputError) -> CaseOutcome {
        let status = row["status"]?.string ?? "current"
        guard !["disabled-upstream", "malformed-upstream", "optional-upstream"].contains(status) else {
            return .skipped(id: row.id, because: status)
        }
        let expected = try row.string(
            status == "outdated" ? "rfc6265bis_expected_cookie_header" : "expected_cookie_header"
        )

        var jar = CookieJar(suffixes: PublicSuffixList(rules: ["org", "com", "net", "co.uk"]))
        let context = CookieContext(url: try row.url("url"), initiator: nil, target: .topLevel, method: "GET")
        for line in try row.strings("set_cookie") {
            _ = jar.store(setCookie: Array(line.utf8), context: context, now: now)
        }
        let next = CookieContext(url: try row.url("second_url"), initiator: nil, target: .topLevel, method: "GET")
        let header = jar.cookieHeader(for: next, now: now).header ?? []
        return CaseOutcome(id: row.id, expected: expected, got: String(decoding: header, as: UTF8.self))
    }
}

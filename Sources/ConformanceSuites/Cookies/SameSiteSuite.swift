import WebAgentCookies
import WebAgentURL

/// Which cookies go with requests between sites: the context type that the agent's navigation fills, and the jar's rules.
///
/// Two policies differ from the defaults here, as the vectors ask: no two-minute allowance, and redirects count. The rows
/// that post a form through a redirect follow the web platform's tests, whose redirect keeps the method.
package enum SameSiteSuite: ConformanceSuite {
    package static let name = "samesite"
    package static let defaultPath = "wpt-cookies/samesite-sample.json"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        try await VectorRow.outcomes(in: input) { row throws(SuiteInputError) in try outcome(of: row) }
    }

    /// The time of every row: 2026-01-01T00:00:00Z.
    private static let now = CookieTime(seconds: 1_767_225_600)

    private static func outcome(of row: VectorRow) throws(SuiteInputError) -> CaseOutcome {
        var policy = CookiePolicy()
        policy.laxAllowingUnsafeWindow = nil
        policy.redirectChainCountsForSameSite = true
        var jar = CookieJar(suffixes: PublicSuffixList(rules: ["test"]), policy: policy)

        let home = CookieContext(url: try row.url("cookies_set_at"), initiator: nil, target: .topLevel, method: "GET")
        for line in try row.strings("set_cookie") {
            _ = jar.store(setCookie: Array(line.utf8), context: home, now: now)
        }

        var expected: [String] = []
        var got: [String] = []
        let scenario = try Scenario(row)
        func compare(_ what: String, _ names: [String], with context: CookieContext) {
            expected.append("\(what): \(names.sorted().joined(separator: " "))")
            let sent = jar.cookieHeader(for: context, now: now).sent.map { String(decoding: $0.name, as: UTF8.self) }
            got.append("\(what): \(sent.sorted().joined(separator: " "))")
        }

        compare("sent", try row.strings("expected_cookies_sent"), with: scenario.request)
        if row["after_reload_cookies_sent"]?.array != nil {
            compare("after reload", try row.strings("after_reload_cookies_sent"), with: scenario.reload)
        }
        if let status = row["document_cookie_status_in_frame"]?.string {
            compare("document.cookie in the frame", try visibleNames(status, row: row), with: scenario.script)
        }
        return CaseOutcome(
            id: row.id,
            expected: expected.joined(separator: "; "),
            got: got.joined(separator: "; ")
        )
    }

    private static func visibleNames(_ status: String, row: VectorRow) throws(SuiteInputError) -> [String] {
        switch status {
        case "strict", "same-site":
            ["samesite_strict", "samesite_lax", "samesite_none", "samesite_unspecified"]
        case "cross-site":
            ["samesite_none"]
        default:
            throw row.malformed("document_cookie_status_in_frame \(status)")
        }
    }
}

/// The requests that a row describes.
private struct Scenario {
    let request: CookieContext

    init(_ row: VectorRow) throws(SuiteInputError) {
        let page = CookieClient(origin: try row.url("initiator_page").origin)
        let action = try row.string("action").lowercased()
        let first = try row.optionalURL("request_first_goes_to")
        let last: WebURL
        var initiator = page
        if let frame = try row.optionalURL("iframe_first_loads") {
            initiator = CookieClient(origin: frame.origin, ancestors: [page.origin])
            last = try row.url("then_script_navigates_to")
        } else if first != nil {
            last = try row.url("which_302_redirects_to")
        } else {
            last = try row.url("request_goes_to")
        }

        let target: CookieContext.Target
        if action.contains("iframe") {
            target = .frame(ancestors: [page.origin])
        } else if action.contains("top-level") || action.contains("window.open") {
            target = .topLevel
        } else if action.contains("fetch") || action.contains("image") {
            target = .subresource
        } else {
            throw row.malformed("unknown action")
        }
        request = CookieContext(
            url: last,
            initiator: initiator,
            target: target,
            method: action.contains("post") ? "POST" : "GET",
            redirectedFrom: first.map { [$0] } ?? []
        )
    }

    /// The user reloads what the request brought.
    var reload: CookieContext {
        var context = request
        context.isReload = true
        context.redirectedFrom = []
        return context
    }

    /// A script of the document that the request brought.
    var script: CookieContext {
        guard case .frame(let ancestors) = request.target else { return .script(document: request.url) }
        return .script(document: request.url, ancestors: ancestors)
    }
}

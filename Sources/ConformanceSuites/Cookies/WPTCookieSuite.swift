import WebAgentCookies
import WebAgentURL

/// RFC 6265bis cookies as the web platform's tests state them.
package enum WPTCookieSuite: ConformanceSuite {
    package static let name = "wpt-cookies"
    package static let defaultPath = "wpt-cookies/cookies-sample.json"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        try await VectorRow.outcomes(in: input) { row throws(SuiteInputError) in try outcome(of: row) }
    }

    /// The time of every row: 2026-01-01T00:00:00Z.
    private static let now = CookieTime(seconds: 1_767_225_600)

    private static func outcome(of row: VectorRow) throws(SuiteInputError) -> CaseOutcome {
        for flag in ["disputed", "transport_dependent"] where isSet(row[flag]) {
            return .skipped(id: row.id, because: flag)
        }
        var jar = CookieJar(suffixes: PublicSuffixList(rules: ["test"]))
        try set(row, in: &jar)
        if row["then_script_sets"]?.array != nil {
            let document = try row.url(row["script_url"]?.string == nil ? "second_url" : "script_url")
            for assignment in try row.strings("then_script_sets") {
                _ = jar.setFromScript(assignment, document: document, now: now)
            }
        }

        let accepted = [try row.string("expected")] + (row["also_accept"]?.array ?? []).compactMap(\.string)
        let got = try read(row, from: &jar)
        return CaseOutcome(id: row.id, expected: accepted.contains(got) ? got : accepted[0], got: got)
    }

    private static func set(_ row: VectorRow, in jar: inout CookieJar) throws(SuiteInputError) {
        let url = try row.url("url")
        let context: CookieContext
        switch row["set_via"]?.string ?? "http" {
        case "http": context = try request(to: url, row: row)
        case "script": context = .script(document: url)
        case "html-meta": context = .markup(document: url)
        case let other: throw row.malformed("set_via \(other)")
        }
        for line in try lines(of: row) { _ = jar.store(setCookie: line, context: context, now: now) }
    }

    private static func read(_ row: VectorRow, from jar: inout CookieJar) throws(SuiteInputError) -> String {
        let url = try row.url("second_url")
        switch row["read_via"]?.string ?? "http" {
        case "script":
            return jar.scriptCookieString(document: url, now: now)
        case "http":
            var context = try request(to: url, row: row)
            if row["redirect_to"]?.string != nil { context.redirectedFrom = [try row.url("url")] }
            return String(decoding: jar.cookieHeader(for: context, now: now).header ?? [], as: UTF8.self)
        case let other:
            throw row.malformed("read_via \(other)")
        }
    }

    /// A request by the page itself, or a fetch by a page of another site.
    private static func request(to url: WebURL, row: VectorRow) throws(SuiteInputError) -> CookieContext {
        switch row["site"]?.string ?? "same-site" {
        case "same-site":
            return CookieContext(url: url, initiator: nil, target: .topLevel, method: "GET")
        case "cross-site":
            guard let other = WebURL("https://another-site.test/") else { throw row.malformed("no other site") }
            return CookieContext(
                url: url,
                initiator: CookieClient(origin: other.origin),
                target: .subresource,
                method: "GET"
            )
        case let other:
            throw row.malformed("site \(other)")
        }
    }

    private static func lines(of row: VectorRow) throws(SuiteInputError) -> [[UInt8]] {
        guard row["set_cookie_encoding"]?.string == "latin1" else {
            return try row.strings("set_cookie").map { Array($0.utf8) }
        }
        var lines: [[UInt8]] = []
        for digits in try row.strings("set_cookie_hex") {
            guard let line = hexBytes(digits) else { throw row.malformed("set_cookie_hex") }
            lines.append(line)
        }
        return lines
    }

    /// A flag is set when it is true or gives a reason.
    private static func isSet(_ flag: JSONValue?) -> Bool {
        switch flag {
        case nil, .null, .bool(false): false
        default: true
        }
    }
}

/// The bytes that pairs of hexadecimal digits spell.
func hexBytes(_ digits: String) -> [UInt8]? {
    let nibbles = digits.map(\.hexDigitValue)
    guard nibbles.count.isMultiple(of: 2), !nibbles.contains(nil) else { return nil }
    let values = nibbles.compactMap(\.self)
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
}

import ConformanceSuites
import Foundation
import HTTPTransport
import Testing
import WebAgent
import WebAgentCookies
import WebAgentURL

@Suite("The cookie suites ask the agent's own jar")
struct CookieSuiteTests {
    @Test(
        "http-state: the Cookie field that the agent sends is the one the suite gets",
        arguments: [
            (
                "https://shop.example.org/a/b",
                ["a=1", "b=2; Path=/a", "c=3; Path=/c", " d = 4 ; Secure", "nameless", "e=\"q\"; Version=1"],
                "https://shop.example.org/a/z"
            ),
            (
                "http://shop.example.org/",
                ["a=1; Domain=.example.org", "b=2; Domain=org", "c=3; Secure", "d=4; Domain=example.org; Max-Age=0"],
                "http://www.example.org/"
            ),
            (
                "http://example.co.uk/x",
                [
                    "a=1; Expires=Thu, 1-Jan-15 00:00:01 GMT", "b=2; Expires=Wed, 31 Dec 2014 23:59:59 GMT",
                    "a=3; Path=",
                ],
                "http://example.co.uk/x"
            ),
        ]
    )
    func httpState(address: String, lines: [String], next: String) async throws {
        let suffixes = PublicSuffixList(rules: ["org", "com", "net", "co.uk"])
        let world = AgentWorld(
            [address: .page("", setCookies: lines)],
            later: [:],
            suffixes: suffixes,
            now: 1_420_070_400
        )
        try await world.open(address)
        try await world.open(next)
        try await OwnVectors.expect(
            HTTPStateSuite.self,
            passes: [
                "url": address, "set_cookie": lines, "second_url": next, "expected_cookie_header": world.lastCookies,
            ],
            butNot: ["expected_cookie_header": world.lastCookies + "; x=1"]
        )
        #expect(!world.lastCookies.isEmpty)
    }

    @Test(
        "cookie-dates: a cookie in the agent's jar ends when the suite says",
        arguments: [
            "Thu, 02 Jul 2026 03:04:05 GMT", "2026 jul 2 3:4:5", "Jul-02-26 03:04:05.999 +0900", "2 july 2026",
            "02 Jul 2026 24:00:00", "31 Jun 2026 00:00:00", "1 feb 2026; 0:0:0",
        ]
    )
    func cookieDates(date: String) async throws {
        let address = "https://www.example.com/"
        let world = AgentWorld([address: .page("", setCookies: ["a=1; Expires=\(date.replacing(";", with: " "))"])])
        try await world.open(address)
        let cookie = try #require(await world.agent.exportCookies().first)
        let expiry = cookie.expiry.map { Self.text(of: $0) }
        try await OwnVectors.expect(
            CookieDateSuite.self,
            passes: ["cookie_date": date.replacing(";", with: " "), "expected_utc": expiry ?? NSNull()],
            butNot: ["expected_utc": "Thu, 02 Jul 2026 03:04:06 GMT"]
        )
    }

    private static func text(of time: CookieTime) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter.string(from: Date(timeIntervalSince1970: Double(time.milliseconds) / 1000))
    }

    @Test("wpt-cookies: what a page's script sets and reads, and what markup sets, is as the suite gets it")
    func scripts() async throws {
        let address = "https://www.page.test/folder/page"
        let assignments = [
            "a=1", "b=2; path=/folder; secure", "c=3; HttpOnly", "__Host-d=4; path=/", "e=5; domain=test",
        ]
        let calls = try assignments.map { "document.cookie = \(try literal($0));" }.joined()
        let suffixes = PublicSuffixList(rules: ["test"])
        let world = AgentWorld([address: .page("<script>\(calls)</script>")], later: [:], suffixes: suffixes)
        try await world.open(address)
        try await world.open(address)
        try await expect(via: "script", assignments, read: "http", world.lastCookies, address)

        let lines = ["a=1; HttpOnly", "b=2", "c=\u{FC}", "d=4; path=/other"]
        let reader = AgentWorld([address: .page("", setCookies: lines)], suffixes: suffixes)
        try await reader.open(address)
        let outcome = try await reader.agent.evaluate("document.cookie")
        guard case .value(let json?) = outcome else {
            Issue.record("document.cookie gave \(outcome)")
            return
        }
        let read = try JSONDecoder().decode(String.self, from: Data(json.utf8))
        try await expect(via: "http", lines, read: "script", read, address)
        #expect(!read.isEmpty)

        let markup = AgentWorld(
            [address: .page("<meta http-equiv=set-cookie content='a=1'>")],
            later: [:],
            suffixes: suffixes
        )
        try await markup.open(address)
        try await markup.open(address)
        try await expect(via: "html-meta", ["a=1"], read: "http", markup.lastCookies, address)
    }

    private func expect(
        via: String,
        _ lines: [String],
        read: String,
        _ result: String,
        _ address: String
    ) async throws {
        try await OwnVectors.expect(
            WPTCookieSuite.self,
            passes: [
                "set_via": via, "url": address, "set_cookie": lines, "read_via": read, "second_url": address,
                "site": "same-site", "expected": result,
            ],
            butNot: ["expected": result + "x"]
        )
    }

    @Test(
        "samesite: the cookies of a form's request by a page of some site are those that the suite gets",
        arguments: ["https://evil.test/", "https://www.bank.test/"],
        ["POST", "GET"]
    )
    func sameSite(initiator: String, method: String) async throws {
        for hop in [nil, "https://evil.test/hop", "https://bank.test/hop"] {
            let sent = try await cookiesSent(by: initiator, method: method, through: hop)
            var row: [String: Any] = [
                "cookies_set_at": "https://bank.test/set", "set_cookie": Self.fourCookies, "initiator_page": initiator,
                "action": "top-level form \(method)", "expected_cookies_sent": sent,
            ]
            if let hop {
                row["request_first_goes_to"] = hop
                row["which_302_redirects_to"] = "https://bank.test/in"
            } else {
                row["request_goes_to"] = "https://bank.test/in"
            }
            try await OwnVectors.expect(
                SameSiteSuite.self,
                passes: row,
                butNot: ["expected_cookies_sent": ["samesite_other"]]
            )
        }
    }

    private static let fourCookies = [
        "samesite_strict=1; SameSite=Strict", "samesite_lax=1; SameSite=Lax",
        "samesite_none=1; SameSite=None; Secure", "samesite_unspecified=1",
    ]

    /// The names of the cookies that reach the bank when a page posts itself there.
    private func cookiesSent(by initiator: String, method: String, through hop: String?) async throws -> [String] {
        let form = """
            <form method="\(method)" action="\(hop ?? "https://bank.test/in")"></form>
            <script>document.forms[0].submit()</script>
            """
        var pages: AgentWorld.Pages = [
            "https://bank.test/set": .page("", setCookies: Self.fourCookies), initiator: .page(form),
        ]
        // A form's GET adds its empty query.
        if let hop { for end in ["", "?"] { pages[hop + end] = .redirect(307, to: "https://bank.test/in") } }
        let world = AgentWorld(pages, suffixes: PublicSuffixList(rules: ["test"])) { configuration in
            configuration.cookiePolicy.laxAllowingUnsafeWindow = nil
            configuration.cookiePolicy.redirectChainCountsForSameSite = true
        }
        try await world.open("https://bank.test/set")
        let page = try await world.open(initiator)
        await world.agent.close()
        #expect(page.url.path == "/in")
        return world.lastCookies.split(separator: "; ").map { String($0.prefix { $0 != "=" }) }
    }

    @Test(
        "public-suffix: the shortest Domain that the agent's jar takes is the registrable domain the suite gets",
        arguments: ["www.shop.example.co.uk", "a.b.example.com", "x.y.z.kobe.jp", "one.github.io", "deep.city.kobe.jp"]
    )
    func publicSuffix(host: String) async throws {
        let labels = host.split(separator: ".").map(String.init)
        let domains = labels.indices.map { labels[$0...].joined(separator: ".") }
        let lines = domains.map { "c\($0.count)=1; Domain=\($0)" }
        let world = AgentWorld(["https://\(host)/": .page("", setCookies: lines)])
        try await world.open("https://\(host)/")
        let kept = await world.agent.exportCookies().filter { !$0.isHostOnly }.map(\.domain)
        let shortest = try #require(kept.min { $0.count < $1.count })
        try await OwnVectors.expect(
            PublicSuffixSuite.self,
            passes: ["input": host, "registrable_domain": shortest],
            butNot: ["registrable_domain": "jp"]
        )
    }
}

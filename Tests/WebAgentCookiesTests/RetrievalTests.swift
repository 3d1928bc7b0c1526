import Testing
import WebAgentCookies
import WebAgentURL

@Suite("Sending cookies, RFC 6265bis §5.8")
struct RetrievalTests {
    @Test(
        "sends a cookie at and below its path only",
        arguments: [
            ("/desktop", true), ("/desktop/", true), ("/desktop/sso", true), ("/desktops", false), ("/", false),
            ("/Desktop", false), ("/deskto%70", false),
        ]
    )
    func matchesPath(path: String, isSent: Bool) throws {
        var jar = makeJar()
        try jar.set("n=v; Path=/desktop", at: "https://e.com/")
        #expect(try jar.header(for: "https://e.com\(path)") == (isSent ? "n=v" : ""))
        if !isSent { #expect(jar.reasons(for: try opened("https://e.com\(path)")) == [.path]) }
    }

    @Test("takes a path that ends with a slash as a folder")
    func matchesFolder() throws {
        var jar = makeJar()
        try jar.set("n=v; Path=/a/", at: "https://e.com/")
        #expect(try jar.header(for: "https://e.com/a/b") == "n=v")
        #expect(try jar.header(for: "https://e.com/a") == "")
    }

    @Test("puts longer paths first and older cookies before newer, across domains")
    func orders() throws {
        var jar = makeJar()
        try jar.set("new=1; Domain=e.com", at: "https://a.e.com/", now: start.advanced(by: .milliseconds(2)))
        try jar.set("old=1", at: "https://a.e.com/", now: start.advanced(by: .milliseconds(1)))
        try jar.set("deep=1; Path=/a/b; Domain=e.com", at: "https://a.e.com/", now: start.advanced(by: .seconds(9)))
        try jar.set("mid=1; Path=/a", at: "https://a.e.com/", now: start.advanced(by: .seconds(8)))
        let later = start.advanced(by: .seconds(10))
        #expect(try jar.header(for: "https://a.e.com/a/b", now: later) == "deep=1; mid=1; old=1; new=1")
    }

    @Test("writes a nameless cookie without =, and no header without cookies")
    func writesNameless() throws {
        var jar = makeJar()
        #expect(jar.cookieHeader(for: try opened("https://e.com/"), now: start).header == nil)
        try jar.set("lone", at: "https://e.com/")
        try jar.set("empty=", at: "https://e.com/")
        #expect(try jar.header(for: "https://e.com/") == "lone; empty=")
    }

    @Test("keeps Secure cookies off http and names the rule")
    func keepsSecure() throws {
        var jar = makeJar()
        try jar.set("n=v; Secure", at: "https://e.com/")
        #expect(jar.reasons(for: try opened("http://e.com/")) == [.insecureConnection])
        #expect(try jar.header(for: "https://e.com:8445/") == "n=v")
    }

    @Test("hides HttpOnly cookies from scripts")
    func hidesHTTPOnly() throws {
        var jar = makeJar()
        try jar.set("h=1; HttpOnly", at: "https://e.com/")
        try jar.set("s=1", at: "https://e.com/")
        #expect(jar.scriptCookieString(document: try url("https://e.com/"), now: start) == "s=1")
        #expect(jar.reasons(for: .script(document: try url("https://e.com/"))) == [.httpOnly])
    }

    @Test("names a cookie that belongs to the parent host only")
    func namesHostOnly() throws {
        var jar = makeJar()
        try jar.set("n=v", at: "https://e.com/")
        #expect(jar.reasons(for: try opened("https://a.e.com/")) == [.hostOnly])
    }

    @Test("lets Max-Age go before Expires, and both end on time")
    func ends() throws {
        var jar = makeJar()
        try jar.set("n=v; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT", at: "https://e.com/")
        #expect(try jar.header(for: "https://e.com/", now: start.advanced(by: .milliseconds(59_999))) == "n=v")
        let end = start.advanced(by: .seconds(60))
        #expect(jar.reasons(for: try opened("https://e.com/"), now: end) == [.expired])
        #expect(jar.count == 0)
    }

    @Test("deletes a cookie by one that has ended")
    func deletes() throws {
        var jar = makeJar()
        try jar.set("n=v; Path=/", at: "https://e.com/")
        let decision = try jar.set("n=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT", at: "https://e.com/")
        guard case .deleted = decision else {
            Issue.record("not deleted: \(decision)")
            return
        }
        #expect(jar.count == 0)
    }

    @Test("brings a long life down to 400 days")
    func capsLife() throws {
        var jar = makeJar()
        let limit = start.advanced(by: .seconds(400 * 86400))
        #expect(try jar.set("a=1; Max-Age=99999999999", at: "https://e.com/").cookie?.expiry == limit)
        #expect(try jar.set("b=1; Expires=Fri, 01 Jan 2100 00:00:00 GMT", at: "https://e.com/").cookie?.expiry == limit)
    }

    @Test("explains every reason with its section")
    func explains() {
        let site = CrossSiteReason.redirect("https://other.org")
        let all: [WithholdReason] = [
            .hostOnly, .path, .insecureConnection, .httpOnly, .strict(site), .notTopLevel(.lax, site),
            .unsafeMethod(.unspecified, site, method: "POST"), .expired,
        ]
        #expect(Set(all.map(\.label)).count == all.count)
        #expect(all.allSatisfy { "\($0)".contains($0.section) })
    }
}

import Testing
import WebAgentCookies
import WebAgentURL

@Suite("Storing cookies, RFC 6265bis §5.7")
struct StorageTests {
    @Test("ignores a cookie without name and value", arguments: ["", "=", " = ", ";Path=/"])
    func ignoresEmpty(line: String) throws {
        var jar = makeJar()
        #expect(try jar.set(line, at: "https://a.example.com/").refusal == .emptyNameAndValue)
    }

    @Test("keeps cookies of http and https only")
    func keepsHTTPOnly() throws {
        var jar = makeJar()
        #expect(try jar.set("n=v", at: "ftp://a.example.com/").refusal == .notHTTP(scheme: "ftp"))
    }

    @Test("goes to the host alone without Domain, and below it with Domain")
    func scopesByDomain() throws {
        var jar = makeJar()
        try jar.set("own=1", at: "https://a.example.com/")
        try jar.set("all=1; Domain=.Example.com", at: "https://a.example.com/")
        #expect(try jar.header(for: "https://a.example.com/") == "own=1; all=1")
        #expect(try jar.header(for: "https://b.a.example.com/") == "all=1")
        #expect(try jar.header(for: "https://example.com/") == "all=1")
        #expect(try jar.header(for: "https://badexample.com/") == "")
    }

    @Test(
        "refuses a Domain that does not cover the host",
        arguments: ["b.example.com", "x.a.example.com", "other.org", "ample.com", "a.example.com.", "..example.com"]
    )
    func refusesForeignDomain(domain: String) throws {
        var jar = makeJar()
        let shown = domain.hasPrefix(".") ? String(domain.dropFirst()) : domain
        #expect(
            try jar.set("n=v; Domain=\(domain)", at: "https://a.example.com/").refusal
                == .domainMismatch(domain: shown, host: "a.example.com")
        )
    }

    @Test("refuses a Domain outside ASCII")
    func refusesUnicodeDomain() throws {
        var jar = makeJar()
        #expect(try jar.set("n=v; Domain=b\u{FC}cher.com", at: "https://xn--bcher-kva.com/").refusal == .domainNotASCII)
    }

    @Test("refuses a public suffix, and keeps it to the host where the host is the suffix")
    func handlesPublicSuffix() throws {
        var jar = makeJar()
        #expect(
            try jar.set("n=v; Domain=co.uk", at: "https://a.co.uk/").refusal == .publicSuffix(domain: "co.uk")
        )
        #expect(try jar.set("n=v; Domain=co.uk", at: "https://co.uk/").cookie?.isHostOnly == true)
        #expect(try jar.header(for: "https://a.co.uk/") == "")
    }

    @Test("keeps an address to itself")
    func keepsAddresses() throws {
        var jar = makeJar()
        #expect(
            try jar.set("n=v; Domain=0.1", at: "http://10.0.0.1/").refusal
                == .domainMismatch(domain: "0.1", host: "10.0.0.1")
        )
        try jar.set("n=v", at: "http://[::2]:81/")
        #expect(try jar.header(for: "http://[::2]/") == "n=v")
    }

    @Test(
        "takes the directory of the URL as the path where none is given",
        arguments: [
            ("https://e.com", "/"), ("https://e.com/", "/"), ("https://e.com/a", "/"), ("https://e.com/a/", "/a"),
            ("https://e.com/a/b?c/d", "/a"), ("https://e.com/a/b/c", "/a/b"),
        ]
    )
    func computesDefaultPath(text: String, path: String) throws {
        var jar = makeJar()
        #expect(try jar.set("n=v; Path=relative", at: text).cookie?.path == Array(path.utf8))
    }

    @Test("refuses Secure over http, except to this machine")
    func refusesSecureOverHTTP() throws {
        var jar = makeJar()
        #expect(try jar.set("n=v; Secure", at: "http://e.com/").refusal == .secureOverInsecureConnection)
        for host in ["localhost", "app.localhost", "127.1.2.3", "[::1]"] {
            #expect(try jar.set("n=v; Secure", at: "http://\(host)/").cookie != nil, "\(host)")
        }
        var strict = makeJar { $0.loopbackIsSecure = false }
        #expect(try strict.set("n=v; Secure", at: "http://localhost/").refusal == .secureOverInsecureConnection)
    }

    @Test(
        "leaves Secure cookies alone when the connection is not",
        arguments: [
            ("n=2; Path=/login", true), ("n=2; Path=/login/en", true), ("n=2; Path=/", false), ("n=2; Path=/x", false),
            ("n=2; Path=/login; Domain=e.com", true), ("m=2; Path=/login", false),
        ]
    )
    func leavesSecureAlone(line: String, isRefused: Bool) throws {
        var jar = makeJar()
        try jar.set("n=1; Path=/login; Secure; Domain=e.com", at: "https://a.e.com/")
        let refusal = try jar.set(line, at: "http://a.e.com/").refusal
        #expect(refusal == (isRefused ? .overlaysSecureCookie : nil))
    }

    @Test("lets an insecure page not overlay a Secure cookie of a subdomain, nor a script an HttpOnly one")
    func protectsOverwrites() throws {
        var jar = makeJar()
        try jar.set("n=1; Path=/; Secure", at: "https://a.e.com/")
        #expect(try jar.set("n=2; Path=/; Domain=e.com", at: "http://e.com/").refusal == .overlaysSecureCookie)

        try jar.set("h=1; Path=/; HttpOnly", at: "https://e.com/")
        let page = try url("https://e.com/")
        #expect(jar.setFromScript("h=2; Path=/", document: page, now: start).refusal == .overwritesHTTPOnly)
        #expect(jar.setFromScript("h=; Path=/; Max-Age=0", document: page, now: start).refusal == .overwritesHTTPOnly)
        #expect(jar.setFromScript("i=2; HttpOnly", document: page, now: start).refusal == .httpOnlyFromScript)
        #expect(try jar.header(for: "https://e.com/") == "h=1")
    }

    @Test(
        "holds names to what their prefix promises, in any case",
        arguments: [
            ("__Secure-n=v", .securePrefix), ("__secURE-n=v; Secure", nil),
            ("__Host-n=v; Secure; Path=/", nil), ("__Host-n=v; Path=/", .hostPrefix),
            ("__Host-n=v; Secure", .hostPrefix),
            ("__hOsT-n=v; Secure; Path=/a", .hostPrefix), ("__Host-n=v; Secure; Path=/; Domain=e.com", .hostPrefix),
            ("__Http-n=v; Secure; HttpOnly", nil), ("__Http-n=v; Secure", .httpPrefix),
            ("__http-n=v; HttpOnly", .httpPrefix),
            ("__Host-Http-n=v; Secure; Path=/; HttpOnly", nil), ("__Host-Http-n=v; Secure; Path=/", .httpPrefix),
            ("=__Secure-n=v; Secure", .namelessPrefix), ("__HOST-n; Secure; Path=/", .namelessPrefix),
            ("=__Http-x; Secure; HttpOnly", .namelessPrefix), ("__Sec=v", nil),
        ] as [(String, CookieRefusal?)]
    )
    func honoursPrefixes(line: String, refusal: CookieRefusal?) throws {
        var jar = makeJar()
        #expect(try jar.set(line, at: "https://e.com/").refusal == refusal)
    }

    @Test("refuses SameSite=None without Secure")
    func noneNeedsSecure() throws {
        var jar = makeJar()
        #expect(try jar.set("n=v; SameSite=None", at: "https://e.com/").refusal == .sameSiteNoneWithoutSecure)
        #expect(try jar.set("n=v; SameSite=None; Secure", at: "https://e.com/").cookie != nil)
    }

    @Test("lets another site's request set SameSite=None only, unless it is a top-level navigation")
    func restrictsCrossSiteSetting() throws {
        var jar = makeJar()
        let fetch = try started(by: "https://other.org/", to: "https://e.com/", target: .subresource)
        let reason = CrossSiteReason.initiator("https://other.org")
        #expect(jar.set("n=v", at: fetch).refusal == .crossSite(.unspecified, because: reason))
        #expect(jar.set("n=v; SameSite=Lax", at: fetch).refusal == .crossSite(.lax, because: reason))
        #expect(jar.set("n=v; SameSite=None; Secure", at: fetch).cookie != nil)
        let post = try started(by: "https://other.org/", to: "https://e.com/", method: "POST")
        #expect(jar.set("n=v; SameSite=Strict", at: post).cookie?.sameSite == .strict)
    }

    @Test("sets nothing from markup")
    func ignoresMarkup() throws {
        var jar = makeJar()
        #expect(jar.set("n=v", at: .markup(document: try url("https://e.com/"))).refusal == .fromMarkup)
        #expect(jar.count == 0)
    }

    @Test("keeps the age and the place of a cookie that is overwritten")
    func keepsAge() throws {
        var jar = makeJar()
        try jar.set("a=1", at: "https://e.com/")
        try jar.set("b=1", at: "https://e.com/")
        let again = try jar.set("a=2", at: "https://e.com/", now: start.advanced(by: .seconds(5))).cookie
        #expect(again?.creation == start)
        #expect(try jar.header(for: "https://e.com/") == "a=2; b=1")
        #expect(jar.count == 2)
    }

    @Test("has a section and a sentence for every refusal")
    func explains() {
        let site = CrossSiteReason.initiator("https://other.org")
        let all: [CookieRefusal] = [
            .controlCharacter(0), .tooLong(5000), .notHTTP(scheme: "ftp"), .fromMarkup, .emptyNameAndValue,
            .domainNotASCII, .publicSuffix(domain: "com"), .domainMismatch(domain: "a", host: "b"),
            .secureOverInsecureConnection, .httpOnlyFromScript, .overlaysSecureCookie,
            .crossSite(.lax, because: site), .sameSiteNoneWithoutSecure, .securePrefix, .hostPrefix, .httpPrefix,
            .namelessPrefix, .overwritesHTTPOnly, .noRoom,
        ]
        #expect(Set(all.map(\.label)).count == all.count)
        #expect(all.allSatisfy { "\($0)".contains($0.section) })
    }
}

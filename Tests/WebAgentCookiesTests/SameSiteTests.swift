import Testing
import WebAgentCookies
import WebAgentURL

@Suite("Same-site requests, RFC 6265bis §5.2")
struct SameSiteTests {
    private func filledJar(_ change: (inout CookiePolicy) -> Void = { _ in }) throws -> CookieJar {
        var jar = makeJar(change)
        for line in ["strict=1; SameSite=Strict", "lax=1; SameSite=Lax", "none=1; SameSite=None; Secure", "plain=1"] {
            try jar.set("\(line); Path=/", at: "https://ids.example.com/")
        }
        return jar
    }

    private let old = start.advanced(by: .seconds(121))

    @Test("sends all when the site or the user starts the request")
    func sendsAll() throws {
        var jar = try filledJar()
        let all = "strict=1; lax=1; none=1; plain=1"
        #expect(try jar.header(for: "https://ids.example.com/") == all)
        let sibling = try started(by: "https://www.example.com/", to: "https://ids.example.com/", target: .subresource)
        #expect(jar.header(for: sibling) == all)
    }

    @Test("keeps Strict back from another site's navigation")
    func keepsStrict() throws {
        var jar = try filledJar()
        let link = try started(by: "https://other.org/", to: "https://ids.example.com/")
        #expect(jar.header(for: link) == "lax=1; none=1; plain=1")
        #expect(jar.reasons(for: link) == [.strict(.initiator("https://other.org"))])
    }

    @Test("takes another scheme of the same name as another site")
    func comparesSchemes() throws {
        var jar = try filledJar()
        let link = try started(by: "http://www.example.com/", to: "https://ids.example.com/", target: .subresource)
        #expect(jar.header(for: link) == "none=1")
    }

    @Test("lets only None, and for two minutes the unspecified, go with another site's POST")
    func allowsTwoMinutes() throws {
        var jar = try filledJar()
        let post = try started(by: "https://other.org/", to: "https://ids.example.com/", method: "POST")
        #expect(jar.header(for: post, now: start.advanced(by: .seconds(120))) == "none=1; plain=1")
        #expect(jar.header(for: post, now: old) == "none=1")
        var withoutAllowance = try filledJar { $0.laxAllowingUnsafeWindow = nil }
        #expect(withoutAllowance.header(for: post) == "none=1")
        #expect(
            withoutAllowance.reasons(for: post).last
                == .unsafeMethod(.unspecified, .initiator("https://other.org"), method: "POST")
        )
    }

    @Test("lets only None go with another site's subresources and frames")
    func restrictsParts() throws {
        var jar = try filledJar()
        let fetch = try started(by: "https://other.org/", to: "https://ids.example.com/", target: .subresource)
        #expect(jar.header(for: fetch) == "none=1")
        let other = try url("https://other.org/").origin
        let frame = try started(
            by: "https://ids.example.com/",
            to: "https://ids.example.com/",
            target: .frame(ancestors: [other])
        )
        #expect(jar.header(for: frame) == "none=1")
        #expect(jar.reasons(for: frame).first == .strict(.ancestor("https://other.org")))
    }

    @Test("takes a document in another site's page as another site")
    func judgesAncestors() throws {
        var jar = try filledJar()
        let own = try url("https://ids.example.com/")
        let other = try url("https://other.org/").origin
        let client = CookieClient(origin: own.origin, ancestors: [own.origin, other])
        let fetch = CookieContext(url: own, initiator: client, target: .subresource, method: "GET")
        #expect(jar.header(for: fetch) == "none=1")
        #expect(jar.scriptCookieString(document: own, ancestors: [other], now: start) == "none=1")
        let refusal = jar.store(
            setCookie: Array("n=v".utf8),
            context: .script(document: own, ancestors: [other]),
            now: start
        ).refusal
        #expect(refusal == .crossSite(.unspecified, because: .initiator("https://other.org")))
    }

    @Test("never takes an opaque origin as the same site")
    func distrustsOpaque() throws {
        var jar = try filledJar()
        let page = CookieContext(
            url: try url("https://ids.example.com/"),
            initiator: CookieClient(origin: .opaque),
            target: .subresource,
            method: "GET"
        )
        #expect(jar.header(for: page) == "none=1")
    }

    @Test("counts a redirect through another site only where the policy says so")
    func countsRedirects() throws {
        var context = try started(by: "https://www.example.com/", to: "https://ids.example.com/")
        context.redirectedFrom = [try url("https://other.org/hop")]
        var jar = try filledJar()
        #expect(jar.header(for: context) == "strict=1; lax=1; none=1; plain=1")
        var counting = try filledJar { $0.redirectChainCountsForSameSite = true }
        #expect(counting.header(for: context) == "lax=1; none=1; plain=1")
        #expect(counting.reasons(for: context) == [.strict(.redirect("https://other.org"))])
    }

    @Test("takes the user's reload as the user's own request")
    func reloads() throws {
        var jar = try filledJar()
        var context = try started(by: "https://other.org/", to: "https://ids.example.com/", method: "POST")
        context.isReload = true
        #expect(jar.header(for: context) == "strict=1; lax=1; none=1; plain=1")
    }
}

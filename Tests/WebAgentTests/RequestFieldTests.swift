import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentScripting
import WebAgentURL

@Suite("Request fields, Fetch and Fetch Metadata")
struct RequestFieldTests {
    @Test("sends what a browser sends when a person types an address")
    func sendsNavigationFields() async throws {
        let rig = Rig(["GET https://a.com/": .json("{}")])
        _ = try await rig.open("https://a.com/")
        let request = try #require(rig.transport.requests.first)
        #expect(
            request.fields.map(\.name) == [
                "Upgrade-Insecure-Requests", "User-Agent", "Accept", "Sec-Fetch-Site", "Sec-Fetch-Mode",
                "Sec-Fetch-User",
                "Sec-Fetch-Dest", "Accept-Language",
            ]
        )
        #expect(rig.field("User-Agent", of: 0) == "Test/1")
        #expect(rig.field("Sec-Fetch-Site", of: 0) == "none")
        #expect(rig.field("Accept-Language", of: 0) == "en-US,en;q=0.9")
    }

    @Test("sends no Sec-Fetch fields where anyone could read them")
    func hidesMetadata() async throws {
        let rig = Rig(["GET http://a.com/": .json("{}")])
        _ = try await rig.open("http://a.com/")
        #expect(rig.field("Sec-Fetch-Site", of: 0) == nil)
        #expect(rig.field("Upgrade-Insecure-Requests", of: 0) == "1")
    }

    @Test("lets a field of the caller's own take the place of the agent's")
    func prefersOwnFields() async throws {
        let rig = Rig(["POST https://a.com/token": .json("{}")])
        let request = AgentRequest(
            try url("https://a.com/token"),
            method: "POST",
            body: .init(bytes: Array("a=b".utf8), contentType: "application/x-www-form-urlencoded"),
            extraFields: ["Accept": "application/json"]
        )
        _ = try await rig.agent.open(request)
        #expect(rig.transport.requests.first?.fields.values(named: "Accept") == [Array("application/json".utf8)])
        #expect(rig.field("Content-Type", of: 0) == "application/x-www-form-urlencoded")
        #expect(rig.field("Origin", of: 0) == nil)
        #expect(rig.transport.requests.first?.body == Array("a=b".utf8))
    }

    @Test("names origin and referrer of a form posted to another site")
    func namesOrigin() async throws {
        let pages = ScriptedHosts([
            "https://idp.org/page": { order, page in
                if case .open = order { await page.submit(to: "https://ids.com/acs", body: "SAMLResponse=x") }
                return PageReport()
            }
        ])
        let rig = Rig(
            [
                "GET https://idp.org/page": .html(),
                "POST https://ids.com/acs": .redirect(307, to: "https://third.com/acs"),
                "POST https://third.com/acs": .json("{}"),
            ],
            pages: pages
        )
        _ = try await rig.open("https://idp.org/page?user=u")
        #expect(rig.field("Origin", of: 1) == "https://idp.org")
        #expect(rig.field("Referer", of: 1) == "https://idp.org/")
        #expect(rig.field("Sec-Fetch-Site", of: 1) == "cross-site")
        #expect(rig.field("Sec-Fetch-User", of: 1) == nil)
        // Left one origin for another on the way: nobody knows any more whose request it is.
        #expect(rig.field("Origin", of: 2) == "null")
    }

    @Test(
        "cuts the referrer as its policy says",
        arguments: [
            ("no-referrer", nil, nil, nil), ("same-origin", "https://a.com/p?q", nil, nil),
            ("origin", "https://a.com/", "https://a.com/", "https://a.com/"),
            ("strict-origin", "https://a.com/", "https://a.com/", nil),
            ("origin-when-cross-origin", "https://a.com/p?q", "https://a.com/", "https://a.com/"),
            ("strict-origin-when-cross-origin", "https://a.com/p?q", "https://a.com/", nil),
            ("no-referrer-when-downgrade", "https://a.com/p?q", "https://a.com/p?q", nil),
            ("unsafe-url", "https://a.com/p?q", "https://a.com/p?q", "https://a.com/p?q"),
        ] as [(String, String?, String?, String?)]
    )
    func cutsReferrer(policy: String, own: String?, other: String?, downgraded: String?) throws {
        let policy = try #require(ReferrerPolicy(field: "unknown, \(policy)"))
        let source = try url("https://user:secret@a.com/p?q#f")
        #expect(policy.referrer(from: source, to: try url("https://a.com/z"))?.href == own)
        #expect(policy.referrer(from: source, to: try url("https://b.com/"))?.href == other)
        #expect(policy.referrer(from: source, to: try url("http://b.com/"))?.href == downgraded)
    }

    @Test("takes the schemes alone for safe or not when it cuts the referrer, as browsers do")
    func judgesByScheme() throws {
        let policy = ReferrerPolicy.strictOriginWhenCrossOrigin
        let local = try url("http://localhost/p")
        #expect(policy.referrer(from: local, to: try url("http://b.com/"))?.href == "http://localhost/")
        #expect(policy.referrer(from: try url("https://a.com/p"), to: local) == nil)
    }

    @Test("honours the policy that a page names")
    func honoursPolicy() async throws {
        let pages = ScriptedHosts([
            "https://a.com/": { order, page in
                if case .open = order { await page.go(to: "https://a.com/next") }
                return PageReport()
            }
        ])
        let rig = Rig(
            [
                "GET https://a.com/": .html(fields: ["Referrer-Policy": "no-referrer"]),
                "GET https://a.com/next": .json("{}"),
            ],
            pages: pages
        )
        _ = try await rig.open("https://a.com/")
        #expect(rig.field("Referer", of: 1) == nil)
        #expect(rig.field("Sec-Fetch-Site", of: 1) == "same-origin")
    }
}

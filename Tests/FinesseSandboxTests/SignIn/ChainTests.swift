import FinesseSandbox
import Testing

@Suite("Sandbox sign-in, hop by hop")
struct ChainTests {
    @Test("takes the seven hops of the annex")
    func hops() async throws {
        let client = try await ChainClient()
        let page = try await client.signIn()
        #expect(page.status == 200)
        #expect(
            client.hops == [
                "GET finesse /desktop/sso/token 302", "GET identityService /ids/v1/oauth/authorize 302",
                "GET identityProvider /adfs/ls/ 200", "POST identityProvider /adfs/ls/ 200",
                "POST identityService /ids/saml/response 200", "POST identityService /ids/relay 302",
                "GET finesse /desktop/sso/authcode 200",
            ]
        )
        #expect(client.sandbox.journal.refusals.isEmpty)
        #expect(client.sandbox.journal.entries.map(\.number) == Array(1...7))
    }

    @Test("withholds and sends cookies at the cross-site post as the annex expects of a client")
    func cookiesAtTheAssertion() async throws {
        let client = try await ChainClient()
        try await client.signIn()
        let journal = client.sandbox.journal
        #expect(journal.entries(path: "/ids/saml/response").map(\.cookieNames) == [["IDSROUTE", "IDSPENDING"]])
        #expect(journal.entries(path: "/ids/relay").map(\.cookieNames) == [["JSESSIONID", "IDSROUTE", "IDSSTRICT"]])
    }

    @Test("is silent while the identity provider's session lasts, and asks again when it has ended")
    func silent() async throws {
        let client = try await ChainClient()
        try await client.signIn()
        try await client.signIn(password: "not asked for")
        #expect(client.hops.count == 6)
        #expect(client.sandbox.journal.entries(party: .identityProvider, method: "POST").count == 1)
        await client.sandbox.clock.advance(by: .seconds(8 * 3600))
        try await client.signIn()
        #expect(client.hops.count == 7)
        await client.sandbox.endProviderSessions()
        try await client.signIn()
        #expect(client.hops.count == 7)
    }

    @Test("the token opens REST, by name and by id, until it ends")
    func bearer() async throws {
        let client = try await ChainClient()
        let token = try #require(try await client.signIn().json?["token"])
        let rest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(token)")
        #expect(await rest.get("/finesse/api/User/sjefferson").element("loginId") == "98411")
        #expect(await rest.get("/finesse/api/User/98412").refusal == .otherUser)
        await client.sandbox.clock.advance(by: .seconds(299))
        #expect(await rest.get("/finesse/api/User/98411").status == 200)
        await client.sandbox.clock.advance(by: .seconds(1))
        #expect(await rest.get("/finesse/api/User/98411").status == 401)
    }

    @Test("a changed token, a refresh token and one of another sandbox's making open nothing")
    func forgedBearer() async throws {
        let client = try await ChainClient()
        let answer = try #require(try await client.signIn().json)
        let token = try #require(answer["token"])
        var parts = token.split(separator: ".").map(String.init)
        let claims = try #require(TextEncodings.base64URLDecode(parts[1]))
        let forged = String(decoding: claims, as: UTF8.self).split(separator: "sjefferson")
            .joined(separator: "mwitwicky")
        parts[1] = TextEncodings.base64URL(Array(forged.utf8))
        let refresh = try #require(answer["refresh_token"])
        for bearer in [parts.joined(separator: "."), refresh, token + "A", String(token.dropLast(4)), "a.b.c", ".."] {
            let rest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(bearer)")
            #expect(await rest.get("/finesse/api/User/98411").refusal == .notAuthenticated)
        }
        let other = try await FinesseSandbox.withoutServers(.with { $0.sharesKeys = false })
        let rest = RESTClient(sandbox: other, authorization: "Bearer \(token)")
        #expect(await rest.get("/finesse/api/User/98411").refusal == .notAuthenticated)
    }

    @Test(
        "shows the login page with a message again after a failed attempt",
        arguments: [
            ("sjefferson@finesse.com", "wrong", "Incorrect user ID or password", SandboxRefusal.wrongPassword),
            ("nobody@finesse.com", "x", "Incorrect user ID or password", .wrongPassword),
            ("sjefferson", "Ratchet-1984", "Incorrect user ID or password", .wrongPassword),
            ("llennox@finesse.com", "Locked-Ranger-9", "Your account is locked", .accountLocked),
        ]
    )
    func failedAttempts(typed: String, password: String, message: String, refusal: SandboxRefusal) async throws {
        let client = try await ChainClient()
        let page = try await client.signIn(typed: typed, password: password)
        #expect(page.text.contains(message))
        #expect(client.sandbox.journal.refusals == [refusal])
        let end = try await client.goOn(from: page, typed: "FINESSE\\sjefferson", password: "Ratchet-1984")
        #expect(end.json?["user_id"] == "sjefferson")
    }

    @Test("writes a typed name into the page as text, never as markup")
    func escapes() async throws {
        let client = try await ChainClient()
        let page = try await client.signIn(typed: #""><script>alert(1)</script>@x"#, password: "x")
        #expect(!page.text.contains("<script>alert"))
        #expect(page.text.contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;@x"))
    }

    @Test("returns the user's data and the refresh token when asked for them")
    func flags() async throws {
        let client = try await ChainClient()
        let bare = try await client.signIn(query: "x=1").json
        #expect(bare?.names == ["token", "expires_in"])
        let lenient = try await ChainClient(.with { $0.desktop.alwaysReturnsUser = true })
        #expect(try await lenient.signIn(query: "x=1").json?.names.contains("user_id") == true)
    }

    @Test("uses an authorization code once, before its end and with its own session")
    func codes() async throws {
        let client = try await ChainClient()
        let page = try await client.signIn()
        #expect(page.url.contains("/desktop/sso/authcode?code="))
        let again = try await client.get(page.url)
        #expect(again.answer.refusal == .invalidCode)
        #expect(again.status == 401)
        let origin = client.sandbox.origins.text(.finesse)
        #expect(try await client.get(origin + "/desktop/sso/authcode?code=x&state=x").answer.refusal == .badParameter)
        let stranger = ChainClient(sharing: client.sandbox)
        #expect(try await stranger.get(page.url).status == 400)
    }

    @Test("posts an assertion and a parked result once")
    func replays() async throws {
        let client = try await ChainClient()
        let start = client.sandbox.origins.text(.finesse) + "/desktop/sso/token?cc_username=sjefferson"
        let login = try await client.get(start)
        let assertion = try await client.post(
            login,
            ["UserName": "sjefferson@finesse.com", "Password": "Ratchet-1984"]
        )
        let relay = try await client.post(assertion)
        #expect(try await client.post(relay).status == 200)
        #expect(try await client.post(relay).answer.refusal == .badParameter)
        // The deleted cookie shows that a fresh sign-in started; the old assertion's relay state no longer waits.
        _ = try await client.get(start)
        let replay = try await client.post(assertion)
        #expect(replay.status == 500)
        #expect(replay.answer.refusal == .unknownRequest)
    }

    @Test("forgets a waiting sign-in after half an hour")
    func forgets() async throws {
        let client = try await ChainClient()
        let login = try await client.get(
            client.sandbox.origins.text(.finesse) + "/desktop/sso/token?cc_username=sjefferson"
        )
        await client.sandbox.clock.advance(by: .seconds(1800))
        let end = try await client.goOn(
            from: login,
            typed: "sjefferson@finesse.com",
            password: "Ratchet-1984"
        )
        #expect(end.answer.refusal == .unknownRequest)
    }

    @Test("keeps no secret in the journal")
    func journalKeepsNoSecret() async throws {
        let client = try await ChainClient()
        let answer = try #require(try await client.signIn().json)
        let rest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(answer["token"] ?? "")")
        _ = await rest.get("/finesse/api/User/98411")
        var text = client.sandbox.journal.entries.map(\.description).joined()
        dump(client.sandbox.journal.entries, to: &text)
        for secret in [
            "Ratchet", String(try #require(answer["token"]).suffix(12)), client.jar.value("MSISAuth") ?? "-",
        ] {
            #expect(!text.contains(secret))
        }
        #expect(text.contains("Bearer"))
        #expect(text.contains("SAMLResponse"))
    }
}

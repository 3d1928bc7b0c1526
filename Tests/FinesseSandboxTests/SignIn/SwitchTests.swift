import FinesseSandbox
import Testing

@Suite("Sandbox switches")
struct SwitchTests {
    private func client(_ change: (inout SandboxConfiguration) -> Void) async throws -> ChainClient {
        try await ChainClient(.with(change))
    }

    @Test("the callback redirects to the token address, where the JSON is fetched once")
    func callbackRedirects() async throws {
        let client = try await client { $0.desktop.callbackAnswer = .redirect }
        let page = try await client.signIn()
        #expect(page.json?["user_id"] == "sjefferson")
        #expect(page.url.contains("/desktop/sso/token?"))
        #expect(
            client.hops.suffix(2) == ["GET finesse /desktop/sso/authcode 302", "GET finesse /desktop/sso/token 200"]
        )
        #expect(try await client.get(page.url).text.contains("<form"))
    }

    @Test("a session that holds a token answers at once")
    func sessionAnswers() async throws {
        let client = try await client { $0.desktop.sessionAnswersDirectly = true }
        try await client.signIn()
        #expect(try await client.signIn().json?["token"] != nil)
        #expect(client.hops.count == 1)
        await client.sandbox.clock.advance(by: .seconds(300))
        try await client.signIn()
        #expect(client.hops.count > 1)
    }

    @Test("the login page loads a jQuery and leaves its events to it")
    func jQuery() async throws {
        let client = try await client { $0.identityProvider.jQuery = Array("jQuery".utf8) }
        let provider = client.sandbox.origins.text(.identityProvider)
        let start = "\(client.sandbox.origins.text(.finesse))/desktop/sso/token?cc_username=sjefferson"
        let page = try await client.get(start)
        #expect(page.text.contains(#"<script src="/adfs/portal/script/jquery.js"></script>"#))
        #expect(!page.text.contains("onsubmit="))
        #expect(!page.text.contains("onclick="))
        #expect(try await client.get("\(provider)/adfs/portal/script/jquery.js").text == "jQuery")
        let signedIn = try await client.goOn(from: page, typed: "sjefferson@finesse.com", password: "Ratchet-1984")
        #expect(signedIn.json?["token"] != nil)
        let plain = try await self.client { _ in }
        #expect(
            try await plain.get("\(plain.sandbox.origins.text(.identityProvider))/adfs/portal/script/jquery.js").status
                == 404
        )
    }

    @Test("the SAML request travels in a form that posts itself")
    func postBinding() async throws {
        let client = try await client { $0.identityService.requestBinding = .post }
        #expect(try await client.signIn().json?["user_id"] == "sjefferson")
        #expect(client.hops.contains("GET identityService /ids/v1/oauth/authorize 200"))
        #expect(client.hops.filter { $0.hasPrefix("POST identityProvider") }.count == 2)
    }

    @Test("the published consumer address has or has not the alias", arguments: [true, false])
    func metaAlias(isPublished: Bool) async throws {
        let client = try await client { $0.identityService.publishesMetaAlias = isPublished }
        #expect(try await client.signIn().json?["token"] != nil)
        let entry = client.sandbox.journal.entries(path: "/ids/saml/response").first
        #expect(entry?.queryNames == (isPublished ? ["metaAlias"] : []))
        let metadata = String(decoding: client.sandbox.serviceProviderMetadata, as: UTF8.self)
        #expect(metadata.contains("metaAlias=/sp") == isPublished)
    }

    @Test("the identity service remembers a user")
    func remembersUsers() async throws {
        let client = try await client { $0.identityService.remembersUsers = true }
        try await client.signIn()
        #expect(try await client.signIn().json?["user_id"] == "sjefferson")
        #expect(client.hops.count == 3)
    }

    @Test("the identity provider forgets everybody, or knows somebody else")
    func providerSessions() async throws {
        let forgetful = try await client { $0.identityProvider.session = .forgotten }
        try await forgetful.signIn()
        try await forgetful.signIn()
        #expect(forgetful.hops.count == 7)
        let shared = try await client { $0.identityProvider.session = .otherUser("mwitwicky") }
        #expect(try await shared.signIn().json?["user_id"] == "mwitwicky")
    }

    @Test("tokens are opaque, and open REST all the same")
    func opaque() async throws {
        let client = try await client { $0.tokens.form = .opaque }
        let token = try #require(try await client.signIn().json?["token"])
        #expect(token.split(separator: ".", omittingEmptySubsequences: false).count == 5)
        let rest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(token)")
        #expect(await rest.get("/finesse/api/User/98411").status == 200)
        await client.sandbox.clock.advance(by: .seconds(300))
        #expect(await rest.get("/finesse/api/User/98411").status == 401)
    }

    @Test("the token's user is the peripheral id, or in Unified CCX always the login name")
    func userID() async throws {
        let enterprise = try await client { $0.tokens.userID = .peripheralId }
        let json = try #require(try await enterprise.signIn().json)
        #expect(json["user_id"] == "98411")
        #expect(json["user_principal"] == "sjefferson@finesse.com")
        let express = try await client {
            $0.tokens.userID = .peripheralId
            $0.deployment = .uccx
        }
        #expect(try await express.signIn("98411", typed: "sjefferson@finesse.com").json?["user_id"] == "sjefferson")
    }

    @Test("an old release reads cc_username from the cookie only")
    func cookieOnly() async throws {
        let client = try await client { $0.desktop.readsUserNameFromCookieOnly = true }
        let url = client.sandbox.origins.text(.finesse) + "/desktop/sso/token?cc_username=sjefferson"
        #expect(try await client.get(url).answer.refusal == .badParameter)
        client.jar.store("cc_username=sjefferson; Path=/; Secure", from: url)
        #expect(try await client.get(url).text.contains("<form"))
    }

    @Test("a system without single sign-on starts none, nor does a hybrid one for a user without it")
    func modes() async throws {
        let basic = try await client { $0.authenticationMode = .nonSSO }
        #expect(try await basic.signIn().answer.refusal == .wrongMode)
        let hybrid = try await client { $0.authenticationMode = .hybrid }
        #expect(try await hybrid.signIn("bwitwicky").answer.refusal == .wrongMode)
        #expect(try await hybrid.signIn().json?["token"] != nil)
    }

    @Test("the test page tells the outcome and sets its cookie", arguments: SandboxDesktopSettings.TestOutcome.allCases)
    func testPage(outcome: SandboxDesktopSettings.TestOutcome) async throws {
        let client = try await client { $0.desktop.testOutcome = outcome }
        let start = try await client.get(client.sandbox.origins.text(.finesse) + "/desktop/sso/test")
        let end = try await client.goOn(from: start, typed: "sjefferson@finesse.com", password: "Ratchet-1984")
        let passes = outcome == .passes
        #expect(end.status == (passes ? 200 : 401))
        #expect(client.jar.value("ssotest") == "\(passes)")
        #expect(end.text.contains(passes ? #"{"status":"true","errorMessage":""}"# : outcome.rawValue))
        #expect(!end.text.contains("eyJ"))
    }

    @Test("the page's script completes a bare name, or insists on a whole one", arguments: [true, false])
    func completesNames(completes: Bool) async throws {
        let client = try await client { $0.identityProvider.completesUserNames = completes }
        let page = try await client.get(
            client.sandbox.origins.text(.finesse) + "/desktop/sso/token?cc_username=sjefferson"
        )
        #expect(page.text.contains(#"+ "@" + "finesse.com""#) == completes)
        for part in [
            #"id="loginForm""#, #"id="userNameInput" name="UserName""#, #"id="passwordInput" name="Password""#,
            #"name="AuthMethod" value="FormsAuthentication""#, "client-request-id=",
        ] {
            #expect(page.text.contains(part))
        }
    }
}

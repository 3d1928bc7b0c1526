import FinesseSandbox
import Testing

@Suite("Sandbox configuration while it runs")
struct ReconfigureTests {
    @Test("the next request finds what was changed, and nothing that was there is lost")
    func changes() async throws {
        let client = try await ChainClient()
        let token = try #require(try await client.signIn().json?["token"])
        let rest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(token)")
        #expect(await rest.change("98411", to: "LOGIN", extra: "<extension>1001</extension>").status == 202)
        try await client.sandbox.reconfigure {
            $0.desktop.callbackAnswer = .redirect
            $0.tokens.accessLifetime = .seconds(600)
        }
        #expect(client.sandbox.configuration.desktop.callbackAnswer == .redirect)
        #expect(await rest.get("/finesse/api/User/98411").element("state") == "NOT_READY")
        let second = try await client.signIn()
        #expect(second.url.contains("/desktop/sso/token?"))
        #expect(second.json?["expires_in"] == "600")
    }

    @Test("what is made from the configuration follows it: users, cookies, the published consumer address")
    func derived() async throws {
        let client = try await ChainClient(breaking: .path)
        #expect(try await client.signIn().answer.refusal == .cookie(.path))
        try await client.sandbox.reconfigure {
            $0.checksCookies = false
            $0.identityService.publishesMetaAlias = false
            $0.users.append(SandboxUser(loginName: "ann", loginId: "1001", password: "Only-For-Tests"))
        }
        let page = try await ChainClient(sharing: client.sandbox).signIn("ann", password: "Only-For-Tests")
        #expect(page.json?["user_id"] == "ann")
        #expect(client.sandbox.journal.entries(path: "/ids/saml/response").last?.queryNames == [])
        #expect(!String(decoding: client.sandbox.serviceProviderMetadata, as: UTF8.self).contains("metaAlias"))
        let breaking = ChainClient(sharing: client.sandbox)
        breaking.jar = TestJar(breaking: .path)
        #expect(try await breaking.signIn().json?["user_id"] == "sjefferson")
    }

    @Test("a clock that is set ahead at the identity provider has its answers refused, and back again accepted")
    func clockOffset() async throws {
        let client = try await ChainClient(.with { $0.identityProvider.session = .forgotten })
        try await client.sandbox.reconfigure { $0.identityProvider.clockOffset = .seconds(600) }
        #expect(try await client.signIn().status == 500)
        try await client.sandbox.reconfigure { $0.identityProvider.clockOffset = .zero }
        #expect(try await client.signIn().json?["token"] != nil)
    }

    @Test("a sign-in that is under way goes on through a change")
    func underWay() async throws {
        let client = try await ChainClient()
        let login = try await client.get(
            client.sandbox.origins.text(.finesse) + "/desktop/sso/token?cc_username=sjefferson"
        )
        #expect(login.text.contains(#"id="loginForm""#))
        try await client.sandbox.reconfigure {
            $0.identityService.publishesMetaAlias = false
            $0.tokens.form = .opaque
        }
        let end = try await client.goOn(from: login, typed: "sjefferson@finesse.com", password: "Ratchet-1984")
        let token = try #require(end.json?["token"])
        #expect(token.split(separator: ".", omittingEmptySubsequences: false).count == 5)
    }

    @Test("a change that cannot be used names its key and changes nothing")
    func refused() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        let before = sandbox.configuration
        await #expect(throws: SandboxError.configuration(key: "realm", reason: "must be a domain name without @")) {
            try await sandbox.reconfigure {
                $0.desktop.refreshAcceptsGET = false
                $0.realm = ""
            }
        }
        await #expect(throws: SandboxError.self) {
            try await sandbox.reconfigure {
                $0.authenticationMode = .nonSSO
                $0.identityService.foreignProviderMetadata = Array("<nothing/>".utf8)
            }
        }
        #expect(sandbox.configuration == before)
    }

    @Test("what listens is chosen at the start: the key that needs a new one is named")
    func needsStart() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        let changes: [(String, @Sendable (inout SandboxConfiguration) -> Void)] = [
            ("finesseNodes", { $0.finesseNodes[0].port = 8445 }),
            ("identityServiceNodes", { $0.identityServiceNodes[0].host = "ids.elsewhere.example" }),
            ("identityProviderNodes", { $0.identityProviderNodes[0].certificate = .expired }),
            ("sites", { $0.sites = .joined(parent: "contact.example") }),
            ("hasPlainHop", { $0.hasPlainHop = true }),
            ("keysDirectory", { $0.keysDirectory = "keys" }),
            ("sharesKeys", { $0.sharesKeys = false }),
        ]
        for (key, change) in changes {
            await #expect(throws: SandboxError.needsNewStart(key: key)) { try await sandbox.reconfigure(change) }
        }
    }

    @Test("of many changes at once none is lost")
    func concurrent() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<50 {
                group.addTask {
                    let name = "agent\(number)"
                    await #expect(throws: Never.self) {
                        try await sandbox.reconfigure {
                            $0.users.append(SandboxUser(loginName: name, loginId: "7\(number)00", password: "x"))
                        }
                    }
                }
            }
        }
        #expect(sandbox.configuration.users.count == SandboxUser.builtIn.count + 50)
    }

    @Test("a new token key voids every token, and nothing else", arguments: SandboxTokenSettings.Form.allCases)
    func regeneratedKey(form: SandboxTokenSettings.Form) async throws {
        let client = try await ChainClient(
            .with {
                $0.tokens.form = form
                $0.identityService.remembersUsers = true
                $0.desktop.sessionAnswersDirectly = true
            }
        )
        let key = client.sandbox.tokenPublicKeyPEM
        let json = try #require(try await client.signIn().json)
        let token = try #require(json["token"])
        let refresh = try #require(json["refresh_token"])
        let rest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(token)")
        #expect(await rest.get("/finesse/api/User/98411").status == 200)
        try await client.sandbox.regenerateTokenKey()
        #expect(client.sandbox.tokenPublicKeyPEM != key)
        #expect(await rest.get("/finesse/api/User/98411").status == 401)
        let refreshed = try await client.post(
            client.sandbox.origins.text(.finesse) + "/desktop/sso/token?cc_username=sjefferson",
            form: FormFields(["token": token, "refresh-token": refresh])
        )
        #expect(refreshed.answer.refusal == .refreshPairInvalid)
        let second = try await client.signIn()
        #expect(client.hops.contains { $0.contains("/adfs/ls/") })
        let newToken = try #require(second.json?["token"])
        let newRest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(newToken)")
        #expect(await newRest.get("/finesse/api/User/98411").status == 200)
        let served = await client.sandbox.answer(
            SandboxRequest(party: .identityService, target: "/ids/v1/keys/token/public")
        )
        #expect(served.text == client.sandbox.tokenPublicKeyPEM)
    }
}

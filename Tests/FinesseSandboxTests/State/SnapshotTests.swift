import FinesseSandbox
import Testing

@Suite("Sandbox snapshot", .timeLimit(.minutes(5)))
struct SnapshotTests {
    @Test("a sign-in that is on the login page goes on in another sandbox, as it would here")
    func loginPage() async throws {
        let first = try await ChainClient()
        let login = try await first.get(Self.start(first.sandbox))
        #expect(login.text.contains(#"id="loginForm""#))
        let second = try await first.moved(to: try await Self.copy(first.sandbox))
        let end = try await second.goOn(from: login, typed: "sjefferson@finesse.com", password: "Ratchet-1984")
        let token = try #require(end.json?["token"])
        let rest = RESTClient(sandbox: second.sandbox, authorization: "Bearer \(token)")
        #expect(await rest.get("/finesse/api/User/98411").status == 200)
    }

    @Test("a sign-in goes on in another sandbox from every page on its way, with everything switched on")
    func everyPage() async throws {
        let secret = "JBSWY3DPEHPK3PXP"
        let configuration = SandboxConfiguration.with {
            $0.identityService.requestBinding = .post
            $0.identityProvider.oneTimeCode = secret
            $0.identityProvider.asksToStaySignedIn = true
            $0.desktop.callbackAnswer = .redirect
            $0.tokens.form = .opaque
        }
        var client = try await ChainClient(configuration)
        var page = try await client.get(Self.start(client.sandbox))
        var pages = 0
        while page.text.contains("<form"), pages < 10 {
            pages += 1
            client = try await client.moved(to: try await Self.copy(client.sandbox, configuration))
            let code = ProviderCode.code(secret: secret, step: client.sandbox.clock.now.seconds / 30)
            page = try await client.post(
                page,
                [
                    "UserName": "sjefferson@finesse.com", "Password": "Ratchet-1984", "VerificationCode": code,
                ]
            )
        }
        #expect(pages == 6)
        #expect(page.json?["user_id"] == "sjefferson")
    }

    @Test("tokens issued before are accepted and refreshed, and a pair that was used stays used")
    func tokens() async throws {
        for form in SandboxTokenSettings.Form.allCases {
            let configuration = SandboxConfiguration.with { $0.tokens.form = form }
            let client = try await ChainClient(configuration)
            let first = try #require(try await client.signIn().json)
            let second = try #require(try await client.refresh(first))
            let moved = try await client.moved(to: try await Self.copy(client.sandbox, configuration))
            let rest = RESTClient(sandbox: moved.sandbox, authorization: "Bearer \(try #require(second["token"]))")
            #expect(await rest.get("/finesse/api/User/98411").status == 200)
            #expect(try await moved.refresh(first) == nil)
            #expect(moved.sandbox.journal.refusals == [.refreshPairInvalid])
            #expect(try await moved.refresh(second) != nil)
        }
    }

    @Test("the identity provider's session goes on: the next sign-in asks for nothing")
    func providerSession() async throws {
        let client = try await ChainClient()
        try await client.signIn()
        let moved = try await client.moved(to: try await Self.copy(client.sandbox))
        let end = try await moved.get(Self.start(moved.sandbox))
        let page = try await moved.goOn(from: end, typed: "nobody", password: "wrong")
        #expect(page.json?["token"] != nil)
        #expect(!moved.hops.contains("POST identityProvider /adfs/ls/ 200"))
    }

    @Test("what was about to happen happens in order, each at its own instant of the virtual clock")
    func events() async throws {
        let sandbox = try await FinesseSandbox.withoutServers(.with { $0.authenticationMode = .nonSSO })
        let agents = [("98411", "sjefferson", "Ratchet-1984"), ("98412", "mwitwicky", "Sector-7-Seymour")]
        for (index, (id, name, password)) in agents.enumerated() {
            try await sandbox.reconfigure { $0.desktop.stateChangeDelay = .seconds(10 - 5 * index) }
            let rest = RESTClient(sandbox: sandbox, authorization: RESTClient.basic(name, password))
            let body = "<User><state>LOGIN</state><extension>\(1000 + index)</extension></User>"
            #expect(await rest.put("/finesse/api/User/\(id)", body).status == 202)
        }
        let copy = try await Self.copy(sandbox, sandbox.configuration)
        for sandbox in [sandbox, copy] {
            let states = { (await sandbox.agentState(of: "98411"), await sandbox.agentState(of: "98412")) }
            #expect(await states() == ("LOGOUT", "LOGOUT"))
            await sandbox.clock.advance(by: .milliseconds(4999))
            #expect(await states() == ("LOGOUT", "LOGOUT"))
            await sandbox.clock.advance(by: .milliseconds(1))
            #expect(await states() == ("LOGOUT", "NOT_READY"))
            await sandbox.clock.advance(by: .seconds(5))
            #expect(await states() == ("NOT_READY", "NOT_READY"))
        }
    }

    @Test("puts the same sandbox back as it was: agents, switches, clock and what is about to happen")
    func sameSandbox() async throws {
        let sandbox = try await FinesseSandbox.withoutServers(.with { $0.authenticationMode = .nonSSO })
        let rest = RESTClient(
            sandbox: sandbox,
            authorization: RESTClient.basic("sjefferson", "Ratchet-1984")
        )
        #expect(await rest.change("98411", to: "LOGIN", extra: "<extension>1001</extension>").status == 202)
        _ = await rest.put("/finesse/api/User/98411", "<User><state>READY</state></User>")
        let snapshot = try await sandbox.snapshot()
        let before = sandbox.clock.now
        await sandbox.clock.advance(by: .seconds(60))
        _ = await rest.change("98411", to: "NOT_READY")
        await sandbox.setFailures([.tooManyRequests])
        #expect(await rest.get("/finesse/api/User/98411").status == 429)
        try await sandbox.restore(snapshot)
        #expect(sandbox.clock.now == before)
        #expect(await rest.get("/finesse/api/User/98411").element("state") == "NOT_READY")
        await sandbox.clock.advance(by: sandbox.configuration.desktop.stateChangeDelay)
        #expect(await rest.get("/finesse/api/User/98411").element("state") == "READY")
    }

    @Test("switches, users and secrets come along, and what is chosen at the start stays")
    func switches() async throws {
        let sandbox = try await FinesseSandbox.withoutServers(.with { $0.finesseNodes[0].port = 8445 })
        try await sandbox.reconfigure {
            $0.users.append(SandboxUser(loginName: "ann", loginId: "1001", password: "null: # \"é\"\u{1}"))
            $0.users[0].isLocked = true
            $0.identityProvider.oneTimeCode = "JBSWY3DPEHPK3PXP"
            $0.identityProvider.session = .otherUser("ann")
            $0.desktop.secondaryNode = "finesse2.xyz.com:8445"
            $0.tokens.accessLifetime = .seconds(601)
            $0.identityService.clockOffset = .milliseconds(-1500)
            $0.identityService.foreignProviderMetadata = sandbox.identityProviderMetadata
            $0.failures = [.clientBlocked, .tokenAsHTML]
        }
        let copy = try await Self.copy(sandbox)
        var expected = sandbox.configuration
        expected.finesseNodes = copy.configuration.finesseNodes
        #expect(copy.configuration.finesseNodes[0].port == 0)
        #expect(copy.configuration == expected)
    }

    @Test("locked passwords stay locked until their time")
    func passwordLocks() async throws {
        let configuration = SandboxConfiguration.with { $0.authenticationMode = .nonSSO }
        let sandbox = try await FinesseSandbox.withoutServers(configuration)
        let wrong = RESTClient(sandbox: sandbox, authorization: RESTClient.basic("sjefferson", "wrong"))
        for _ in 0..<5 { _ = await wrong.get("/finesse/api/User/98411") }
        let copy = try await Self.copy(sandbox, configuration)
        let right = RESTClient(sandbox: copy, authorization: RESTClient.basic("sjefferson", "Ratchet-1984"))
        #expect(await right.get("/finesse/api/User/98411").status == 401)
        await copy.clock.advance(by: .seconds(301))
        #expect(await right.get("/finesse/api/User/98411").status == 200)
    }

    @Test("the same state gives the same bytes, and no token, code or cookie that is only compared is in them")
    func form() async throws {
        let client = try await ChainClient()
        let json = try #require(try await client.signIn().json)
        let bytes = try await client.sandbox.snapshot().json()
        #expect(try SandboxSnapshot(json: bytes).json() == bytes)
        #expect(try await client.sandbox.snapshot().json() == bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("\"version\":\(SandboxSnapshot.currentVersion)"))
        #expect(text.contains("sjefferson"))
        let cookies = client.jar.names.compactMap { client.jar.value($0) }.filter { $0.count >= 32 }
        #expect(cookies.count >= 2)
        for secret in [try #require(json["token"]), try #require(json["refresh_token"])] + cookies {
            #expect(!text.contains(secret))
        }
    }

    @Test(
        "refuses what is no snapshot of this version, and says why",
        arguments: [
            ("", "it is not JSON"), ("[]", "it is no snapshot"), ("{}", "version is missing"),
            (#"{"version":2}"#, "its version is 2, and this release reads 1"),
            (#"{"version":1}"#, "clock is missing"),
            (#"{"version":1,"clock":{"now":"x"}}"#, "clock.now cannot be read"),
        ]
    )
    func refused(text: String, reason: String) {
        #expect(throws: SandboxError.snapshot(reason: reason)) { try SandboxSnapshot(json: Array(text.utf8)) }
    }

    @Test("a reset forgets everything and switches back to what was started")
    func reset() async throws {
        let client = try await ChainClient(.with { $0.failures = [.tokensVoid] })
        let empty = try await client.sandbox.snapshot().json()
        try await client.signIn()
        try await client.sandbox.reconfigure {
            $0.failures = []
            $0.realm = "elsewhere.example"
        }
        try await client.sandbox.reset()
        #expect(client.sandbox.journal.entries.isEmpty)
        #expect(client.sandbox.configuration.failures == [.tokensVoid])
        #expect(client.sandbox.configuration.realm == "finesse.com")
        #expect(try await client.sandbox.snapshot().json() == empty)
        try await client.signIn()
        #expect(client.hops.contains("POST identityProvider /adfs/ls/ 200"))
    }

    // MARK: Parts

    private static func start(_ sandbox: FinesseSandbox) -> String {
        sandbox.origins.text(.finesse)
            + "/desktop/sso/token?cc_username=sjefferson&return_user=yes&return_refresh_token=true"
    }

    /// Another sandbox with the state of a sandbox, by way of the JSON form; the process's sandboxes share their keys.
    private static func copy(
        _ sandbox: FinesseSandbox,
        _ configuration: SandboxConfiguration = SandboxConfiguration()
    ) async throws -> FinesseSandbox {
        let snapshot = try SandboxSnapshot(json: try await sandbox.snapshot().json())
        let copy = try await FinesseSandbox.withoutServers(configuration)
        try await copy.restore(snapshot)
        return copy
    }
}

extension ChainClient {
    /// The same client, its cookies with it, in front of another sandbox.
    fileprivate func moved(to sandbox: FinesseSandbox) async throws -> ChainClient {
        let client = ChainClient(sharing: sandbox)
        client.jar = jar
        return client
    }

    /// Exchanges a pair of tokens; nothing when that is refused.
    func refresh(_ pair: FlatJSON) async throws -> FlatJSON? {
        let form = FormFields(["token": pair["token"] ?? "", "refresh-token": pair["refresh_token"] ?? ""])
        let url = sandbox.origins.text(.finesse) + "/desktop/sso/token?cc_username=sjefferson&return_refresh_token=true"
        let page = try await post(url, form: form)
        return page.status == 200 ? page.json : nil
    }
}

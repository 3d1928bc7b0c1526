import FinesseSandbox
import Testing

@Suite("Sandbox clock, what ends by it", .timeLimit(.minutes(5)))
struct ClockLifetimeTests {
    @Test("an access token ends to the second")
    func accessToken() async throws {
        let client = try await ChainClient()
        let token = try #require(try await client.signIn().json?["token"])
        let rest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(token)")
        await client.sandbox.clock.advance(by: .seconds(299))
        #expect(await rest.get("/finesse/api/User/98411").status == 200)
        await client.sandbox.clock.advance(by: .seconds(1))
        #expect(await rest.get("/finesse/api/User/98411").status == 401)
    }

    @Test("a refresh token ends when the first one would have ended, however often it was renewed")
    func refreshToken() async throws {
        let client = try await ChainClient(
            .with {
                $0.tokens.accessLifetime = .seconds(7200)
                $0.desktop.expiredRefreshAnswer = .unauthorized
            }
        )
        let first = try #require(try await client.signIn().json)
        await client.sandbox.clock.advance(by: .seconds(7199))
        let second = try #require(try await Self.refresh(client, first).json)
        await client.sandbox.clock.advance(by: .seconds(1))
        #expect(try await Self.refresh(client, second).answer.refusal == .refreshExpired)
    }

    @Test("a code ends after its minute")
    func code() async throws {
        for (wait, refusal) in [(59, nil), (60, SandboxRefusal.invalidCode)] {
            // Asking for the callback's address a second time is a first-party request, which no cookie rule foresees.
            let client = try await ChainClient(.with { $0.checksCookies = false })
            try client.sandbox.faults.add(SandboxFault(.hangUp(), when: .init(route: .callback, times: 1)))
            let lost = try await client.signIn()
            await client.sandbox.clock.advance(by: .seconds(wait))
            #expect(try await client.get(lost.url).answer.refusal == refusal)
        }
    }

    @Test("a session of the desktop ends after half an hour")
    func desktopSession() async throws {
        let client = try await ChainClient(
            .with {
                $0.desktop.sessionAnswersDirectly = true
                $0.tokens.accessLifetime = .seconds(7200)
            }
        )
        _ = try await client.signIn()
        await client.sandbox.clock.advance(by: .seconds(1799))
        _ = try await client.signIn()
        #expect(client.hops.count == 1)
        await client.sandbox.clock.advance(by: .seconds(1))
        _ = try await client.signIn()
        #expect(client.hops.count > 1)
    }

    @Test("a session at the identity provider ends, and the password is asked for again")
    func providerSession() async throws {
        let client = try await ChainClient(.with { $0.identityProvider.sessionLifetime = .seconds(3600) })
        _ = try await client.signIn()
        await client.sandbox.clock.advance(by: .seconds(3599))
        _ = try await client.signIn()
        try client.sandbox.journal.expect(.once(.route(.loginSubmit)))
        await client.sandbox.clock.advance(by: .seconds(1))
        _ = try await client.signIn()
        try client.sandbox.journal.expect(.times(2, .route(.loginSubmit)))
    }

    @Test("a lock after five wrong passwords ends after five minutes")
    func passwordLock() async throws {
        let sandbox = try await FinesseSandbox.withoutServers(.with { $0.authenticationMode = .nonSSO })
        let wrong = RESTClient(sandbox: sandbox, authorization: RESTClient.basic("sjefferson", "wrong"))
        let right = RESTClient(sandbox: sandbox, authorization: RESTClient.basic("sjefferson", "Ratchet-1984"))
        for _ in 0..<5 { #expect(await wrong.get("/finesse/api/User/98411").status == 401) }
        await sandbox.clock.advance(by: .seconds(299))
        #expect(await right.get("/finesse/api/User/98411").refusal == .locked)
        await sandbox.clock.advance(by: .seconds(1))
        #expect(await right.get("/finesse/api/User/98411").status == 200)
    }

    @Test("changes of state fire in the order in which they fall due, each at its own instant")
    func stateChanges() async throws {
        let sandbox = try await FinesseSandbox.withoutServers(
            .with {
                $0.authenticationMode = .nonSSO
                $0.desktop.stateChangeDelay = .seconds(10)
            }
        )
        let agents = [("sjefferson", "98411", "Ratchet-1984"), ("mwitwicky", "98412", "Sector-7-Seymour")]
        for (name, id, password) in agents {
            let rest = RESTClient(sandbox: sandbox, authorization: RESTClient.basic(name, password))
            let body = "<User><state>LOGIN</state><extension>\(id)</extension></User>"
            #expect(await rest.put("/finesse/api/User/\(id)", body).status == 202)
            await sandbox.clock.advance(by: .seconds(4))
        }
        #expect(await sandbox.agentState(of: "98411") == "LOGOUT")
        await sandbox.clock.advance(by: .seconds(2))
        #expect(await sandbox.agentState(of: "98411") == "NOT_READY")
        #expect(await sandbox.agentState(of: "98412") == "LOGOUT")
        await sandbox.clock.advance(by: .seconds(3600))
        var instants: [String?] = []
        for (name, id, password) in agents {
            let rest = RESTClient(sandbox: sandbox, authorization: RESTClient.basic(name, password))
            instants.append(await rest.get("/finesse/api/User/\(id)").element("stateChangeTime"))
        }
        #expect(instants == ["2022-12-22T12:47:51.747Z", "2022-12-22T12:47:55.747Z"])
    }

    private static func refresh(_ client: ChainClient, _ tokens: FlatJSON) async throws -> ChainClient.Page {
        try await client.post(
            client.sandbox.origins.text(.finesse)
                + "/desktop/sso/token?cc_username=sjefferson&return_refresh_token=true",
            form: FormFields(["token": tokens["token"] ?? "", "refresh-token": tokens["refresh_token"] ?? ""])
        )
    }
}

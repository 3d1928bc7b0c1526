import FinesseSandbox
import Testing

@Suite("Sandbox faults in words", .timeLimit(.minutes(5)))
struct FaultWordTests {
    private static func refresh(_ client: ChainClient, _ tokens: FlatJSON) async throws -> ChainClient.Page {
        try await client.post(
            client.sandbox.origins.text(.finesse)
                + "/desktop/sso/token?cc_username=sjefferson&return_refresh_token=true",
            form: FormFields(["token": tokens["token"] ?? "", "refresh-token": tokens["refresh_token"] ?? ""])
        )
    }

    @Test("the next refresh fails and leaves the pair as it was")
    func nextRefreshFails() async throws {
        let client = try await ChainClient()
        let tokens = try #require(try await client.signIn().json)
        try client.sandbox.faults.add(.nextRefreshFails)
        #expect(try await Self.refresh(client, tokens).status == 500)
        #expect(try await Self.refresh(client, tokens).json?["token"] != nil)
    }

    @Test("the answer to a refresh is lost and the pair is used up")
    func refreshAnswerLost() async throws {
        let client = try await ChainClient()
        let tokens = try #require(try await client.signIn().json)
        try client.sandbox.faults.add(.refreshAnswerLost)
        #expect(try await Self.refresh(client, tokens).status == 0)
        #expect(try await Self.refresh(client, tokens).answer.refusal == .refreshPairInvalid)
    }

    @Test("a password expires and an account is locked, for that user alone, until the fault is removed")
    func accounts() async throws {
        for (fault, refusal) in [
            (SandboxFault.passwordExpired("98411"), SandboxRefusal.passwordExpired),
            (.accountLocked("sjefferson"), .accountLocked),
        ] {
            let client = try await ChainClient()
            let id = try client.sandbox.faults.add(fault)
            _ = try await client.signIn()
            try client.sandbox.journal.expect(.once(JournalSelector(refusal: refusal, fault: fault.label)))
            let other = ChainClient(sharing: client.sandbox)
            #expect(try await other.signIn("mwitwicky", password: "Sector-7-Seymour").json?["token"] != nil)
            client.sandbox.faults.remove(id)
            #expect(try await client.signIn().json?["token"] != nil)
        }
    }

    @Test("a relay, a callback, a server is lost, and the next sign-in is whole again")
    func lost() async throws {
        for (fault, route) in [
            (SandboxFault.relayLost, SandboxFault.Route.relay), (.callbackLost, .callback),
        ] {
            let client = try await ChainClient()
            try client.sandbox.faults.add(fault)
            #expect(try await client.signIn().status == 0)
            try client.sandbox.journal.expect(.once(JournalSelector(route: route, status: 0, fault: fault.label)))
            #expect(try await client.signIn().json?["token"] != nil)
        }
    }

    @Test("Finesse is out of service for some requests, the proxy counts too many, the identity service is down")
    func outages() async throws {
        let client = try await ChainClient()
        try client.sandbox.faults.add(.finesseOutOfService(requests: 1))
        #expect(try await client.signIn().status == 503)
        try client.sandbox.faults.add(.tooManyRequests(requests: 1))
        #expect(try await client.signIn().status == 429)
        try client.sandbox.faults.add(.identityServiceDown(for: .seconds(60)))
        #expect(try await client.signIn().status == 0)
        await client.sandbox.clock.advance(by: .seconds(60))
        #expect(try await client.signIn().json?["token"] != nil)
    }
}

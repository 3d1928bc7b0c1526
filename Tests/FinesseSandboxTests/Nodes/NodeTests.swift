import FinesseSandbox
import Testing

@Suite("Sandbox nodes", .timeLimit(.minutes(5)))
struct NodeTests {
    private static func pair(_ change: (inout SandboxConfiguration) -> Void = { _ in }) async throws -> ChainClient {
        try await ChainClient(
            .with {
                $0.addSecondaryNodes()
                change(&$0)
            }
        )
    }

    @Test("are four servers in two pairs, each with a name and a place of its own")
    func names() async throws {
        let sandbox = try await Self.pair().sandbox
        #expect(
            sandbox.nodes.list.map { "\($0.host) \($0.party) \($0.place) \($0.state)" } == [
                "finesse1.xyz.com finesse 0 running", "finesse2.xyz.com finesse 1 running",
                "ids.autobot.cvp identityService 0 running", "ids2.autobot.cvp identityService 1 running",
                "adfs.corp.example identityProvider 0 running",
            ]
        )
        #expect(sandbox.origins.text(.finesse) == "https://finesse1.xyz.com")
        #expect(sandbox.origins.nodes(.finesse) == ["https://finesse1.xyz.com", "https://finesse2.xyz.com"])
        let metadata = String(decoding: sandbox.serviceProviderMetadata, as: UTF8.self)
        #expect(metadata.contains("https://ids.autobot.cvp/ids/saml/response"))
        #expect(metadata.contains("https://ids2.autobot.cvp/ids/saml/response"))
        #expect(metadata.contains(#"entityID="ids.autobot.cvp""#))
    }

    @Test("more than two are refused, and so are two of one name and a second identity provider")
    func refused() {
        for yaml in [
            "finesseNodes: [{host: a.b}, {host: c.d}, {host: e.f}]", "finesseNodes: [{host: a.b}, {host: a.b}]",
            "identityProviderNodes: [{host: a.b}, {host: c.d}]", "finesseNodes: []",
        ] {
            #expect(throws: SandboxError.self, "\(yaml)") { try SandboxConfiguration(yaml: yaml) }
        }
    }

    @Test("both name both in SystemInfo, and each is known by its own name")
    func systemInfo() async throws {
        let sandbox = try await Self.pair().sandbox
        for (node, host) in ["finesse1.xyz.com", "finesse2.xyz.com"].enumerated() {
            let answer = await sandbox.answer(
                SandboxRequest(party: .finesse, node: node, target: "/finesse/api/SystemInfo")
            )
            #expect(answer.element("primaryNode")?.contains("<host>finesse1.xyz.com</host>") == true)
            #expect(answer.element("secondaryNode")?.contains("<host>finesse2.xyz.com</host>") == true)
            #expect(answer.element("xmppDomain") == host)
        }
    }

    @Test("each leads by its own side's identity service and back to itself, into one world")
    func bothServe() async throws {
        let client = try await Self.pair()
        let first = try #require(try await client.signIn().json?["token"])
        #expect(
            Set(client.sandbox.journal.entries.map(\.node)) == [
                "finesse1.xyz.com", "ids.autobot.cvp", "adfs.corp.example",
            ]
        )
        client.sandbox.journal.removeAll()
        let page = try await client.signIn(node: 1)
        #expect(page.url.hasPrefix("https://finesse2.xyz.com/desktop/sso/authcode?"))
        let second = try #require(page.json?["token"])
        #expect(
            Set(client.sandbox.journal.entries.map(\.node)) == [
                "finesse2.xyz.com", "ids2.autobot.cvp", "adfs.corp.example",
            ]
        )
        // The identity provider's session counts for both.
        try client.sandbox.journal.expect(.never(.route(.loginSubmit)))
        for (node, token) in [(0, second), (1, first)] {
            var request = SandboxRequest(party: .finesse, node: node, target: "/finesse/api/User/98411")
            request.headers = [("authorization", "Bearer \(token)")]
            #expect(await client.sandbox.answer(request).element("loginId") == "98411")
        }
    }

    @Test("a sign-in goes by the identity service that serves, and back to the own side when that has recovered")
    func identityService() async throws {
        let client = try await Self.pair()
        try await client.sandbox.nodes.kill("ids.autobot.cvp")
        #expect(try await client.signIn().json?["token"] != nil)
        try client.sandbox.journal.expect(.never(JournalSelector(node: "ids.autobot.cvp")))
        try client.sandbox.journal.expect(.once(JournalSelector(route: .assertion, node: "ids2.autobot.cvp")))
        try await client.sandbox.nodes.pause("ids2.autobot.cvp")
        let page = try await client.signIn()
        #expect(page.status == 500 && page.answer.refusal == .identityServiceDown)
        try await client.sandbox.nodes.recover("ids.autobot.cvp")
        client.sandbox.journal.removeAll()
        #expect(try await client.signIn().json?["token"] != nil)
        try client.sandbox.journal.expect(.once(JournalSelector(route: .authorize, node: "ids.autobot.cvp")))
    }

    @Test("a killed one answers nothing, a paused one when it recovers")
    func killed() async throws {
        let sandbox = try await Self.pair().sandbox
        let info = SandboxRequest(party: .finesse, target: "/finesse/api/SystemInfo")
        try await sandbox.nodes.kill("finesse1.xyz.com")
        #expect(await sandbox.answer(info).status == 0)
        try await sandbox.nodes.recover("finesse1.xyz.com")
        #expect(await sandbox.answer(info).status == 200)
        try await sandbox.nodes.pause("Finesse1.xyz.com")
        let log = EventLog()
        async let answer = {
            let answer = await sandbox.answer(info)
            log.add("answered")
            return answer
        }()
        for _ in 0..<100 { await Task.yield() }
        #expect(log.events.isEmpty)
        try await sandbox.nodes.recover("finesse1.xyz.com")
        #expect(await answer.status == 200)
    }

    @Test("lets nobody wait who asks a paused one when the sandbox stops")
    func stopped() async throws {
        let sandbox = try await Self.pair().sandbox
        try await sandbox.nodes.pause("finesse1.xyz.com")
        async let answer = sandbox.answer(SandboxRequest(party: .finesse, target: "/finesse/api/SystemInfo"))
        for _ in 0..<100 { await Task.yield() }
        await sandbox.stop()
        #expect(await answer.status == 0)
    }

    @Test("an unknown one is an error that names those there are")
    func unknown() async throws {
        let sandbox = try await Self.pair().sandbox
        let error = await #expect(throws: SandboxNodeError.self) { try await sandbox.nodes.kill("finesse3.xyz.com") }
        #expect(error?.label == "unknown")
        #expect(error?.description.contains("ids2.autobot.cvp") == true)
    }

    @Test("the other one answers 503 for as long as the failover takes")
    func failover() async throws {
        let client = try await Self.pair { $0.desktop.failoverDuration = .seconds(60) }
        try await client.sandbox.nodes.kill("finesse1.xyz.com")
        #expect(try await client.signIn(node: 1).status == 503)
        await client.sandbox.clock.advance(by: .seconds(60))
        #expect(try await client.signIn(node: 1).json?["token"] != nil)
    }

    @Test("the secondary refuses what only the primary does, and a fault can be for one node")
    func secondary() async throws {
        let sandbox = try await Self.pair().sandbox
        func status(_ node: Int, _ path: String) async -> Int {
            await sandbox.answer(SandboxRequest(party: .finesse, node: node, target: path)).status
        }
        #expect(await status(1, "/finesse/api/SystemConfig") == 403)
        #expect(await status(0, "/finesse/api/SystemConfig") == 401)
        #expect(await status(1, "/finesse/api/SystemInfo") == 200)
        try sandbox.faults.add(SandboxFault(.status(502), when: .init(node: "finesse2.xyz.com")))
        #expect(await status(1, "/finesse/api/SystemInfo") == 502)
        #expect(await status(0, "/finesse/api/SystemInfo") == 200)
    }
}

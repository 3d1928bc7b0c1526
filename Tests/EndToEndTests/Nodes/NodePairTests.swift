import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import Testing
import WebAgent

@Suite("A pair of Finesse nodes and a pair of identity services", .timeLimit(.minutes(5)))
struct NodePairTests {
    private static let first = "finesse1.xyz.com"
    private static let second = "finesse2.xyz.com"

    private static func with(_ body: (SignInWorld, SystemNodes) async throws -> Void) async throws {
        var configuration = SandboxConfiguration()
        configuration.addSecondaryNodes()
        try await SignInWorld.with(configuration) { world in
            // A frozen node takes every moment that it is given.
            let world = world.over(
                ImpatientTransport(inner: world.transport, host: first, deadline: .milliseconds(1500))
            )
            try await body(world, SystemNodes(NodeMachine(node: world.node)))
        }
    }

    private static func signIn(
        _ world: SignInWorld,
        _ nodes: SystemNodes
    ) async throws -> (SignedInAgent, [SessionRecord]) {
        let agent = world.agent()
        let outcome = try await world.signOn()
            .signIn("sjefferson", credentials: world.credentials("sjefferson"), agent: agent, atAnyOf: nodes)
        let records = await agent.sessionRecords()
        await agent.close()
        return (try #require(outcome.signedIn, "\(outcome.story)"), records)
    }

    @Test("an agent signs in at the primary, at the secondary while that is dead or frozen, and calls go on")
    func finesse() async throws {
        try await Self.with { world, nodes in
            let sandbox = world.sandbox
            let (atFirst, _) = try await Self.signIn(world, nodes)
            #expect(atFirst.origin.host == Self.first && nodes.state.nodes.map(\.host) == [Self.first, Self.second])
            let client = atFirst.client(over: FailoverTransport(world.transport, nodes: nodes))

            try await sandbox.nodes.kill(Self.first)
            #expect(try await client.user(atFirst.loginID).loginID == "98411")
            #expect(nodes.state.current.host == Self.second)
            let killed = SystemNodes(NodeMachine(node: world.node, others: nodes.state.nodes))
            #expect(try await Self.signIn(world, killed).0.origin.host == Self.second)

            try await sandbox.nodes.recover(Self.first)
            let recovered = SystemNodes(NodeMachine(node: world.node))
            #expect(try await Self.signIn(world, recovered).0.origin.host == Self.first)

            try await sandbox.nodes.pause(Self.first)
            let paused = SystemNodes(NodeMachine(node: world.node, others: nodes.state.nodes))
            #expect(try await Self.signIn(world, paused).0.origin.host == Self.second)
            try await sandbox.nodes.recover(Self.first)
            #expect(
                try await Self.signIn(world, SystemNodes(NodeMachine(node: world.node))).0.origin.host == Self.first
            )
        }
    }

    @Test("a sign-in goes by the second identity service when the first is dead")
    func identityService() async throws {
        try await Self.with { world, nodes in
            try await world.sandbox.nodes.kill("ids.autobot.cvp")
            let (signedIn, _) = try await Self.signIn(world, nodes)
            #expect(signedIn.origin.host == Self.first)
            try world.sandbox.journal.expect(.never(JournalSelector(node: "ids.autobot.cvp")))
            try world.sandbox.journal.expect(.once(JournalSelector(route: .relay, node: "ids2.autobot.cvp")))
        }
    }

    @Test("a token is renewed at the other node with the pair that the first one gave")
    func refresh() async throws {
        try await Self.with { world, nodes in
            let (signedIn, records) = try await Self.signIn(world, nodes)
            let store = MemoryTokenStore()
            let supplier = NodeAwareTokenSupplier(
                signOn: world.signOn(),
                user: "sjefferson",
                nodes: nodes,
                store: store
            ) { () throws(SSOError) in world.agent() }
            let keeper = TokenKeeper(
                key: SessionKey(server: world.node, user: "sjefferson"),
                supplier: supplier,
                store: store
            )
            await keeper.adopt(signedIn, records: records)
            let before = try await keeper.accessToken()
            try await world.sandbox.nodes.kill(Self.first)
            let after = try await keeper.replacement(for: before)
            #expect(after != nil && after != before)
            #expect(nodes.state.current.host == Self.second)
            try world.sandbox.journal.expect(.once(JournalSelector(route: .refresh, node: Self.second, status: 200)))
            try world.sandbox.journal.expect(.once(.route(.loginSubmit)))
            await keeper.stop()
        }
    }
}

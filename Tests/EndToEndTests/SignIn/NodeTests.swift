import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import HTTPTransportCurl
import Synchronization
import Testing
import WebAgent

/// Two sandboxes as the two nodes of one system: the first names the second as its secondary node.
private struct NodeWorld {
    let world: SignInWorld
    let second: FinesseSandbox
    let other: HTTPOrigin
    let nodes: SystemNodes

    static func with(_ body: (NodeWorld) async throws -> Void) async throws {
        var configuration = SandboxConfiguration()
        // Two identity services of one name: their cookies meet in one jar, which no rule of one of them foresees.
        configuration.checksCookies = false
        var secondConfiguration = configuration
        secondConfiguration.finesseNodes = [SandboxNode(host: "finesse2.xyz.com", address: "127.0.0.24")]
        // The session at the identity provider, which in a real system the two nodes share.
        secondConfiguration.identityProvider.session = .otherUser("sjefferson")
        let second = try await FinesseSandbox.start(secondConfiguration)
        let place = "\(second.origins.host(.finesse)):\(second.origins.port(.finesse))"
        configuration.desktop.secondaryNode = place
        do {
            try await SignInWorld.with(configuration) { configuration in
                configuration.trustedCertificates.append(second.certificateAuthorityPEM)
                configuration.addressOverrides += try second.connectTo.map { text throws in
                    try AddressOverride(text.description)
                }
            } _: { world in
                try await body(
                    NodeWorld(
                        world: world,
                        second: second,
                        other: HTTPOrigin(
                            scheme: .https,
                            host: second.origins.host(.finesse),
                            port: UInt16(second.origins.port(.finesse))
                        ),
                        nodes: SystemNodes(NodeMachine(node: world.node))
                    )
                )
            }
        } catch {
            await second.stop()
            throw error
        }
        await second.stop()
    }

    /// Signs the agent in with the password, wherever it is possible.
    func signIn() async throws -> (SignedInAgent, [SessionRecord]) {
        let agent = world.agent()
        let outcome = try await world.signOn()
            .signIn("sjefferson", credentials: world.credentials("sjefferson"), agent: agent, atAnyOf: nodes)
        let records = await agent.sessionRecords()
        await agent.close()
        let signedIn = try #require(outcome.signedIn, "\(outcome.story)")
        return (signedIn, records)
    }
}

@Suite("Two Finesse nodes", .timeLimit(.minutes(5)))
struct NodeTests {
    @Test("answer a call with the token that the other one gave, on 503, on 403 and on silence")
    func calls() async throws {
        try await NodeWorld.with { both in
            let (signedIn, _) = try await both.signIn()
            #expect(signedIn.origin == both.world.node && both.nodes.state.nodes.count == 2)
            let client = signedIn.client(over: FailoverTransport(both.world.transport, nodes: both.nodes))
            for failure in [SandboxFailure.finesseOutOfService, .finesseIsSecondary] {
                await both.world.sandbox.setFailures([failure])
                #expect(try await client.user(signedIn.loginID).loginID == "98411")
                #expect(both.nodes.state.current == both.other)
                await both.world.sandbox.setFailures([])
                await both.second.setFailures([failure])
                #expect(try await client.user(signedIn.loginID).loginID == "98411")
                #expect(both.nodes.state.current == both.world.node)
                await both.second.setFailures([])
            }
            await both.world.sandbox.stop()
            #expect(try await client.user(signedIn.loginID).loginID == "98411")
            #expect(both.nodes.state.current == both.other)
        }
    }

    @Test("take a keeper in: its next token comes from the other node, silently")
    func keeper() async throws {
        try await NodeWorld.with { both in
            let (signedIn, records) = try await both.signIn()
            let store = MemoryTokenStore()
            let world = both.world
            let supplier = NodeAwareTokenSupplier(
                signOn: world.signOn(),
                user: "sjefferson",
                nodes: both.nodes,
                store: store
            ) { () throws(SSOError) in world.agent() }
            let key = SessionKey(server: world.node, user: "sjefferson")
            let keeper = TokenKeeper(key: key, supplier: supplier, store: store)
            await keeper.adopt(signedIn, records: records)
            let before = try await keeper.accessToken()
            await world.sandbox.setFailures([.finesseOutOfService])

            let after = try await keeper.replacement(for: before)
            #expect(after != nil && after != before)
            #expect(both.nodes.state.current == both.other)
            #expect(!both.second.journal.entries.contains { $0.formNames.contains("Password") })
            #expect(try await store.keys().map(\.server).contains(both.other))
            await keeper.stop()
        }
    }

    @Test("sign an agent in at the one that is there")
    func signIn() async throws {
        try await NodeWorld.with { both in
            _ = try await both.signIn()
            await both.world.sandbox.setFailures([.finesseOutOfService])
            let (signedIn, _) = try await both.signIn()
            #expect(signedIn.origin == both.other && signedIn.loginID == "98411")
        }
    }
}

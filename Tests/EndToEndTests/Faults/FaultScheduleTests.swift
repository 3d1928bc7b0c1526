import Finesse
import FinesseSSO
import FinesseSandbox
import HTTPTransport
import Testing

@Suite("Faults by chance over real sockets, FaultSchedule", .timeLimit(.minutes(30)))
struct FaultScheduleTests {
    @Test(
        "leave neither a hung request nor a server that does not serve afterwards",
        arguments: Torture.seeds(ordinarily: 2, tortured: 40)
    )
    func schedule(seed: UInt64) async throws {
        var configuration = SandboxConfiguration()
        configuration.addSecondaryNodes()
        configuration.faultSeed = seed
        try await SignInWorld.with(configuration, pages: .threads) { world in
            var chance = Chance(seed: seed)
            for _ in 0..<3 { try world.sandbox.faults.add(Self.fault(&chance)) }
            var options = SignInOptions()
            options.exchangeDeadline = .seconds(2)
            for _ in 0..<4 {
                if chance.next() % 3 == 0 {
                    let nodes = world.sandbox.nodes.list
                    let host = nodes[Int(chance.next() % UInt64(nodes.count))].host
                    if chance.next() % 2 == 0 {
                        try await world.sandbox.nodes.kill(host)
                    } else {
                        try await world.sandbox.nodes.pause(host)
                    }
                }
                // How it ends is the fault's business; that it ends is what is looked at.
                let outcome = try? await world.signIn(options: options)
                if let signedIn = outcome?.signedIn {
                    _ = try? await signedIn.client(over: world.transport).user(signedIn.loginID)
                }
                for node in world.sandbox.nodes.list { try await world.sandbox.nodes.recover(node.host) }
            }
            world.sandbox.faults.removeAll()
            let outcome = try await world.signIn()
            #expect(outcome.signedIn != nil, "seed \(seed): \(outcome.story); \(world.sandbox.journal.entries)")
        }
    }

    private static func fault(_ chance: inout Chance) -> SandboxFault {
        let effects: [SandboxFault.Effect] = [
            .status(503), .status(302), .delay(.logNormal(median: .milliseconds(50), sigma: 1, most: .seconds(1))),
            .reset(), .reset(.afterWork), .hangUp(), .hangUp(.afterWork), .empty, .truncated(), .malformedHead,
            .malformedBody, .contentType("text/plain"), .drip(bytes: 400, every: .milliseconds(20)),
            .failure(.tokenTruncated), .failure(.providerErrorPage), .account(.locked, user: "sjefferson"),
        ]
        let parties = SandboxParty.allCases
        return SandboxFault(
            effects[Int(chance.next() % UInt64(effects.count))],
            when: .init(
                party: parties[Int(chance.next() % UInt64(parties.count))],
                after: Int(chance.next() % 3),
                probability: chance.next() % 2 == 0 ? 1 : 0.5
            )
        )
    }
}

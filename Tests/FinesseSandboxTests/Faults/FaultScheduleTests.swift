import FinesseSandbox
import Foundation
import Synchronization
import Testing

@Suite("Sandbox faults by chance, FaultSchedule", .timeLimit(.minutes(30)))
struct FaultScheduleTests {
    private static let environment = ProcessInfo.processInfo.environment

    /// A few, or a thousand from a number that is given when `make torture` runs them.
    private static var seeds: ClosedRange<UInt64> {
        guard environment["FINESSE_TORTURE"] == "1" else { return 1...20 }
        let first = environment["FINESSE_TORTURE_SEED"].flatMap { UInt64($0) } ?? 1
        return first...(first + 999)
    }

    @Test("leave no request hanging and no server behind that does not serve afterwards")
    func schedules() async throws {
        var fired = 0
        for seed in Self.seeds { fired += try await Self.run(seed) }
        #expect(fired > Self.seeds.count)
    }

    /// Runs one schedule.
    ///
    /// - Returns: How often its faults fired.
    private static func run(_ seed: UInt64) async throws -> Int {
        var numbers = SeededNumbers(state: seed)
        let sandbox = try await FinesseSandbox.withoutServers(
            .with {
                $0.addSecondaryNodes()
                $0.faultSeed = seed
            }
        )
        let story = EventLog()
        for _ in 0..<Int.random(in: 1...4, using: &numbers) {
            let fault = SandboxFault.random(&numbers)
            story.add("fault \(fault)")
            try sandbox.faults.add(fault)
        }
        let unfinished = Steps()
        await withTaskGroup(of: Void.self) { group in
            for step in 0..<6 {
                let action = Int.random(in: 0..<8, using: &numbers)
                story.add("step \(step) action \(action)")
                if action > 5 {
                    let host = sandbox.nodes.list.randomElement(using: &numbers)?.host ?? ""
                    await Self.disturb(sandbox, host, kills: action == 6)
                    continue
                }
                let node = Int.random(in: 0...1, using: &numbers)
                unfinished.begin(step)
                group.addTask {
                    await Self.act(sandbox, action, node)
                    unfinished.end(step)
                }
                // What takes its time goes on beside the next step.
                for _ in 0..<40 where unfinished.contains(step) {
                    await sandbox.clock.advance(by: .seconds(30))
                    await Task.yield()
                }
            }
            sandbox.faults.removeAll()
            for node in sandbox.nodes.list { try? await sandbox.nodes.recover(node.host) }
            // Nothing holds a request up any more: each ends by itself, and one that does not is what this test is for.
            var turns = 0
            while !unfinished.isEmpty, turns < 2_000_000 {
                await Task.yield()
                turns += 1
            }
            if !unfinished.isEmpty {
                Issue.record("seed \(seed): requests hang; \(story.events)")
                await sandbox.stop()
            }
        }
        for node in 0...1 {
            let page = try? await ChainClient(sharing: sandbox).signIn(node: node)
            #expect(page?.json?["token"] != nil, "seed \(seed), node \(node): \(story.events)")
        }
        return sandbox.journal.entries.count { $0.fault != nil }
    }

    private static func disturb(_ sandbox: FinesseSandbox, _ host: String, kills: Bool) async {
        do {
            if kills { try await sandbox.nodes.kill(host) } else { try await sandbox.nodes.pause(host) }
        } catch {
            Issue.record("\(error)")
        }
    }

    /// One thing that a client does; how it ends is the fault's business.
    private static func act(_ sandbox: FinesseSandbox, _ action: Int, _ node: Int) async {
        let client = ChainClient(sharing: sandbox)
        let name = action % 2 == 0 ? "sjefferson" : "mwitwicky"
        let password = action % 2 == 0 ? "Ratchet-1984" : "Sector-7-Seymour"
        let page = try? await client.signIn(name, password: password, node: node)
        guard action > 1, let tokens = page?.json else { return }
        if action > 3 {
            _ = try? await client.post(
                sandbox.origins.nodes(.finesse)[node] + "/desktop/sso/token?cc_username=\(name)",
                form: FormFields(["token": tokens["token"] ?? "", "refresh-token": tokens["refresh_token"] ?? ""])
            )
        }
        let rest = RESTClient(sandbox: sandbox, authorization: "Bearer \(tokens["token"] ?? "")")
        _ = await rest.get("/finesse/api/User/\(name)")
        _ = await rest.put("/finesse/api/User/98411", "<User><state>READY</state></User>")
    }
}

/// The steps that have begun and not ended.
private final class Steps: Sendable {
    private let steps = Mutex<Set<Int>>([])

    var isEmpty: Bool { steps.withLock { $0.isEmpty } }

    func contains(_ step: Int) -> Bool { steps.withLock { $0.contains(step) } }

    func begin(_ step: Int) {
        steps.withLock { _ = $0.insert(step) }
    }

    func end(_ step: Int) {
        steps.withLock { _ = $0.remove(step) }
    }
}

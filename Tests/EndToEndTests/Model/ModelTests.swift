import FinesseSandbox
import Foundation
import Testing

/// `MODEL_SEED` repeats one seed, `MODEL_STEPS` makes the sequences longer.
@Suite("Agents and calls by the reference's tables", .timeLimit(.minutes(5)))
struct ModelTests {
    private static let steps = number("MODEL_STEPS") ?? (Torture.isOn ? 2000 : 500)
    private static let seeds =
        number("MODEL_SEED").map { [$0] } ?? Torture.seeds(ordinarily: 4, tortured: 10).map { Int($0) }

    private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

    @Test("what anybody does leads where the tables say, or nowhere", arguments: seeds, [false, true])
    func random(seed: Int, isExpress: Bool) async throws {
        let world = try await RESTWorld {
            $0.deployment = isExpress ? .uccx : .ucce
            // Between two steps, and so is that of the next agent's phone that rings then: none ends in the moment in which it
            // is answered.
            $0.contactCentre.ringTime = .milliseconds(15_370)
        }
        var floor = try await RandomFloor(world, seed: UInt64(seed))
        var made = 0
        while made < Self.steps {
            made += 1
            let faults = try await floor.step()
            guard faults.isEmpty else {
                Issue.record("Seed \(seed), step \(made): \(faults)\n\(floor.history.joined(separator: "\n"))")
                break
            }
        }
        let isRich = floor.acceptances > made / 5 && floor.refusals > made / 20
        #expect(made < Self.steps || isRich, "the sequence of seed \(seed) tries too little")
        await world.sandbox.stop()
    }
}

import Finesse
import FinesseSandbox
import Testing

@Suite("The REST API, as the client finds it in the sandbox", .timeLimit(.minutes(10)))
struct CoverageTests {
    @Test("is served", arguments: CoverageRow.all)
    func row(_ row: CoverageRow) async throws {
        let world = try await row.world()
        try await row.run(world)
        await world.sandbox.stop()
    }
}

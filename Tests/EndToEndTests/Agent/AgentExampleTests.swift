import Finesse
import FinesseSandbox
import FinesseTypes
import Testing

@Suite("FinesseAgent at the sandbox", .timeLimit(.minutes(2)))
struct AgentExampleTests {
    @Test("signs in, takes a simulated call and wraps it up, as the README shows it")
    func example() async throws {
        let world = try await RESTWorld()
        let desk = FinesseAgent("98411", client: world.client())
        try await desk.signIn(at: "98411")
        try await desk.ready()
        try await world.sandbox.bringCaller(variables: ["callVariable1": "order 4711"])
        let call = try await desk.answer()
        #expect(call.mediaProperties.callVariables.contains { $0.value == "order 4711" })
        try await desk.wrapUp("Sale")
        try await desk.drop()
        try await desk.notReady()
        let user = try await desk.signOut()
        #expect(user.state == .logout)
        await world.sandbox.stop()
    }

    @Test("says what the state allows before it asks")
    func refuses() async throws {
        let world = try await RESTWorld()
        let desk = FinesseAgent("98411", client: world.client())
        do throws(FinesseAgentError) {
            _ = try await desk.answer()
            Issue.record("nobody rang")
        } catch {
            guard case .notAllowed(let forbidden) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(forbidden.allowed == [.signIn])
        }
        #expect(world.sandbox.journal.entries(method: "PUT").isEmpty)
        await world.sandbox.stop()
    }
}

import Finesse
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Testing

@Suite("An agent's state, over a token", .timeLimit(.minutes(5)))
struct AgentStateTests {
    @Test("takes the documented way from LOGOUT and back", arguments: SandboxDeployment.allCases)
    func roundTrip(_ deployment: SandboxDeployment) async throws {
        var configuration = SandboxConfiguration()
        configuration.deployment = deployment
        try await SignInWorld.with(configuration) { world in
            let (client, id) = try await client(in: world)
            try await client.signIn(id, phoneExtension: "98411")
            _ = try await client.confirm(.signedIn, of: id, pause: .milliseconds(5))
            #expect(await world.sandbox.agentState(of: "sjefferson") == "NOT_READY")
            try await client.changeState(of: id, to: .ready)
            _ = try await client.confirm(.state(.ready), of: id, pause: .milliseconds(5))
            #expect(await world.sandbox.agentState(of: "sjefferson") == "READY")
            try await client.changeState(of: id, to: .notReady)
            _ = try await client.confirm(.state(.notReady), of: id, pause: .milliseconds(5))
            try await client.signOut(id)
            _ = try await client.confirm(.signedOut, of: id, pause: .milliseconds(5))
            #expect(await world.sandbox.agentState(of: "sjefferson") == "LOGOUT")
        }
    }

    @Test("does not change at 202 but when the server says so")
    func acceptedIsNotDone() async throws {
        let clock = SandboxClock.virtual(startingAt: SandboxClock.real().now)
        try await SignInWorld.with(clock: clock) { world in
            let (client, id) = try await client(in: world)
            try await client.signIn(id, phoneExtension: "98411")
            // The sandbox's clock stands still, and so does the change.
            do throws(FinesseError) {
                _ = try await client.confirm(
                    .signedIn,
                    of: id,
                    deadline: .milliseconds(50),
                    pause: .milliseconds(5)
                )
                Issue.record("the change was confirmed before it was there")
            } catch {
                #expect(error.label == "not-confirmed", "\(error)")
            }
            await clock.advance(by: .seconds(1))
            let user = try await client.confirm(.signedIn, of: id, pause: .milliseconds(5)).user
            #expect(user.state == .notReady)
        }
    }

    @Test("that cannot be reached is refused, in words that say what to do")
    func refused() async throws {
        try await SignInWorld.with { world in
            let (client, id) = try await client(in: world)
            do throws(FinesseError) {
                try await client.changeState(of: id, to: .ready)
                Issue.record("a signed-out agent became READY")
            } catch {
                #expect(error.label == "refused")
                #expect(error.description.contains(world.place(.finesse)))
                #expect(error.description.contains("changing the state of agent 98411 to READY"))
                #expect(!error.explanation.nextAction.isEmpty)
            }
        }
    }

    private func client(in world: SignInWorld) async throws -> (FinesseClient, LoginID) {
        let outcome = try await world.signIn()
        let signedIn = try #require(outcome.signedIn, "\(outcome.story)")
        return (signedIn.client(over: world.transport), signedIn.loginID)
    }
}

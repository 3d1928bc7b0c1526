import Finesse
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Testing
import WebAgent

@Suite("Signing an agent in", .timeLimit(.minutes(5)))
struct SignInTests {
    @Test("ends with a token, the loginId and a client that works")
    func fromNothingToSignedIn() async throws {
        try await SignInWorld.with { world in
            let agent = world.agent()
            let outcome = try await world.signOn().signIn(
                "sjefferson",
                credentials: world.credentials("sjefferson"),
                agent: agent
            )
            guard case .signedIn(let signedIn) = outcome else {
                Issue.record("\(outcome.explanation.map { "\($0)" } ?? outcome.label)")
                return
            }
            #expect(signedIn.loginID == "98411")
            #expect(signedIn.tokens?.identity.userID == "sjefferson")
            #expect(signedIn.tokens?.refreshToken != nil)
            let life = try #require(signedIn.tokens?.life)
            #expect(life > .seconds(200) && life <= .seconds(300))

            let client = signedIn.client(over: world.transport)
            try await client.signIn(signedIn.loginID, phoneExtension: "98411")
            _ = try await client.confirm(.signedIn, of: signedIn.loginID, pause: .milliseconds(5))
            try await client.changeState(of: signedIn.loginID, to: .ready)
            let ready = try await client.confirm(.state(.ready), of: signedIn.loginID, pause: .milliseconds(5))
            #expect(ready.user.state == .ready)
            try await client.changeState(of: signedIn.loginID, to: .notReady)
            _ = try await client.confirm(.state(.notReady), of: signedIn.loginID, pause: .milliseconds(5))
            try await client.signOut(signedIn.loginID)
            let out = try await client.confirm(.signedOut, of: signedIn.loginID, pause: .milliseconds(5))
            #expect(out.user.state == .logout)
            await agent.close()
        }
    }

    @Test("asks nobody while the session at the identity provider is alive")
    func silently() async throws {
        try await SignInWorld.with { world in
            let agent = world.agent()
            let first = try await world.signOn().signIn(
                "sjefferson",
                credentials: world.credentials("sjefferson"),
                agent: agent
            )
            #expect(first.label == "signed-in")
            let again = try await world.signOn().signIn("sjefferson", credentials: nil, agent: agent)
            #expect(again.label == "signed-in")

            await world.sandbox.endProviderSessions()
            let last = try await world.signOn().signIn("sjefferson", credentials: nil, agent: agent)
            guard case .stopped(let stop) = last else {
                Issue.record("\(last.label)")
                return
            }
            #expect(stop.kind == .loginForm)
            await agent.close()
        }
    }

    @Test("refreshes without a page, and keeps the old refresh token where none came")
    func refreshes() async throws {
        var configuration = SandboxConfiguration()
        configuration.desktop.refreshReturnsRefreshToken = false
        configuration.desktop.refreshInvalidatesOldPair = false
        try await SignInWorld.with(configuration) { world in
            let agent = world.agent()
            let outcome = try await world.signOn().signIn(
                "sjefferson",
                credentials: world.credentials("sjefferson"),
                agent: agent
            )
            guard case .signedIn(let signedIn) = outcome, let tokens = signedIn.tokens else {
                Issue.record("\(outcome.label)")
                return
            }
            let refreshed = try await world.signOn().refresh(tokens, of: "sjefferson", at: signedIn.origin)
            guard case .refreshed(let renewed) = refreshed else {
                Issue.record("\(refreshed)")
                return
            }
            #expect(renewed.accessToken != tokens.accessToken)
            #expect(renewed.refreshToken == tokens.refreshToken)
            await agent.close()
        }
    }
}

import Finesse
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Testing
import WebAgent

@Suite("Refreshing a token", .timeLimit(.minutes(5)))
struct RefreshTests {
    @Test("takes the new refresh token when one comes, and no page is asked for")
    func newRefreshToken() async throws {
        try await SignInWorld.with { world in
            let (agent, tokens) = try await signIn(world)
            world.sandbox.journal.removeAll()
            let outcome = try await world.signOn().refresh(tokens, of: "sjefferson", at: world.node)
            guard case .refreshed(let renewed) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(renewed.accessToken != tokens.accessToken)
            #expect(renewed.refreshToken != nil)
            #expect(renewed.refreshToken != tokens.refreshToken)
            #expect(world.sandbox.journal.entries.map(\.method) == ["POST"])
            #expect(Set(world.sandbox.journal.entries[0].formNames) == ["token", "refresh-token"])

            // The new token works and the new pair refreshes again.
            let user = try await signedIn(renewed, world).client(over: world.transport).user("98411")
            #expect(user.loginID == "98411")
            let third = try await world.signOn().refresh(renewed, of: "sjefferson", at: world.node)
            guard case .refreshed = third else {
                Issue.record("\(third)")
                return
            }
            await agent.close()
        }
    }

    @Test("sends the name in a cookie where the server reads it there")
    func cookieForm() async throws {
        var configuration = SandboxConfiguration()
        configuration.desktop.readsUserNameFromCookieOnly = true
        let options = SignInOptions(userNameForm: .cookie(domain: nil))
        try await SignInWorld.with(configuration) { world in
            let (agent, tokens) = try await signIn(world, options)
            let outcome = try await world.signOn(options).refresh(tokens, of: "sjefferson", at: world.node)
            guard case .refreshed = outcome else {
                Issue.record("\(outcome)")
                return
            }
            await agent.close()
        }
    }

    @Test(
        "that comes too late needs a sign-in, which is silent while the session lives",
        arguments: SandboxDesktopSettings.ExpiredRefreshAnswer.allCases
    )
    func tooLate(_ answer: SandboxDesktopSettings.ExpiredRefreshAnswer) async throws {
        var configuration = SandboxConfiguration()
        configuration.desktop.expiredRefreshAnswer = answer
        let clock = SandboxClock.real()
        try await SignInWorld.with(configuration, clock: clock) { world in
            let (agent, tokens) = try await signIn(world)
            await clock.advance(by: .seconds(7300))
            let outcome = try await world.signOn().refresh(tokens, of: "sjefferson", at: world.node)
            guard case .needsSignIn(let reason) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            switch (answer, reason) {
            case (.redirect, .redirect(302)), (.badRequest, .status(400, _)), (.unauthorized, .status(401, _)): break
            default: Issue.record("\(answer): \(reason)")
            }

            let server = try await world.signOn().discovery.server()
            let silent = try await world.signOn().tokenSignIn("sjefferson", credentials: nil, on: server, agent: agent)
            let renewed = try #require(silent.signedIn, "\(silent.story)")
            #expect(renewed.tokens?.accessToken != tokens.accessToken)
            #expect(world.sandbox.journal.entries(party: .identityProvider).last?.notes.contains("silent") == true)

            // Beyond the session at the identity provider a person is needed.
            await clock.advance(by: .seconds(9 * 3600))
            let last = try await world.signOn().tokenSignIn("sjefferson", credentials: nil, on: server, agent: agent)
            guard case .stopped(let stop) = last else {
                Issue.record("\(last.story)")
                return
            }
            #expect(stop.kind == .loginForm)
            await agent.close()
        }
    }

    @Test("is refused for the tokens of another user")
    func otherUser() async throws {
        try await SignInWorld.with { world in
            let (agent, tokens) = try await signIn(world)
            let outcome = try await world.signOn().refresh(tokens, of: "mwitwicky", at: world.node)
            guard case .needsSignIn(.status(401, _)) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            await agent.close()
        }
    }

    private func signIn(
        _ world: SignInWorld,
        _ options: SignInOptions = SignInOptions()
    ) async throws -> (WebAgent, TokenSet) {
        let agent = world.agent(options)
        let outcome = try await world.signOn(options).signIn(
            "sjefferson",
            credentials: world.credentials("sjefferson"),
            agent: agent
        )
        return (agent, try #require(outcome.signedIn?.tokens, "\(outcome.story)"))
    }

    private func signedIn(_ tokens: TokenSet, _ world: SignInWorld) -> SignedInAgent {
        SignedInAgent(
            origin: world.node,
            userName: "sjefferson",
            loginID: "98411",
            user: nil,
            proof: .tokens(tokens)
        )
    }
}

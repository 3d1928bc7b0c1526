import FinesseSSO
import FinesseSSOWebAgent
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import Testing
import WebAgent

@Suite("Whose session it is", .timeLimit(.minutes(5)))
struct SameUserTests {
    @Test(
        "refuses a token that another user's live session bought",
        arguments: ["sjefferson", "98411"] as [UserName]
    )
    func otherUsersSession(_ asked: UserName) async throws {
        var configuration = SandboxConfiguration()
        configuration.identityProvider.session = .otherUser("mwitwicky")
        try await SignInWorld.with(configuration) { world in
            let failure = try await world.failure(asked, account: "sjefferson")
            expectWhole(
                failure,
                label: "other-user",
                host: world.place(.finesse),
                step: "checking whose token it is",
                nextAction: "remove that session's cookies"
            )
            #expect(failure.message.contains("mwitwicky"))
        }
    }

    @Test("takes no supervisor for the agent whose id was asked for, though a supervisor may read that agent")
    func supervisorOfAnOldRelease() async throws {
        var configuration = SandboxConfiguration(release: .release116)
        configuration.identityProvider.session = .otherUser("mwitwicky")
        let options = SignInOptions(userNameForm: .cookie(domain: nil))
        try await SignInWorld.with(configuration) { world in
            let failure = try await world.failure("98411", account: "sjefferson", options: options)
            #expect(failure.label == "finesse-refused", "\(failure.message)")
            // The agent was read, and the name in the token told the two apart.
            #expect(world.sandbox.journal.entries(path: "/finesse/api/User/98411").map(\.status) == [200])
        }
    }

    @Test("refuses the token of whoever signed in before with the same jar")
    func sharedJar() async throws {
        try await SignInWorld.with { world in
            let agent = world.agent()
            let first = try await world.signOn().signIn(
                "mwitwicky",
                credentials: world.credentials("mwitwicky"),
                agent: agent
            )
            #expect(first.label == "signed-in", "\(first.story)")
            let second = try await world.signOn().signIn(
                "sjefferson",
                credentials: world.credentials("sjefferson"),
                agent: agent
            )
            #expect(second.label == "other-user", "\(second.story)")
            await agent.close()
        }
    }

    @Test("keeps jars apart: nobody rides on another's session")
    func jarsApart() async throws {
        try await SignInWorld.with { world in
            let one = world.agent()
            let first = try await world.signOn().signIn(
                "mwitwicky",
                credentials: world.credentials("mwitwicky"),
                agent: one
            )
            #expect(first.label == "signed-in", "\(first.story)")

            let other = world.agent()
            let silent = try await world.signOn().signIn("sjefferson", credentials: nil, agent: other)
            guard case .stopped(let stop) = silent else {
                Issue.record("\(silent.story)")
                return
            }
            #expect(stop.kind == .loginForm)
            #expect(stop.host == world.place(.identityProvider))
            let second = try await world.signOn().signIn(
                "sjefferson",
                credentials: world.credentials("sjefferson"),
                agent: other
            )
            #expect(second.signedIn?.loginID == "98411", "\(second.story)")

            // And the first one's session is as it was.
            let again = try await world.signOn().signIn("mwitwicky", credentials: nil, agent: one)
            #expect(again.signedIn?.loginID == "98412", "\(again.story)")
            await one.close()
            await other.close()
        }
    }
}

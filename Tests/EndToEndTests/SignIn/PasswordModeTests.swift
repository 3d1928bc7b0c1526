import Finesse
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Testing

@Suite("Signing in with a password", .timeLimit(.minutes(5)))
struct PasswordModeTests {
    @Test(
        "is what NON_SSO systems and users of hybrid systems get, without a page",
        arguments: [(SandboxAuthenticationMode.nonSSO, "sjefferson", "98411"), (.hybrid, "bwitwicky", "98413")]
    )
    func basic(_ mode: SandboxAuthenticationMode, _ name: String, _ id: String) async throws {
        var configuration = SandboxConfiguration()
        configuration.authenticationMode = mode
        try await SignInWorld.with(configuration) { world in
            let outcome = try await world.signIn(UserName(name))
            let signedIn = try #require(outcome.signedIn, "\(outcome.story)")
            #expect(signedIn.loginID == LoginID(id))
            #expect(signedIn.tokens == nil)
            let journal = world.sandbox.journal
            #expect(journal.entries(party: .identityProvider).isEmpty)
            #expect(journal.entries(path: "/desktop/sso/token").isEmpty)
            #expect(journal.entries.contains { $0.authorizationScheme == "Basic" })

            let client = signedIn.client(over: world.transport)
            try await client.signIn(signedIn.loginID, phoneExtension: id)
            let agent = try await client.confirm(.signedIn, of: signedIn.loginID, pause: .milliseconds(5))
            #expect(agent.user.state.isSignedIn)
        }
    }

    @Test("asks the server for the mode of a user in hybrid systems only")
    func modes() async throws {
        for mode in SandboxAuthenticationMode.allCases {
            var configuration = SandboxConfiguration()
            configuration.authenticationMode = mode
            try await SignInWorld.with(configuration) { world in
                _ = try await world.signIn()
                let asked = world.sandbox.journal.entries.contains { $0.path.contains("UserAuthMode") }
                #expect(asked == (mode == .hybrid), "\(mode)")
            }
        }
    }

    @Test("sends a wrong password once")
    func wrongPassword() async throws {
        var configuration = SandboxConfiguration()
        configuration.authenticationMode = .nonSSO
        try await SignInWorld.with(configuration) { world in
            let failure = try await world.failure(password: "Not-The-Password-1")
            expectWhole(
                failure,
                label: "finesse-refused",
                host: world.place(.finesse),
                step: "looking up",
                nextAction: "password"
            )
            let sent = world.sandbox.journal.entries.filter { $0.authorizationScheme == "Basic" }
            #expect(sent.count == 1)
        }
    }
}

import Finesse
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Testing

@Suite("Single sign-on, system by system", .timeLimit(.minutes(5)))
struct VariantTests {
    @Test("ends with a token whose user has one id, and no rule of cookies is broken", arguments: SignInVariant.all)
    func signsIn(_ variant: SignInVariant) async throws {
        try await SignInWorld.with(variant.configuration) { world in
            let outcome = try await world.signIn(
                variant.user,
                account: "sjefferson",
                typed: variant.typed,
                options: variant.options
            )
            let signedIn = try #require(outcome.signedIn, "\(outcome.story)")
            #expect(signedIn.loginID == variant.loginID)
            #expect(signedIn.tokens?.identity.userID == variant.userID)
            #expect(signedIn.tokens?.refreshToken != nil)
            #expect(world.sandbox.journal.refusals == variant.refusals)

            // The token opens the interface that it is for.
            let client = signedIn.client(over: world.transport)
            let user = try await client.user(signedIn.loginID)
            #expect(user.loginID == signedIn.loginID)
        }
    }

    @Test("asks UCCX for no user, since the name is the id")
    func uccxLooksNobodyUp() async throws {
        var configuration = SandboxConfiguration()
        configuration.deployment = .uccx
        try await SignInWorld.with(configuration) { world in
            let outcome = try await world.signIn()
            #expect(outcome.signedIn?.user == nil, "\(outcome.story)")
            let lookups = world.sandbox.journal.entries(party: .finesse, method: "GET")
                .filter { $0.path.contains("/api/User/") }
            #expect(lookups.isEmpty)
        }
    }

    @Test("sends the AuthnRequest as the system wants it")
    func bindings() async throws {
        for binding in SandboxIdentityServiceSettings.RequestBinding.allCases {
            var configuration = SandboxConfiguration()
            configuration.identityService.requestBinding = binding
            try await SignInWorld.with(configuration) { world in
                _ = try await world.signIn()
                let first = world.sandbox.journal.entries(party: .identityProvider).first
                #expect(first?.method == (binding == .post ? "POST" : "GET"))
                #expect((first?.formNames.contains("SAMLRequest") ?? false) == (binding == .post))
            }
        }
    }

    @Test("names nobody in the query where the server reads the cookie only")
    func cookieOnly() async throws {
        var configuration = SandboxConfiguration()
        configuration.desktop.readsUserNameFromCookieOnly = true
        try await SignInWorld.with(configuration) { world in
            let options = SignInOptions(userNameForm: .cookie(domain: nil))
            let outcome = try await world.signIn(options: options)
            #expect(outcome.signedIn != nil, "\(outcome.story)")
            let first = world.sandbox.journal.entries(path: "/desktop/sso/token").first
            #expect(first?.queryNames.contains("cc_username") == false)
            #expect(first?.cookieNames.contains("cc_username") == true)

            // The same server and the query alone: the server does not see the name.
            let failure = try await world.failure()
            #expect(failure.label == "token-refused")
            #expect(failure.message.contains("cc_username"))
        }
    }
}

import Finesse
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Testing
import WebAgent

@Suite("Pages of other makes", .timeLimit(.minutes(5)))
struct SkinTests {
    private static let secret = "GEZDGNBVGY3TQOJQ"

    private func configuration(_ row: SkinRow) -> SandboxConfiguration {
        var configuration = SandboxConfiguration()
        configuration.identityProvider.skin = row.skin
        configuration.identityProvider.language = row.language
        configuration.users[1].hasExpiredPassword = true
        return configuration
    }

    @Test(
        "let a user in, and tell a wrong password, a locked account and an expired password apart",
        arguments: SkinRow.all
    )
    func passwords(_ row: SkinRow) async throws {
        try await SignInWorld.with(configuration(row), pages: .threads) { world in
            let journal = world.sandbox.journal
            let outcome = try await world.signIn(typed: "sjefferson@finesse.com")
            #expect(outcome.signedIn != nil, "\(outcome.story)")
            #expect(journal.entries(party: .identityProvider, method: "POST").count == row.posts)
            #expect(journal.refusals.isEmpty)

            let wrong = try await world.signIn(typed: "sjefferson@finesse.com", password: "Wrong-1").refusal
            #expect(wrong?.reason == .credentials)
            #expect(wrong?.message == row.wrong)
            let locked = try await world.signIn("llennox", typed: "llennox@finesse.com").refusal
            #expect(locked?.reason == row.lockedReason)
            #expect(locked?.message == row.locked)
            let expired = try await world.signIn("mwitwicky", typed: "mwitwicky@finesse.com").refusal
            #expect(expired?.reason == .passwordExpired)
            #expect(journal.refusals == [.wrongPassword, .accountLocked, .passwordExpired])
        }
    }

    @Test(
        "ask for a one-time code, consent and staying signed in, each in its own way",
        arguments: [.adfs2016, .adfs2019, .keycloak, .okta, .entra, .ping, .shibboleth, .negotiate]
            as [SandboxIdentityProviderSettings.Skin]
    )
    func further(_ skin: SandboxIdentityProviderSettings.Skin) async throws {
        var configuration = SandboxConfiguration()
        configuration.identityProvider.skin = skin
        configuration.identityProvider.asksForConsent = true
        configuration.identityProvider.asksToStaySignedIn = true
        configuration.identityProvider.oneTimeCode = Self.secret
        let codes = OneTimeCodes(try TOTP(parsing: Self.secret))
        let options = SignInOptions(acceptsConsent: true, answers: PageAnswers(oneTimeCodes: codes))
        try await SignInWorld.with(configuration, pages: .threads) { world in
            let refusal = try await world.signIn(
                typed: "sjefferson@finesse.com",
                options: SignInOptions(answers: PageAnswers(oneTimeCodes: OneTimeCodes { _ in OneTimeCode("000000") }))
            ).refusal
            #expect(refusal?.reason == .oneTimeCode)
            let outcome = try await world.signIn(typed: "sjefferson@finesse.com", options: options)
            #expect(outcome.signedIn != nil, "\(outcome.story)")
            #expect(world.sandbox.journal.refusals == [.wrongCode])
        }
    }

    @Test("say what stands in the way and what to do, and get no password", arguments: WallRow.all)
    func walls(_ row: WallRow) async throws {
        var configuration = SandboxConfiguration()
        configuration.identityProvider.skin = row.skin
        configuration.failures = row.failures
        try await SignInWorld.with(configuration, pages: .threads) { world in
            let failure = try await world.failure(typed: "sjefferson@finesse.com")
            #expect(failure.label == row.label)
            // What a script engine says behind that is its own.
            let problem = failure.explanation.problem
            #expect(row.skin == .unsupported ? problem.hasPrefix(row.problem) : problem == row.problem)
            #expect(
                failure.explanation.nextAction
                    == row.nextAction.replacing("{origin}", with: "https://\(world.place(.identityProvider))")
            )
            #expect(world.sandbox.journal.entries(party: .identityProvider, method: "POST").isEmpty)
        }
    }

    @Test("ask where an account belongs, and take the realm that is configured")
    func realms() async throws {
        var configuration = SandboxConfiguration()
        configuration.identityProvider.skin = .adfs2016
        configuration.identityProvider.homeRealms = ["Active Directory", "Partner's \"AD\""]
        try await SignInWorld.with(configuration, pages: .threads) { world in
            guard case .stopped(let stop) = try await world.signIn(typed: "sjefferson@finesse.com") else {
                Issue.record("not stopped")
                return
            }
            #expect(stop.kind == .choice(["Active Directory", "Partner's \"AD\""]))
            for realm in configuration.identityProvider.homeRealms {
                let options = SignInOptions(answers: PageAnswers(realm: realm))
                let outcome = try await world.signIn(typed: "sjefferson@finesse.com", options: options)
                #expect(outcome.signedIn != nil, "\(outcome.story)")
            }
        }
    }

    @Test("take the language of the browser where none is set")
    func language() async throws {
        var configuration = SandboxConfiguration()
        configuration.identityProvider.skin = .adfs2019
        try await SignInWorld.with(configuration, pages: .threads) { world in
            for (wishes, title) in [
                (["de-DE", "en"], "Anmelden"), (["fr", "ja", "en"], "サインイン"), (["fr"], "Sign in"),
            ] {
                let agent = world.agent { $0.languages = wishes }
                let outcome = try await world.signOn().signIn("sjefferson", credentials: nil, agent: agent)
                await agent.close()
                guard case .stopped(let page) = outcome else {
                    Issue.record("not stopped")
                    return
                }
                #expect(page.title == title)
            }
        }
    }
}

/// A page that stands in the way.
struct WallRow: Sendable, CustomTestStringConvertible {
    var skin: SandboxIdentityProviderSettings.Skin
    var failures: Set<SandboxFailure> = []
    var label: String
    var problem: String
    var nextAction: String

    var testDescription: String { skin.rawValue }

    static let all = [
        WallRow(
            skin: .captcha,
            label: "stopped/ruled",
            problem:
                "the rule \"a CAPTCHA\" stops here: The page asks for proof that a person is there (a CAPTCHA), which nobody"
                + " can give here: have this client or this network exempted from it, or sign in with an installed browser."
                + " (title \"Sign in\"; it asks for user name, password, g-recaptcha-response)",
            nextAction: "Do what it says, or change the rule."
        ),
        WallRow(
            skin: .unsupported,
            label: "stopped/scriptOnly",
            problem:
                "the page shows nothing that can be filled in: its scripts need a fuller browser (title \"One moment\";"
                + " a script needs element.getContext, which is not here;",
            nextAction: "Use an identity provider page with plain forms, or sign in with an installed browser."
        ),
        WallRow(
            skin: .negotiate,
            failures: [.providerNegotiate],
            label: "stopped/integratedSignIn",
            problem: "the identity provider wants the operating system's sign-in (Negotiate) in place of a form"
                + " (title \"Error\"; it says \"Integrated Windows authentication is needed.\")",
            nextAction:
                "With a Kerberos ticket (kinit) allow {origin} to see it; otherwise have forms authentication switched on"
                + " for this client at the identity provider, for instance by taking its user agent out of the list of those"
                + " that support integrated authentication."
        ),
    ]
}

extension SignInOutcome {
    /// The identity provider's no.
    var refusal: SignInRefusal? {
        guard case .refused(let refusal) = self else { return nil }
        return refusal
    }
}

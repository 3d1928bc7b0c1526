import FinesseSSO
import FinesseSandbox
import Testing

@Suite("Sign-in through pages after the password", .timeLimit(.minutes(5)))
struct FurtherPageTests {
    private static let secret = "GEZDGNBVGY3TQOJQ"

    private func configuration(_ change: (inout SandboxIdentityProviderSettings) -> Void) -> SandboxConfiguration {
        var configuration = SandboxConfiguration()
        change(&configuration.identityProvider)
        return configuration
    }

    private func generated() throws -> OneTimeCodes { OneTimeCodes(try TOTP(parsing: Self.secret)) }

    @Test("answers a one-time code, consent and staying signed in, in order, and then needs no person")
    func all() async throws {
        let configuration = configuration {
            $0.oneTimeCode = Self.secret
            $0.asksForConsent = true
            $0.asksToStaySignedIn = true
        }
        let options = SignInOptions(acceptsConsent: true, answers: PageAnswers(oneTimeCodes: try generated()))
        try await SignInWorld.with(configuration) { world in
            let outcome = try await world.signIn(options: options)
            #expect(outcome.signedIn != nil, "\(outcome.story)")
            #expect(world.sandbox.journal.refusals.isEmpty)
        }
    }

    @Test("stops on each of them where it may not answer")
    func stops() async throws {
        try await SignInWorld.with(configuration { $0.oneTimeCode = Self.secret }) { world in
            guard case .stopped(let stop) = try await world.signIn() else {
                Issue.record("not stopped")
                return
            }
            #expect(stop.kind == .oneTimeCode && stop.host == world.place(.identityProvider))
        }
        try await SignInWorld.with(configuration { $0.asksForConsent = true }) { world in
            guard case .stopped(let stop) = try await world.signIn() else {
                Issue.record("not stopped")
                return
            }
            #expect(stop.kind == .consent)
        }
    }

    @Test("tells a wrong code from a wrong password, and sends it once")
    func wrongCode() async throws {
        let codes = OneTimeCodes { _ in OneTimeCode("000000") }
        let options = SignInOptions(answers: PageAnswers(oneTimeCodes: codes))
        try await SignInWorld.with(configuration { $0.oneTimeCode = Self.secret }) { world in
            guard case .refused(let refusal) = try await world.signIn(options: options) else {
                Issue.record("not refused")
                return
            }
            #expect(refusal.reason == .oneTimeCode)
            #expect(refusal.message == "The code is wrong. Enter the one that is shown now.")
            #expect(world.sandbox.journal.refusals == [.wrongCode])
        }
    }

    @Test("tells a password that has expired from a wrong one, and leaves its page alone")
    func expired() async throws {
        var configuration = SandboxConfiguration()
        configuration.users[0].hasExpiredPassword = true
        try await SignInWorld.with(configuration) { world in
            guard case .refused(let refusal) = try await world.signIn() else {
                Issue.record("not refused")
                return
            }
            #expect(refusal.reason == .passwordExpired)
            #expect(world.sandbox.journal.refusals == [.passwordExpired])
        }
    }
}

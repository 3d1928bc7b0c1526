import FinesseSSO
import FinesseSandbox
import Testing

@Suite("A jar that ignores one rule of cookies, RFC 6265bis", .timeLimit(.minutes(5)))
struct CookieRuleTests {
    @Test("cannot sign in, and the sandbox names that rule and no other", arguments: BrokenCookieRule.allCases)
    func breaking(_ broken: BrokenCookieRule) async throws {
        try await SignInWorld.with(broken.configuration) { world in
            let transport = CookieBreakingTransport(world.transport, breaking: broken)
            let failure = try await world.over(transport).failure()
            #expect(world.sandbox.journal.refusals == [.cookie(broken.rule)], "\(failure.message)")
            #expect(failure.message.contains("Cookie rule broken: \(broken.rule.rawValue)"))
        }
    }

    @Test("signs in once it keeps the rule too", arguments: BrokenCookieRule.allCases)
    func keeping(_ broken: BrokenCookieRule) async throws {
        try await SignInWorld.with(broken.configuration) { world in
            let outcome = try await world.signIn()
            #expect(outcome.label == "signed-in", "\(outcome.story)")
            #expect(world.sandbox.journal.refusals.isEmpty)
        }
    }

    @Test("covers every rule that the sandbox knows")
    func complete() {
        #expect(Set(BrokenCookieRule.allCases.map(\.rule)) == Set(CookieRule.allCases))
    }
}

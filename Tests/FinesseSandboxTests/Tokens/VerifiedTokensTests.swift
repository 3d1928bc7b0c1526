import Testing

@testable import FinesseSandbox

@Suite("Access tokens that were checked are remembered")
struct VerifiedTokensTests {
    private let claims = VerifiedTokens.Claims(
        identity: SandboxIdentity(userID: "sjefferson", principal: "sjefferson@xyz.com"),
        expires: 1000
    )

    @Test("a token is checked once, and what was found is told again")
    func once() {
        let verified = VerifiedTokens()
        var checks = 0
        for _ in 0..<3 {
            let found = verified.claims(of: "a") {
                checks += 1
                return claims
            }
            #expect(found?.identity == claims.identity)
            #expect(found?.expires == 1000)
        }
        #expect(checks == 1)
    }

    @Test("a token that is refused is checked each time, and says nothing about another")
    func refused() {
        let verified = VerifiedTokens()
        _ = verified.claims(of: "a") { claims }
        var checks = 0
        for _ in 0..<2 {
            let found = verified.claims(of: "b") {
                checks += 1
                return nil
            }
            #expect(found == nil)
        }
        #expect(checks == 2)
    }

    @Test("the oldest are forgotten when there are too many")
    func bounded() {
        let verified = VerifiedTokens(limit: 2)
        for name in ["a", "b", "c", "d", "e"] { _ = verified.claims(of: name) { claims } }
        #expect(verified.claims(of: "a") { nil } == nil)
        #expect(verified.claims(of: "d") { nil } != nil)
        #expect(verified.claims(of: "e") { nil } != nil)
    }
}

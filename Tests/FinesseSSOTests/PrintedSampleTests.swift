import FinesseSSO
import FinesseTypes
import Testing

@Suite(
    "The printed samples of Client Integration",
    .enabled(if: PrintedSamples.samples != nil, "Client Integration is absent")
)
struct PrintedSampleTests {
    private func sample(_ number: Int) throws -> TokenAnswer {
        let samples = try #require(PrintedSamples.samples)
        #expect(samples.count == 2)
        return try TokenAnswer(reading: Array(samples[number].utf8))
    }

    @Test("give tokens, life and user once their lines are joined")
    func answers() throws {
        let first = try sample(0)
        let second = try sample(1)
        #expect(first.refreshToken != nil && second.refreshToken == nil)
        for answer in [first, second] {
            #expect(answer.life == .seconds(300))
            #expect(
                answer.identity
                    == TokenIdentity(
                        userID: "sjefferson",
                        realm: "finesse.com",
                        principal: "sjefferson@finesse.com"
                    )
            )
        }
        #expect(first.accessToken != second.accessToken)
    }

    @Test("are refused as they are printed, since the reader is strict")
    func strict() throws {
        let wrapped = try #require(PrintedSamples.wrappedSample)
        #expect(throws: TokenAnswerError.notJSON) { try TokenAnswer(reading: Array(wrapped.utf8)) }
    }

    @Test("have the documented anatomy")
    func anatomy() throws {
        let first = try sample(0)
        guard case .signed(let header, let claims) = TokenAnatomy(of: first.accessToken) else {
            Issue.record("not read")
            return
        }
        #expect(header.algorithm == "RS256" && header.contentType == "JWT" && header.keyID == nil)
        #expect(claims.issuer == "ids.autobot.cvp" && claims.expiration == 1_671_713_561)
        #expect(claims.issuedAt == 1_671_713_261 && claims.life == first.life)
        let subject = try #require(claims.subject)
        #expect(subject.scope == ["ccc_onprem_apps"] && subject.usage == "access" && subject.version == "1.0")
        #expect(subject.expiryMilliseconds == 1_671_713_561_747 && subject.tokenID == claims.id)
        #expect(subject.userID == first.identity.userID && subject.principal == first.identity.principal)
        #expect(subject.identityServiceID == claims.issuer && subject.realm == first.identity.realm)
    }

    @Test("pair the access token with its refresh token, and the refreshed one with another")
    func pairing() throws {
        let first = try sample(0)
        let refresh = TokenAnatomy(of: try #require(first.refreshToken))
        #expect(TokenAnatomy.isPair(access: TokenAnatomy(of: first.accessToken), refresh: refresh) == true)
        #expect(TokenAnatomy.isPair(access: TokenAnatomy(of: try sample(1).accessToken), refresh: refresh) == false)
        #expect(refresh.claims?.life == .seconds(7200) && refresh.claims?.subject?.usage == "refresh")
        #expect(refresh.claims?.subject?.userID == nil && refresh.claims?.subject?.scope == [])
    }
}

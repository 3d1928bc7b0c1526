import FinesseSandbox
import Testing

/// Client Integration shows one pair of tokens and one refreshed access token; their payloads are compared as text.
@Suite("Tokens, as the samples of the client integration page decode")
struct TokenAnatomyTests {
    private static let issued = SandboxInstant(milliseconds: 1_671_713_261_747)
    private static let clientID = "bedbc55ee864b99c8f540886b23ae37c5189407e"

    @Test("an access token's payload is Client Integration's, byte by byte")
    func access() throws {
        let claims = TokenClaims(
            issuer: "ids.autobot.cvp",
            clientID: Self.clientID,
            id: "d1b201c37bda66949f36c59933682e18385401ee",
            usage: .access,
            refreshID: "e14d423ca523fd934dd78406c526f6c2b52b1dc0",
            userID: "sjefferson",
            realm: "finesse.com",
            principal: "sjefferson@finesse.com",
            issued: Self.issued,
            expires: Self.issued.advanced(by: .seconds(300))
        )
        let expected =
            "eyJpc3MiOiJpZHMuYXV0b2JvdC5jdnAiLCJzdWIiOiJ7XCJzY29wZVwiOltcImNjY19vbnByZW1fYXBwc1wiXSxcInJ0XCI6XCJlMTRkNDIz"
            + "Y2E1MjNmZDkzNGRkNzg0MDZjNTI2ZjZjMmI1MmIxZGMwXCIsXCJ1c2VyX2lkXCI6XCJzamVmZmVyc29uXCIsXCJyZWFsbVwiOlwiZmluZXNz"
            + "ZS5jb21cIixcInVwblwiOlwic2plZmZlcnNvbkBmaW5lc3NlLmNvbVwiLFwiaWRzX2lkXCI6XCJpZHMuYXV0b2JvdC5jdnBcIixcImNsaWVu"
            + "dF9pZFwiOlwiYmVkYmM1NWVlODY0Yjk5YzhmNTQwODg2YjIzYWUzN2M1MTg5NDA3ZVwiLFwidG9rZW5cIjpcImQxYjIwMWMzN2JkYTY2OTQ5"
            + "ZjM2YzU5OTMzNjgyZTE4Mzg1NDAxZWVcIixcImV4cGlyeVwiOjE2NzE3MTM1NjE3NDcsXCJ1c2FnZVwiOlwiYWNjZXNzXCIsXCJ2ZXJcIjpc"
            + "IjEuMFwifSIsImV4cCI6MTY3MTcxMzU2MSwiaWF0IjoxNjcxNzEzMjYxLCJqdGkiOiJkMWIyMDFjMzdiZGE2Njk0OWYzNmM1OTkzMzY4MmUx"
            + "ODM4NTQwMWVlIn0"
        #expect(TextEncodings.base64URL(Array(claims.payload.utf8)) == expected)
    }

    @Test("a refresh token's payload is Client Integration's, byte by byte")
    func refresh() throws {
        let claims = TokenClaims(
            issuer: "ids.autobot.cvp",
            clientID: Self.clientID,
            id: "e14d423ca523fd934dd78406c526f6c2b52b1dc0",
            usage: .refresh,
            issued: Self.issued,
            expires: Self.issued.advanced(by: .seconds(7200))
        )
        let expected =
            "eyJpc3MiOiJpZHMuYXV0b2JvdC5jdnAiLCJzdWIiOiJ7XCJpZHNfaWRcIjpcImlkcy5hdXRvYm90LmN2cFwiLFwiY2xpZW50X2lkXCI6XCJi"
            + "ZWRiYzU1ZWU4NjRiOTljOGY1NDA4ODZiMjNhZTM3YzUxODk0MDdlXCIsXCJ0b2tlblwiOlwiZTE0ZDQyM2NhNTIzZmQ5MzRkZDc4NDA2YzUy"
            + "NmY2YzJiNTJiMWRjMFwiLFwiZXhwaXJ5XCI6MTY3MTcyMDQ2MTc0NyxcInVzYWdlXCI6XCJyZWZyZXNoXCIsXCJ2ZXJcIjpcIjEuMFwifSIs"
            + "ImV4cCI6MTY3MTcyMDQ2MSwiaWF0IjoxNjcxNzEzMjYxLCJqdGkiOiJlMTRkNDIzY2E1MjNmZDkzNGRkNzg0MDZjNTI2ZjZjMmI1MmIxZGMw"
            + "In0"
        #expect(TextEncodings.base64URL(Array(claims.payload.utf8)) == expected)
    }

    @Test("the header is Client Integration's")
    func header() {
        #expect(TextEncodings.base64URL(Array(TokenClaims.header.utf8)) == "eyJjdHkiOiJKV1QiLCJhbGciOiJSUzI1NiJ9")
    }

    @Test("the answer's members have Client Integration's order, and a pair's ids belong together")
    func answer() async throws {
        let client = try await ChainClient()
        let answer = try #require(try await client.signIn().json)
        #expect(
            answer.names == ["token", "refresh_token", "expires_in", "user_id", "realm", "user_principal"]
        )
        #expect(answer["expires_in"] == "300")
        #expect(answer["user_id"] == "sjefferson")
        #expect(answer["realm"] == "finesse.com")
        #expect(answer["user_principal"] == "sjefferson@finesse.com")
        let access = try #require(answer["token"]?.split(separator: "."))
        let refresh = try #require(answer["refresh_token"]?.split(separator: "."))
        #expect(access.count == 3)
        let payloads = try [access, refresh].map { try #require(TextEncodings.base64URLDecode($0[1])) }
            .map { String(decoding: $0, as: UTF8.self) }
        let id = try #require(payloads[1].split(separator: "\"jti\":\"").last?.prefix(40))
        #expect(payloads[0].contains(#"\"rt\":\"\#(id)\""#))
        #expect(payloads[0].contains(#""iat":\#(client.sandbox.clock.now.seconds)"#))
        #expect(try #require(TextEncodings.base64URLDecode(access[2])).count == 256)
    }
}

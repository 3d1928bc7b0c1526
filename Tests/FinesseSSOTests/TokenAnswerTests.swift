import FinesseSSO
import FinesseTypes
import Testing

@Suite("Token answer")
struct TokenAnswerTests {
    private func read(_ text: String) throws(TokenAnswerError) -> TokenAnswer {
        try TokenAnswer(reading: Array(text.utf8))
    }

    @Test("gives every member")
    func all() throws {
        let answer = try read(tokenJSON())
        #expect(answer.accessToken == AccessToken("at-1") && answer.refreshToken == RefreshToken("rt-1"))
        #expect(answer.life == .seconds(300) && answer.identity.userID == "sjefferson")
        #expect(answer.identity.realm == "example.com" && answer.identity.principal == "sjefferson@example.com")
    }

    @Test(
        "needs token and life alone",
        arguments: [
            #"{"token":"a","expires_in":1}"#, #"{"token":"a","expires_in":1,"user_id":null,"refresh_token":""}"#,
            "\n {\"expires_in\" : 1 , \"token\":\"a\" , \"new\":[{}] }\n",
        ]
    )
    func minimal(text: String) throws {
        let answer = try read(text)
        #expect(answer.refreshToken == nil && answer.identity == TokenIdentity(userID: nil))
    }

    @Test(
        "is refused with the reason",
        arguments: [
            ("", TokenAnswerError.empty), (" \r\n\t", .empty), ("<html><body>sign in</body></html>", .html),
            ("\n<!DOCTYPE html>", .html), (#"{"token":"abc"#, .truncated),
            (#"{"token":"abc","expires_in":300"#, .truncated),
            (#"{"token":"a\""#, .truncated), ("{token:1}", .notJSON), ("hello", .notJSON),
            (#"{"token":"a","expires_in":1} x"#, .notJSON), ("{\"token\":\"a\nb\",\"expires_in\":1}", .notJSON),
            (#"["token"]"#, .notAnObject(found: "an array")), (#""token""#, .notAnObject(found: "a string")),
            (#"{"expires_in":300}"#, .missing(member: "token")),
            (#"{"token":"","expires_in":3}"#, .missing(member: "token")),
            (#"{"token":null,"expires_in":3}"#, .missing(member: "token")),
            (#"{"token":"a"}"#, .missing(member: "expires_in")),
            (#"{"token":7,"expires_in":3}"#, .wrongType(member: "token", expected: "a string", found: "a number")),
            (
                #"{"token":"a","expires_in":"300"}"#,
                .wrongType(member: "expires_in", expected: "a whole number", found: "a string")
            ),
            (
                #"{"token":"a","expires_in":1.5}"#,
                .wrongType(member: "expires_in", expected: "a whole number", found: "a number")
            ),
            (
                #"{"token":"a","expires_in":true}"#,
                .wrongType(member: "expires_in", expected: "a whole number", found: "a boolean")
            ),
            (
                #"{"token":"a","expires_in":3,"refresh_token":{}}"#,
                .wrongType(member: "refresh_token", expected: "a string", found: "an object")
            ),
            (
                #"{"token":"a","expires_in":3,"user_id":98411}"#,
                .wrongType(member: "user_id", expected: "a string", found: "a number")
            ),
            (#"{"token":"a","expires_in":0}"#, .lifeOutOfRange), (#"{"token":"a","expires_in":-5}"#, .lifeOutOfRange),
            (#"{"token":"a","expires_in":99999999999}"#, .lifeOutOfRange),
            (#"{"token":"a b","expires_in":3}"#, .unusableToken(member: "token")),
            (#"{"token":"a\r\nX: y","expires_in":3}"#, .unusableToken(member: "token")),
            (#"{"token":"a","refresh_token":"é","expires_in":3}"#, .unusableToken(member: "refresh_token")),
        ]
    )
    func refused(text: String, error: TokenAnswerError) {
        #expect(throws: error) { try read(text) }
        #expect(!"\(error)".isEmpty && !error.label.isEmpty)
    }

    @Test("is refused for bytes that are no UTF-8")
    func bytes() {
        #expect(throws: TokenAnswerError.notJSON) {
            try TokenAnswer(reading: Array(#"{"token":""#.utf8) + [0xFF] + Array(#"","expires_in":1}"#.utf8))
        }
    }

    @Test("hides its tokens when printed")
    func hides() throws {
        let secret = "very-secret-access-token"
        var dumped = ""
        dump(try read("{\"token\":\"\(secret)\",\"refresh_token\":\"\(secret)\",\"expires_in\":1}"), to: &dumped)
        #expect(!dumped.contains(secret) && dumped.contains("<redacted>"))
    }
}

@Suite("Token anatomy")
struct TokenAnatomyTests {
    @Test("reads the JSON inside sub")
    func reads() throws {
        let claims = try #require(TokenAnatomy(of: AccessToken(MadeToken.access())).claims)
        #expect(claims.subject?.userID == "ablake" && claims.subject?.expiryMilliseconds == 2_000_000_300_747)
        #expect(claims.life == .seconds(300))
    }

    @Test("pairs by rt and jti")
    func pairs() {
        let access = TokenAnatomy(of: AccessToken(MadeToken.access()))
        #expect(
            TokenAnatomy.isPair(access: access, refresh: TokenAnatomy(of: RefreshToken(MadeToken.refresh()))) == true
        )
        let other = TokenAnatomy(of: RefreshToken(MadeToken.refresh(id: "dd44")))
        #expect(TokenAnatomy.isPair(access: access, refresh: other) == false)
        #expect(TokenAnatomy.isPair(access: .opaque, refresh: other) == nil)
    }

    @Test(
        "takes what it cannot read as opaque",
        arguments: ["", "abc", "a.b", "..", "a.b.c", "e30.!!.x", "e30.W10.x", "a.b.c.d"]
    )
    func opaque(text: String) {
        #expect(TokenAnatomy(of: AccessToken(text)) == .opaque)
    }

    @Test("sees an encrypted token by its five parts")
    func encrypted() {
        let header = MadeToken.base64url(#"{"alg":"dir","enc":"A128GCM"}"#)
        guard case .encrypted(let read?) = TokenAnatomy(of: AccessToken("\(header).a.b.c.d")) else {
            Issue.record("not seen")
            return
        }
        #expect(read.algorithm == "dir")
        #expect(TokenAnatomy(of: AccessToken("x.a.b.c.d")) == .encrypted(nil))
    }

    @Test("reads on when sub is no JSON")
    func plainSubject() {
        let token = MadeToken.token("somebody", exp: 20, iat: 30, id: "x")
        let claims = TokenAnatomy(of: AccessToken(token)).claims
        #expect(claims?.id == "x" && claims?.subject == nil && claims?.life == nil)
    }
}

@Suite("Token lifecycle")
struct TokenLifecycleTests {
    @Test(
        "goes by the time since the token came",
        arguments: [
            (0, TokenLifecycle.Phase.fresh), (224_999, .fresh), (225_000, .refreshDue), (299_999, .refreshDue),
            (300_000, .expired), (86_400_000, .expired), (-1, .refreshDue),
        ] as [(Int64, TokenLifecycle.Phase)]
    )
    func phases(age: Int64, phase: TokenLifecycle.Phase) {
        let lifecycle = TokenLifecycle(tokens())
        #expect(lifecycle.phase(at: WallTime(milliseconds: noon.milliseconds + age)) == phase)
    }

    @Test("never traps on times beyond all reason")
    func extremes() {
        let lifecycle = TokenLifecycle(tokens(receivedAt: WallTime(milliseconds: .min)))
        #expect(lifecycle.phase(at: WallTime(milliseconds: .max)) == .expired)
        let future = TokenLifecycle(tokens(receivedAt: WallTime(milliseconds: .max)))
        #expect(future.phase(at: WallTime(milliseconds: .min)) == .refreshDue)
    }
}

import FinesseSSO
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing

@Suite("Token requests")
struct TokenEndpointTests {
    @Test("start at the token's address with the user and both wishes")
    func start() {
        let endpoint = TokenEndpoint(origin: node, user: "s jefferson@x")
        #expect(
            endpoint.signInURL == "https://finesse1.example.com:8445/desktop/sso/token?"
                + "cc_username=s%20jefferson%40x&return_user=yes&return_refresh_token=true"
        )
        #expect(endpoint.signInCookies.isEmpty)
    }

    @Test("name the user in a cookie for old releases, and nowhere else then")
    func cookie() {
        let endpoint = TokenEndpoint(origin: node, user: "ü", userNameForm: .cookie(domain: "example.com"))
        #expect(endpoint.signInURL.hasSuffix("/desktop/sso/token?return_user=yes&return_refresh_token=true"))
        #expect(endpoint.signInCookies == [SignInCookie(name: "cc_username", value: "%C3%BC", domain: "example.com")])
        let refresh = endpoint.refreshRequest(AccessToken("a"), RefreshToken("r"), deadline: .seconds(1))
        #expect(refresh.fields.text(named: "Cookie") == "cc_username=%C3%BC")
    }

    @Test("refresh by POST, with a hyphen in refresh-token")
    func refresh() {
        let request = TokenEndpoint(origin: node, user: "98411")
            .refreshRequest(AccessToken("a+b/c"), RefreshToken("r=s"), deadline: .seconds(7))
        #expect(request.method == "POST" && request.deadline == .seconds(7))
        #expect(
            request.target == "/desktop/sso/token?cc_username=98411&return_user=yes&return_refresh_token=true"
        )
        #expect(request.fields.text(named: "Content-Type") == "application/x-www-form-urlencoded")
        #expect(!request.fields.contains(named: "Cookie"))
        #expect(String(decoding: request.body ?? [], as: UTF8.self) == "token=a%2Bb%2Fc&refresh-token=r%3Ds")
    }
}

@Suite("Refresh")
struct RefreshTests {
    private func refresh(
        _ status: Int,
        _ body: String,
        old: TokenSet = tokens()
    ) async throws(SSOError) -> RefreshOutcome {
        let transport = routes(["POST /desktop/sso/token": (status, body)])
        let later = WallTime(milliseconds: noon.milliseconds + 225_000)
        let signOn = SingleSignOn(transport: transport, address: address, now: { later })
        return try await signOn.refresh(old, of: "sjefferson", at: node)
    }

    @Test("takes the new pair and the time it came")
    func pair() async throws {
        guard case .refreshed(let new) = try await refresh(200, tokenJSON()) else {
            Issue.record("not refreshed")
            return
        }
        #expect(new.accessToken == AccessToken("at-1") && new.refreshToken == RefreshToken("rt-1"))
        #expect(new.receivedAt.milliseconds == noon.milliseconds + 225_000 && new.life == .seconds(300))
    }

    @Test("keeps the old refresh token when the answer has none")
    func keepsOld() async throws {
        guard case .refreshed(let new) = try await refresh(200, tokenJSON(refresh: nil)) else {
            Issue.record("not refreshed")
            return
        }
        #expect(new.accessToken == AccessToken("at-1") && new.refreshToken == RefreshToken("rt-0"))
    }

    @Test("keeps the user when the answer has none")
    func keepsUser() async throws {
        guard case .refreshed(let new) = try await refresh(200, #"{"token":"x","expires_in":60}"#) else {
            Issue.record("not refreshed")
            return
        }
        #expect(new.identity.userID == "sjefferson" && new.life == .seconds(60))
    }

    @Test(
        "needs a sign-in when the server wants more than tokens",
        arguments: [
            (302, "", RefreshRefusal.redirect(302)), (303, "", .redirect(303)), (200, "<html>sign in</html>", .page),
            (401, "", .status(401, message: "")), (400, #"{"error":"expired"}"#, .status(400, message: "expired")),
            (200, tokenJSON(user: "mallory"), .otherUser("mallory")),
        ]
    )
    func needsSignIn(status: Int, body: String, reason: RefreshRefusal) async throws {
        #expect(try await refresh(status, body) == .needsSignIn(reason))
        #expect("\(reason)".hasSuffix("."))
    }

    @Test("asks nobody without a refresh token")
    func noRefreshToken() async throws {
        let transport = routes([:])
        let signOn = SingleSignOn(transport: transport, address: address)
        let outcome = try await signOn.refresh(tokens(refresh: nil), of: "a", at: node)
        #expect(outcome == .needsSignIn(.noRefreshToken) && transport.requests.isEmpty)
    }

    @Test(
        "may be tried again after answers that say nothing of the tokens",
        arguments: [(503, "", "token-refused"), (429, "", "token-refused"), (200, #"{"token":"#, "token-truncated")]
    )
    func transient(status: Int, body: String, label: String) async throws {
        let error = try #require(await ssoFailure { () throws(SSOError) in try await refresh(status, body) })
        #expect(error.label == label && !error.isFinal)
        #expect(error.step == "refreshing the access token" && error.host == "finesse1.example.com:8445")
    }

    @Test("passes the transport's reason on, as something that may pass")
    func transport() async throws {
        let transport = ScriptedTransport { (request) throws(TransportError) in
            throw .connectionRefused(request.origin)
        }
        let signOn = SingleSignOn(transport: transport, address: address)
        let error = await ssoFailure { () throws(SSOError) in try await signOn.refresh(tokens(), of: "a", at: node) }
        #expect(error == .refreshTransport(.connectionRefused(node)) && error?.isFinal == false)
    }

    @Test("tells the desktop's own words, JSON with a key without quotes or XML")
    func words() async throws {
        let json = #"{status:400, apiErrors:{"errorType":"Bad Request","errorMessage":"Nope","errorData":"x"}}"#
        let xml =
            "<ApiErrors><ApiError><ErrorType>Bad Request</ErrorType><ErrorMessage>Nope</ErrorMessage></ApiError></ApiErrors>"
        #expect(try await refresh(400, json) == .needsSignIn(.status(400, message: "Bad Request, Nope, x")))
        #expect(try await refresh(400, xml) == .needsSignIn(.status(400, message: "Bad Request, Nope")))
        let spaced = #"{ errorType : "a: {b: c\\\"}" , "errorMessage":"d",  error_description :"e"}"#
        #expect(try await refresh(400, spaced) == .needsSignIn(.status(400, message: #"a: {b: c\"}, d, e"#)))
    }

    @Test(
        "reads no words in what is no answer, and does not trap on it",
        arguments: [
            Array("{".utf8) + [UInt8](repeating: 0xFF, count: 16) + Array(":1}".utf8),
            [UInt8](repeating: 0x32, count: 51) + [0x30] + [UInt8](repeating: 0x32, count: 41) + Array("1.6".utf8),
            Array(#"{error:"unended"#.utf8), Array(#"{"error":"ends in an escape\"#.utf8),
        ]
    )
    func noWords(body: [UInt8]) async throws {
        let transport = ScriptedTransport { _ throws(TransportError) in HTTPResponse(status: 401, body: body) }
        let signOn = SingleSignOn(transport: transport, address: address)
        let outcome = try await signOn.refresh(tokens(), of: "sjefferson", at: node)
        #expect(outcome == .needsSignIn(.status(401, message: "")))
    }
}

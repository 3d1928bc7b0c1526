import FinesseSandbox
import Testing

@Suite("Sandbox refresh")
struct RefreshTests {
    private struct Pair {
        var access: String
        var refresh: String
    }

    private func signedIn(
        _ change: (inout SandboxConfiguration) -> Void = { _ in }
    ) async throws -> (ChainClient, Pair) {
        let client = try await ChainClient(.with(change))
        let json = try #require(try await client.signIn().json)
        return (client, Pair(access: try #require(json["token"]), refresh: try #require(json["refresh_token"])))
    }

    private func refresh(
        _ client: ChainClient,
        _ pair: Pair,
        query: String = "cc_username=sjefferson&return_user=yes&return_refresh_token=true"
    ) async throws -> ChainClient.Page {
        try await client.post(
            client.sandbox.origins.text(.finesse) + "/desktop/sso/token?\(query)",
            form: FormFields(["token": pair.access, "refresh-token": pair.refresh])
        )
    }

    @Test("gives a new pair, whose old one is void")
    func rotates() async throws {
        let (client, pair) = try await signedIn()
        await client.sandbox.clock.advance(by: .seconds(40))
        let json = try #require(try await refresh(client, pair).json)
        #expect(json["token"] != pair.access)
        #expect(json["refresh_token"] != pair.refresh)
        #expect(json["user_id"] == "sjefferson")
        let again = try await refresh(client, pair)
        #expect(again.status == 401)
        #expect(again.answer.refusal == .refreshPairInvalid)
        let next = Pair(access: try #require(json["token"]), refresh: try #require(json["refresh_token"]))
        #expect(try await refresh(client, next).status == 200)
        // The old access token lives until its own end.
        let rest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(pair.access)")
        #expect(await rest.get("/finesse/api/User/98411").status == 200)
    }

    @Test("takes an old pair again when that is switched on")
    func keepsOldPair() async throws {
        let (client, pair) = try await signedIn { $0.desktop.refreshInvalidatesOldPair = false }
        #expect(try await refresh(client, pair).status == 200)
        #expect(try await refresh(client, pair).status == 200)
    }

    @Test("refuses two tokens that do not belong together, and the tokens of another user")
    func refusesMismatch() async throws {
        let (client, first) = try await signedIn()
        let second = try #require(try await client.signIn().json?["refresh_token"])
        let mixed = try await refresh(client, Pair(access: first.access, refresh: second))
        #expect(mixed.answer.refusal == .refreshPairInvalid)
        #expect(
            try await refresh(client, Pair(access: first.access, refresh: "x")).answer.refusal == .refreshPairInvalid
        )
        #expect(
            try await refresh(client, first, query: "cc_username=mwitwicky").answer.refusal == .refreshWrongUser
        )
        #expect(try await refresh(client, first, query: "cc_username=98411").status == 200)
    }

    @Test("leaves the refresh token out when it is not asked for or switched off")
    func leavesOut() async throws {
        let (client, pair) = try await signedIn()
        let json = try await refresh(client, pair, query: "cc_username=sjefferson&return_user=yes").json
        #expect(json?.names == ["token", "expires_in", "user_id", "realm", "user_principal"])
        let (silent, other) = try await signedIn { $0.desktop.refreshReturnsRefreshToken = false }
        #expect(try await refresh(silent, other).json?["refresh_token"] == nil)
    }

    @Test("takes the user's name from the cookie too, and nothing when there is none")
    func userName() async throws {
        let (client, pair) = try await signedIn()
        #expect(try await refresh(client, pair, query: "x=1").status == 200)
        let stranger = ChainClient(sharing: client.sandbox)
        #expect(try await refresh(stranger, pair, query: "x=1").answer.refusal == .badParameter)
    }

    @Test("answers a late refresh as it is told to", arguments: SandboxDesktopSettings.ExpiredRefreshAnswer.allCases)
    func late(answer: SandboxDesktopSettings.ExpiredRefreshAnswer) async throws {
        let (client, pair) = try await signedIn { $0.desktop.expiredRefreshAnswer = answer }
        await client.sandbox.clock.advance(by: .seconds(300))
        let page = try await refresh(client, pair)
        #expect(client.sandbox.journal.refusals == [.refreshExpired])
        switch answer {
        case .badRequest: #expect(page.status == 400)
        case .unauthorized: #expect(page.status == 401)
        case .redirect:
            let end = try await client.goOn(from: page, typed: "", password: "")
            #expect(end.json?["refresh_token"] != nil)
        }
    }

    @Test("does not lengthen a refresh token's life, unless that is switched on")
    func absoluteEnd() async throws {
        for slides in [false, true] {
            let (client, pair) = try await signedIn {
                $0.tokens.refreshLifetimeSlides = slides
                $0.tokens.accessLifetime = .seconds(7200)
                $0.desktop.expiredRefreshAnswer = .unauthorized
            }
            await client.sandbox.clock.advance(by: .seconds(7000))
            let json = try #require(try await refresh(client, pair).json)
            await client.sandbox.clock.advance(by: .seconds(200))
            let next = Pair(access: try #require(json["token"]), refresh: try #require(json["refresh_token"]))
            #expect(try await refresh(client, next).status == (slides ? 200 : 401))
        }
    }

    @Test("takes a refresh in the query of a GET, unless that is switched off")
    func get() async throws {
        let (client, pair) = try await signedIn()
        let query = FormFields([
            "cc_username": "sjefferson", "token": pair.access, "refresh-token": pair.refresh,
        ])
        let url = client.sandbox.origins.text(.finesse) + "/desktop/sso/token?" + query.encoded
        #expect(try await client.get(url).json?["token"] != nil)
        let (strict, _) = try await signedIn { $0.desktop.refreshAcceptsGET = false }
        #expect(try await strict.get(url).text.contains("<form"))
    }

    @Test("names the parameter that is missing", arguments: ["token", "refresh-token"])
    func missing(name: String) async throws {
        let client = try await ChainClient()
        var form = FormFields(["token": "x", "refresh-token": "x"])
        form.fields.removeAll { $0.name == name }
        let page = try await client.post(
            client.sandbox.origins.text(.finesse) + "/desktop/sso/token?cc_username=sjefferson",
            form: form
        )
        #expect(page.status == 400)
        #expect(page.text.contains(#""errorData":"\#(name)""#))
    }
}

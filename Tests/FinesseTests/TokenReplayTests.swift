import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing

/// A source whose token is replaced once.
private struct TwoTokens: AccessTokenSource {
    var second: AccessToken?

    func accessToken() async throws(AccessTokenUnavailable) -> AccessToken { AccessToken("first") }
    func replacement(for refused: AccessToken) async throws(AccessTokenUnavailable) -> AccessToken? { second }
}

private struct NoToken: AccessTokenSource {
    func accessToken() async throws(AccessTokenUnavailable) -> AccessToken {
        throw AccessTokenUnavailable(reason: "The token has expired.", nextAction: "Sign in again.", isFinal: true)
    }
}

@Suite("A 401 to a bearer token")
struct TokenReplayTests {
    private func headers(_ transport: ScriptedTransport) -> [String?] {
        transport.requests.map { $0.fields.text(named: "Authorization") }
    }

    @Test("is tried again once with another token")
    func replays() async throws {
        let transport = script(Answer(401), Answer(200, userXML(state: "READY")))
        let user = try await client(transport, .bearer(TwoTokens(second: AccessToken("second")))).user("98411")
        #expect(user.state == .ready)
        #expect(headers(transport) == ["Bearer first", "Bearer second"])
    }

    @Test("is never tried a third time")
    func replaysOnce() async {
        let transport = script(Answer(401))
        let error = await failure { () throws(FinesseError) in
            try await client(transport, .bearer(TwoTokens(second: AccessToken("second")))).user("98411")
        }
        #expect(error?.label == "refused" && transport.requests.count == 2)
    }

    @Test("stands when the source has no other", arguments: [nil, "first"])
    func stands(other: String?) async {
        let transport = script(Answer(401))
        let source = TwoTokens(second: other.map { AccessToken($0) })
        let error = await failure { () throws(FinesseError) in try await client(transport, .bearer(source)).user("1") }
        #expect(error?.label == "refused" && transport.requests.count == 1)
    }

    @Test("is not tried again with a password, which would count towards the lock")
    func passwordOnce() async {
        let transport = script(Answer(401))
        let error = await failure { () throws(FinesseError) in
            try await client(transport, .basic("a", Password("b"))).user("1")
        }
        #expect(error?.label == "refused" && transport.requests.count == 1)
    }

    @Test("is not even reached when the source has no token")
    func noToken() async {
        let transport = script(Answer(200))
        let error = await failure { () throws(FinesseError) in try await client(transport, .bearer(NoToken())).user("1")
        }
        #expect(error?.label == "no-access-token" && transport.requests.isEmpty)
        #expect(error?.description.contains("Sign in again.") == true)
    }
}

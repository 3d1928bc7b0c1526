import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing
import XMLTree

@Suite("Requests")
struct RequestTests {
    @Test(
        "percent-encode a login name as UTF-8",
        arguments: [
            ("sjefferson", "sjefferson"), ("a b", "a%20b"), ("a/b", "a%2Fb"), ("s@x.com", "s%40x.com"),
            ("müller", "m%C3%BCller"), ("100%", "100%25"), ("a?b#c", "a%3Fb%23c"), ("...", "..."),
        ]
    )
    func encodes(name: String, segment: String) async throws {
        let transport = script(Answer(200, userXML(state: "LOGOUT")))
        _ = try await client(transport).user(named: LoginName(name))
        #expect(transport.requests.map(\.target) == ["/finesse/api/User/\(segment)"])
    }

    @Test("are not sent for a name that is no path segment", arguments: ["", ".", ".."])
    func refusesName(name: String) async {
        let transport = script(Answer(200, userXML(state: "LOGOUT")))
        let error = await failure { () throws(FinesseError) in try await client(transport).user(LoginID(name)) }
        #expect(error?.label == "invalid-request")
        #expect(transport.requests.isEmpty)
    }

    @Test("carry a bearer token, asked for anew each time")
    func bearer() async throws {
        let transport = script(Answer(200, userXML(state: "LOGOUT")))
        _ = try await client(transport, .bearer(FixedAccessToken(AccessToken("abc.def")))).user("98411")
        #expect(transport.requests.first?.fields.text(named: "Authorization") == "Bearer abc.def")
        #expect(transport.requests.first?.fields.text(named: "Accept") == "application/xml")
    }

    @Test(
        "carry name and password in Base64",
        arguments: [
            ("a", "", "Basic YTo="), ("98411", "cisco", "Basic OTg0MTE6Y2lzY28="), ("ab", "c", "Basic YWI6Yw=="),
            ("ü", "ß", "Basic w7w6w58="),
        ]
    )
    func basic(name: String, password: String, header: String) async throws {
        let transport = script(Answer(200, userXML(state: "LOGOUT")))
        _ = try await client(transport, .basic(UserName(name), Password(password))).user("98411")
        #expect(transport.requests.first?.fields.text(named: "Authorization") == header)
    }

    @Test("are not sent with a name that Basic would cut in two")
    func colon() async {
        let transport = script(Answer(200, userXML(state: "LOGOUT")))
        let error = await failure { () throws(FinesseError) in
            try await client(transport, .basic("a:b", Password("c"))).user("1")
        }
        #expect(error?.label == "invalid-request" && transport.requests.isEmpty)
    }

    @Test("carry nothing when there is nothing to prove")
    func noCredentials() async throws {
        let transport = script(Answer(200, "<SystemInfo/>"))
        _ = try await client(transport).systemInfo()
        #expect(transport.requests.first?.fields.contains(named: "Authorization") == false)
        #expect(transport.requests.first?.target == "/finesse/api/SystemInfo")
    }

    @Test("sign in with LOGIN and the extension")
    func signIn() async throws {
        let transport = script(Answer(202))
        try await client(transport).signIn("98411", phoneExtension: "1&2")
        let request = try #require(transport.requests.first)
        #expect(request.method == "PUT" && request.target == "/finesse/api/User/98411")
        #expect(request.fields.text(named: "Content-Type") == "application/xml")
        let body = try XMLTree.parse(request.body ?? [])
        #expect(body.elements.map(\.name.local) == ["state", "extension"])
        #expect(body.elements.map(\.text) == ["LOGIN", "1&2"])
    }

    @Test("change the state, with a reason code only when one is given")
    func changeState() async throws {
        let transport = script(Answer(202))
        try await client(transport).changeState(of: "98411", to: .ready)
        try await client(transport).changeState(of: "98411", to: .notReady, reasonCodeID: 16)
        try await client(transport).signOut("98411", reasonCodeID: 3)
        let texts = try transport.requests.map { try XMLTree.parse($0.body ?? []).elements.map(\.text) }
        #expect(texts == [["READY"], ["NOT_READY", "16"], ["LOGOUT", "3"]])
    }

    @Test("are not sent when a value is no XML text")
    func noXML() async {
        let transport = script(Answer(202))
        let error = await failure { () throws(FinesseError) in
            try await client(transport).signIn("98411", phoneExtension: "1\u{0}")
        }
        #expect(error?.label == "invalid-request" && transport.requests.isEmpty)
    }
}

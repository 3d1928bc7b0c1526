import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing

@Suite("Calls put together by hand")
struct RawCallTests {
    @Test(
        "go to the address that was given, below /finesse/api or beside it",
        arguments: [
            ("User/98411", "User/98411"), ("/User/98411", "User/98411"), ("/finesse/api/User/98411/", "User/98411"),
            ("ReasonCodes?category=NOT_READY", "ReasonCodes?category=NOT_READY"),
            ("a%2Fb/c d", "a%2Fb/c%20d"), ("x?a=%26&b&c=d=e", "x?a=%26&b=&c=d%3De"), ("100%/%zz", "100%25/%25zz"),
        ]
    )
    func address(given: String, sent: String) async throws {
        let transport = script(Answer(200, "x"))
        _ = try await client(transport).perform(RawCall(method: "get", address: given))
        #expect(transport.requests.first?.target == "/finesse/api/\(sent)")
        #expect(transport.requests.first?.method == "GET" && transport.requests.first?.body == nil)
    }

    @Test("carry the body that was given")
    func body() async throws {
        let transport = script(Answer(202))
        let call = RawCall(method: "PUT", address: "User/1", body: Array("{}".utf8), contentType: "application/json")
        let answer = try await client(transport).perform(call)
        #expect(transport.requests.first?.bodyText == "{}")
        #expect(transport.requests.first?.fields.text(named: "Content-Type") == "application/json")
        #expect(answer.status == 202 && answer.refusal == nil)
    }

    @Test("hand every answer on, a refusal with its words")
    func refusal() async throws {
        let body = "<ApiErrors><ApiError><ErrorType>Forbidden</ErrorType></ApiError></ApiErrors>"
        let answer = try await client(script(Answer(403, body))).perform(RawCall(method: "GET", address: "x"))
        #expect(answer.status == 403 && answer.body == Array(body.utf8))
        #expect(answer.refusal?.errors == [ApiError(type: "Forbidden")])
    }

    @Test("are not sent where a part of the address leads elsewhere", arguments: ["..", "User/../x", "User/%2e%2e"])
    func dots(address: String) async {
        let transport = script(Answer(200))
        let error = await failure { () throws(FinesseError) in
            try await client(transport).perform(RawCall(method: "GET", address: address))
        }
        #expect(error?.label == "invalid-request" && transport.requests.isEmpty)
    }
}

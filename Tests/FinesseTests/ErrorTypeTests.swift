import Finesse
import FinesseTypes
import HTTPTransport
import Testing

@Suite("ErrorType and the forms of an error")
struct ErrorTypeTests {
    @Test(
        "is read whatever its case",
        arguments: [
            ("Invalid Input", ErrorType.invalidInput), ("invalid input", .invalidInput),
            ("Finesse API error", .finesseAPIError), ("Finesse API Error", .finesseAPIError),
            ("Invalid Authorization Specified", .invalidAuthorizationUserSpecified), ("20700", .conferenceLimit),
            ("13145", .silentMonitorRefused("13145")), ("Quite Another", .unknown("Quite Another")), ("", .unknown("")),
        ]
    )
    func reading(text: String, kind: ErrorType) {
        #expect(ApiError(type: text).kind == kind)
    }

    @Test("keeps a word that is not listed, and says nothing of it")
    func unknown() {
        #expect(ErrorType("Quite Another").meaning == nil)
        #expect(ErrorType("Device Busy").meaning == "another agent has the device")
    }

    @Test(
        "is found in the desktop's JSON, with and without quotes around the names",
        arguments: [
            #"{"status":400,"apiErrors":{"errorType":"Bad Request","errorMessage":"say \"no\"","errorData":"x\u00e9"}}"#,
            "{status:400, apiErrors:{ errorType : \"Bad Request\",\n\"errorMessage\":\"say \\\"no\\\"\",errorData:\"xé\"}}",
        ]
    )
    func desktop(body: String) {
        #expect(
            ApiError.all(in: Array(body.utf8)) == [ApiError(type: "Bad Request", message: "say \"no\"", data: "xé")]
        )
    }

    @Test(
        "is not found where there is none",
        arguments: ["{}", "{\"errorType\":", "{\"errorType\":\"x", "{\"errorTypes\":\"x\"}"]
    )
    func broken(body: String) {
        #expect(ApiError.all(in: Array(body.utf8)) == [])
    }

    @Test("of a server out of service comes with the wait that it asks for")
    func retryAfter() async {
        let transport = ScriptedAnswer(
            HTTPResponse(status: 503, fields: ["Retry-After": "12"], body: Array("<ApiErrors/>".utf8))
        )
        let error = await failure { () throws(FinesseError) in
            try await FinesseClient(transport: transport, origin: node).user("98411")
        }
        guard case .refused(let refusal) = error else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.retryAfter == .seconds(12) && refusal.isTransient)
        #expect(refusal.meaning.nextAction.hasSuffix("The server asks to wait 12 s."))
    }
}

private struct ScriptedAnswer: HTTPTransport {
    let answer: HTTPResponse

    init(_ answer: HTTPResponse) {
        self.answer = answer
    }

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse { answer }
}

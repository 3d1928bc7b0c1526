import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing

@Suite("Refusals and unusable answers")
struct ErrorTests {
    private func refusal(_ status: Int, _ body: String) async -> FinesseRefusal? {
        let error = await failure { () throws(FinesseError) in
            try await client(script(Answer(status, body))).user("98411")
        }
        guard case .refused(let refusal) = error else { return nil }
        return refusal
    }

    @Test(
        "give the server's words in any order of the children",
        arguments: [
            "<ApiErrors><ApiError><ErrorType>T</ErrorType><ErrorMessage>M</ErrorMessage><ErrorData>D</ErrorData></ApiError></ApiErrors>",
            "<ApiErrors><ApiError><ErrorData>D</ErrorData><ErrorMessage>M</ErrorMessage><ErrorType>T</ErrorType></ApiError></ApiErrors>",
            "<ApiErrors>\n<ApiError> <ErrorType>T</ErrorType><ErrorData>D</ErrorData><x/><ErrorMessage> M </ErrorMessage></ApiError></ApiErrors>",
            "<apiErrors><apiError><errorData>D</errorData><errorMessage>M</errorMessage><errorType>T</errorType></apiError></apiErrors>",
            "<ApiErrors><ApiError><ErrorType>T</ErrorType><ErrorMessage>M</ErrorMessage><ErrorData>D</ErrorData><ApiError></ApiErrors>",
        ]
    )
    func anyOrder(body: String) async {
        #expect(await refusal(400, body)?.errors == [ApiError(type: "T", message: "M", data: "D")])
    }

    @Test("give several errors in order")
    func several() async {
        let one = "<ApiError><ErrorType>A</ErrorType></ApiError>"
        let two = "<ApiError><ErrorMessage>B</ErrorMessage></ApiError>"
        let errors = await refusal(400, "<ApiErrors>\(one)\(two)</ApiErrors>")?.errors
        #expect(errors == [ApiError(type: "A"), ApiError(type: "", message: "B")])
    }

    @Test(
        "give none for a body that holds none",
        arguments: ["", "no", "<other/>", "<html><body>x</body></html>", "{}"]
    )
    func none(body: String) async {
        #expect(await refusal(503, body)?.errors.isEmpty == true)
    }

    @Test(
        "mean what the documents say",
        arguments: [
            (401, "Invalid Authorization User Specified", "loginId"), (401, "Authorization Failure", "Sign in again"),
            (403, "Forbidden", "primary"), (404, "User Not Found", "loginId"), (400, "Parameter Missing", "extension"),
            (400, "Invalid State", "NOT_READY only"), (503, "Service Unavailable", "other Finesse node"),
            (429, "", "Wait"), (418, "", "half an hour"), (302, "", "8445"), (599, "", "trace"),
        ]
    )
    func meanings(status: Int, type: String, action: String) async throws {
        let body = "<ApiErrors><ApiError><ErrorType>\(type)</ErrorType></ApiError></ApiErrors>"
        let found = try #require(await refusal(status, body))
        #expect(found.meaning.nextAction.contains(action))
    }

    @Test(
        "of a call that is not about a state advise what such a call may lack",
        arguments: [
            (400, "Invalid Input", "what the error names"), (401, "Authorization Failure", "whose role allows it"),
            (401, "Invalid Supervisor", "supervisor of the agent's team"), (404, "Not Found", "Check the id"),
            (404, "User Not Found", "login name"), (503, "", "other Finesse node"),
        ]
    )
    func meaningsElsewhere(status: Int, type: String, action: String) {
        let call = FinesseCall(origin: node, operation: .call(.team, of: "5000"))
        let found = FinesseRefusal(call: call, status: status, errors: [ApiError(type: type)])
        #expect(found.meaning.nextAction.contains(action))
    }

    @Test("tell what a later try may mend from what it may not")
    func transient() async {
        #expect(await refusal(503, "")?.isTransient == true)
        #expect(await refusal(404, "")?.isTransient == false)
    }

    @Test("tell a page, broken XML, another document and a missing element apart")
    func unusable() async {
        let bodies: [(String, FinesseError.AnswerProblem)] = [
            ("<!DOCTYPE html><html></html>", .html), ("<html><body/></html>", .html),
            ("<Users/>", .otherDocument(expected: "User", found: "Users")),
            ("<User><state>READY</state></User>", .missing(element: "loginId")),
        ]
        for (body, problem) in bodies {
            let error = await failure { () throws(FinesseError) in try await client(script(Answer(200, body))).user("1")
            }
            #expect(error == .unreadableAnswer(problem, FinesseCall(origin: node, operation: .user("1"))))
        }
        let error = await failure { () throws(FinesseError) in try await client(script(Answer(200, "<User>"))).user("1")
        }
        guard case .unreadableAnswer(.notXML, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("never take a login id out of a URI")
    func noIDFromURI() async {
        let body = "<User><uri>/finesse/api/User/98411</uri><dialogs>/finesse/api/User/98411/Dialogs</dialogs></User>"
        let error = await failure { () throws(FinesseError) in
            try await client(script(Answer(200, body))).user(named: "sjefferson")
        }
        #expect(error?.label == "unreadable-answer")
    }

    @Test("name host, step, problem and next action in every case, and no secret")
    func sentences() async {
        let secret = "s3cret-password-1234"
        let call = FinesseCall(origin: node, operation: .signIn("98411"))
        let cases: [FinesseError] = [
            .invalidRequest(call, reason: "the name is empty"), .transport(.connectionRefused(node), call),
            .refused(FinesseRefusal(call: call, status: 401, errors: [ApiError(type: "Unauthorized")])),
            .unreadableAnswer(.html, call), .unreadableAnswer(.missing(element: "loginId"), call),
            .noAccessToken(AccessTokenUnavailable(reason: "None.", nextAction: "Sign in.", isFinal: true), call),
        ]
        #expect(Set(cases.map(\.label)).count == 5)
        for error in cases {
            let explanation = error.explanation
            #expect(explanation.host == "finesse1.example.com:8445" && explanation.step == "signing in agent 98411")
            #expect(!explanation.problem.isEmpty && !explanation.nextAction.isEmpty)
            #expect("\(error)".hasPrefix("finesse1.example.com:8445, while signing in agent 98411: "))
        }
        let refused = await failure { () throws(FinesseError) in
            try await client(script(Answer(401, "no")), .basic("a", Password(secret))).user("1")
        }
        #expect(refused.map { "\($0)\(String(reflecting: $0))" }?.contains(secret) == false)
    }

    @Test("carry the transport's reason")
    func transport() async {
        let transport = ScriptedTransport { (request) throws(TransportError) in throw .nameNotResolved(request.origin) }
        let error = await failure { () throws(FinesseError) in try await client(transport).systemInfo() }
        let call = FinesseCall(origin: node, operation: .systemInfo)
        #expect(error == .transport(.nameNotResolved(node), call))
    }
}

import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing
import XMLTree

@Suite("User")
struct UserTests {
    @Test("gives its fields and keeps the rest")
    func fields() async throws {
        let user = try await client(script(Answer(200, userXML(state: "NOT_READY", pending: "READY")))).user("98411")
        #expect(user.loginID == "98411" && user.loginName == "sjefferson" && user.state == .notReady)
        #expect(user.pendingState == .ready && user.phoneExtension == nil && user.reasonCodeID == -1)
        #expect(user.roles == ["Agent", "Supervisor"] && user.wrapUpTimer == 30)
        #expect(user.element.child(named: "futureField")?.text == "kept")
    }

    @Test("is taken in with 202 or 200 and refused with any other status", arguments: [201, 204, 302, 400, 503])
    func refusedStatus(status: Int) async {
        for accepted in [200, 202] {
            #expect(
                await failure { () throws(FinesseError) in try await client(script(Answer(accepted))).signOut("1") }
                    == nil
            )
        }
        let error = await failure { () throws(FinesseError) in try await client(script(Answer(status))).signOut("1") }
        #expect(error?.label == "refused")
    }
}

@Suite("Confirmation of a change", .timeLimit(.minutes(5)))
struct ConfirmationTests {
    private func states(_ words: String...) -> ScriptedTransport {
        let place = Counter()
        return ScriptedTransport { (_) throws(TransportError) in
            let word = words[min(place.next(), words.count - 1)]
            return HTTPResponse(status: 200, body: Array(userXML(state: word).utf8))
        }
    }

    @Test("reads the user until the state is there")
    func reads() async throws {
        let transport = states("LOGOUT", "LOGOUT", "NOT_READY")
        let outcome = try await client(transport).confirm(.signedIn, of: "98411")
        #expect(outcome.user.state == .notReady && transport.requests.count == 3)
        #expect(transport.requests.allSatisfy { $0.method == "GET" && $0.target == "/finesse/api/User/98411" })
    }

    @Test("ends at the deadline with the last state seen")
    func deadline() async throws {
        let transport = states("NOT_READY")
        let error = await failure { () throws(FinesseError) in
            try await client(transport).confirm(.state(.ready), of: "98411", deadline: .seconds(2), pause: .seconds(1))
        }
        guard case .notConfirmed(let missing) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(missing.lastState == .notReady && missing.waited == .seconds(2) && transport.requests.count == 3)
        #expect(error?.explanation.problem == "the agent is NOT_READY and did not become READY within 2 s")
        #expect(error?.explanation.nextAction.isEmpty == false)
    }

    @Test("reads once even without time")
    func once() async {
        let transport = states("READY")
        let outcome = try? await client(transport).confirm(.state(.ready), of: "1", deadline: .zero)
        #expect(outcome?.user.state == .ready)
    }

    @Test("stops at a pending state, which waits for a call to end")
    func pending() async throws {
        let transport = script(Answer(200, userXML(state: "TALKING", pending: "NOT_READY")))
        let outcome = try await client(transport).confirm(.state(.notReady), of: "1")
        guard case .pending = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("passes an error of a reading on")
    func failing() async {
        let transport = script(Answer(200, userXML(state: "LOGOUT")), Answer(503))
        let error = await failure { () throws(FinesseError) in try await client(transport).confirm(.signedIn, of: "1") }
        #expect(error?.label == "refused")
    }

    @Test(
        "knows what each expectation is reached by",
        arguments: [
            (StateExpectation.signedIn, "NOT_READY", StateExpectation.Verdict.reached),
            (.signedIn, "TALKING", .reached),
            (.signedIn, "LOGOUT", .notYet), (.signedIn, "LOGIN", .notYet), (.signedOut, "LOGOUT", .reached),
            (.signedOut, "NOT_READY", .notYet), (.state(.ready), "RESERVED", .reached),
            (.state(.ready), "TALKING", .notYet), (.state(.notReady), "NOT_READY", .reached),
        ]
    )
    func verdicts(expectation: StateExpectation, word: String, verdict: StateExpectation.Verdict) async throws {
        let user = try await client(script(Answer(200, userXML(state: word)))).user("98411")
        #expect(expectation.verdict(on: user) == verdict)
    }

    @Test("ends when its task is cancelled")
    func cancelled() async {
        let transport = states("NOT_READY")
        let task = Task {
            await failure { () throws(FinesseError) in
                try await client(transport).confirm(.state(.ready), of: "1", deadline: .seconds(1_000_000_000_000))
            }
        }
        task.cancel()
        #expect(await task.value != nil)
    }
}

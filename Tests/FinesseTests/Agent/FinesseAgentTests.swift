import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Synchronization
import Testing

/// A server of one agent: what it shows changes some readings after it was asked for something.
private final class AgentServer: Sendable {
    struct Shown: Sendable {
        var user: String
        var dialogs: [String] = []
    }

    private struct State {
        var shown: Shown
        var next: [Shown]
        var isAsked = false
        var asked: [String] = []
        var readings = 0
    }

    private let state: Mutex<State>

    /// Shows the first until it is asked for something, then each of the others for one reading, the last for ever.
    init(_ first: Shown, then next: [Shown]) {
        state = Mutex(State(shown: first, next: next))
    }

    var asked: [String] { state.withLock { $0.asked } }
    var readings: Int { state.withLock { $0.readings } }

    var transport: ScriptedTransport {
        ScriptedTransport { [self] (request) throws(TransportError) in
            guard request.method == "GET" else {
                state.withLock { state in
                    state.isAsked = true
                    state.asked.append("\(request.method) \(request.target) \(request.bodyText.dropFirst(38))")
                }
                return HTTPResponse(status: 202)
            }
            let body = state.withLock { state in
                if request.target.hasSuffix("/Dialogs") {
                    return "<Dialogs>\(state.shown.dialogs.joined())</Dialogs>"
                }
                state.readings += 1
                if state.isAsked, !state.next.isEmpty { state.shown = state.next.removeFirst() }
                return state.shown.user
            }
            return HTTPResponse(status: 200, body: Array(body.utf8))
        }
    }

    func agent(_ deployment: DeploymentType = .enterprise, deadline: Duration = .seconds(15)) -> FinesseAgent {
        FinesseAgent("98411", client: client(transport), deployment: deployment, deadline: deadline)
    }
}

/// The error that something an agent does throws, or nil.
private func agentFailure<Value>(_ body: () async throws(FinesseAgentError) -> Value) async -> FinesseAgentError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}

@Suite("An agent", .timeLimit(.minutes(5)))
struct FinesseAgentTests {
    private let ringing = dialogXML(state: "ALERTING", own: "ALERTING", actions: ["ANSWER"])
    private let talking = dialogXML(
        actions: ["HOLD", "DROP", "UPDATE_CALL_DATA", "CONSULT_CALL", "TRANSFER_SST", "SEND_DTMF"]
    )
    private let held = dialogXML(own: "HELD", actions: ["RETRIEVE", "DROP", "TRANSFER", "CONFERENCE"])
    private let consult = dialogXML(id: "72", actions: ["HOLD", "DROP"], others: [("2003", "ACTIVE")])

    private func put(_ action: String, _ dialog: String = "71", further: String = "") -> String {
        "PUT /finesse/api/Dialog/\(dialog) <Dialog><requestedAction>\(action)</requestedAction>\(further)"
            + "<targetMediaAddress>2001</targetMediaAddress></Dialog>"
    }

    @Test("is signed in when the state says so")
    func signIn() async throws {
        let server = AgentServer(
            .init(user: agentXML("LOGOUT")),
            then: [.init(user: agentXML("LOGOUT")), .init(user: agentXML("NOT_READY"))]
        )
        #expect(try await server.agent().signIn(at: "2001").state == .notReady)
        #expect(
            server.asked == [
                "PUT /finesse/api/User/98411 <User><state>LOGIN</state><extension>2001</extension></User>"
            ]
        )
        #expect(server.readings == 3)
    }

    @Test("is signed in as a mobile agent")
    func mobile() async throws {
        let server = AgentServer(.init(user: agentXML("LOGOUT")), then: [.init(user: agentXML("NOT_READY"))])
        try await server.agent().signIn(at: "2001", as: MobileAgent(mode: .callByCall, dialNumber: "5551"))
        #expect(server.asked.first?.contains("<mode>CALL_BY_CALL</mode>") == true)
    }

    @Test("is ready, not ready and signed out when the state says so")
    func states() async throws {
        var server = AgentServer(.init(user: agentXML("NOT_READY")), then: [.init(user: agentXML("READY"))])
        guard case .reached = try await server.agent().ready() else {
            Issue.record("not reached")
            return
        }
        server = AgentServer(
            .init(user: agentXML("NOT_READY")),
            then: [.init(user: agentXML("NOT_READY")), .init(user: agentXML("NOT_READY", reason: 16))]
        )
        #expect(try await server.agent().notReady(reason: 16).user.reasonCodeID == 16)
        server = AgentServer(.init(user: agentXML("NOT_READY")), then: [.init(user: agentXML("LOGOUT"))])
        #expect(try await server.agent().signOut(reason: 3).state == .logout)
        #expect(server.asked.first?.contains("<reasonCodeId>3</reasonCodeId>") == true)
    }

    @Test("has a state that follows the call")
    func pending() async throws {
        let server = AgentServer(
            .init(user: agentXML("TALKING"), dialogs: [talking]),
            then: [.init(user: agentXML("TALKING", pending: "NOT_READY"), dialogs: [talking])]
        )
        guard case .pending = try await server.agent().notReady() else {
            Issue.record("not pending")
            return
        }
    }

    @Test("makes a call, and has it when it rings")
    func dial() async throws {
        let off = dialogXML(state: "INITIATING", own: "INITIATING", actions: ["DROP"], others: [])
        let dialled = dialogXML(state: "ALERTING", own: "INITIATED", actions: ["DROP"])
        let begun = dialogXML(state: "INITIATED", own: "INITIATED", actions: ["DROP"], others: [])
        let server = AgentServer(
            .init(user: agentXML("NOT_READY")),
            then: [
                .init(user: agentXML("NOT_READY"), dialogs: [off]), .init(user: agentXML("TALKING"), dialogs: [begun]),
                .init(user: agentXML("TALKING"), dialogs: [dialled]),
            ]
        )
        let call = try await server.agent().dial("5551", variables: [CallVariable("callVariable1", "x")])
        #expect(call.id == "71" && call.state == .alerting)
        #expect(server.asked.first?.hasPrefix("POST /finesse/api/User/98411/Dialogs ") == true)
        #expect(server.asked.first?.contains("<fromAddress>2001</fromAddress><toAddress>5551</toAddress>") == true)
    }

    @Test("has a call that is still being dialled when the time for it is over, and no error")
    func slowNetwork() async throws {
        let begun = dialogXML(state: "INITIATED", own: "INITIATED", actions: ["DROP"], others: [])
        let server = AgentServer(
            .init(user: agentXML("NOT_READY")),
            then: [.init(user: agentXML("TALKING"), dialogs: [begun])]
        )
        let call = try await server.agent(deadline: .seconds(2)).dial("5551")
        #expect(call.id == "71" && call.state == .initiated && server.readings == 9)
    }

    @Test("drops a failed call, and is out of it when the state says so too")
    func dropFailed() async throws {
        let failed = dialogXML(state: "FAILED", own: "FAILED", actions: ["DROP"], others: [], cause: "BUSY")
        let server = AgentServer(
            .init(user: agentXML("TALKING"), dialogs: [failed]),
            then: [
                .init(user: agentXML("TALKING"), dialogs: [failed]), .init(user: agentXML("TALKING")),
                .init(user: agentXML("NOT_READY")),
            ]
        )
        #expect(try await server.agent().drop().user.state == .notReady)
        #expect(server.asked == [put("DROP")] && server.readings == 4)
    }

    @Test("learns that a call reached nobody, and why")
    func failed() async throws {
        let failed = dialogXML(state: "FAILED", own: "FAILED", actions: ["DROP"], others: [], cause: "BUSY")
        let server = AgentServer(
            .init(user: agentXML("NOT_READY")),
            then: [.init(user: agentXML("TALKING"), dialogs: [failed])]
        )
        let error = await agentFailure { () throws(FinesseAgentError) in try await server.agent().dial("5551") }
        guard case .callFailed(let call) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(call.cause == .busy && call.number == "5551")
        let sentence =
            "The call of agent 98411 to 5551 reached nobody (BUSY). The failed call stays until it is dropped. Check the"
            + " number, or call again later."
        #expect(error.map { "\($0)" } == sentence)
    }

    @Test("answers, holds and retrieves, and sees it each time")
    func answerHoldRetrieve() async throws {
        var server = AgentServer(
            .init(user: agentXML("RESERVED"), dialogs: [ringing]),
            then: [
                .init(user: agentXML("RESERVED"), dialogs: [ringing]),
                .init(user: agentXML("TALKING"), dialogs: [talking]),
            ]
        )
        #expect(try await server.agent().answer().state == .active)
        #expect(server.asked == [put("ANSWER")] && server.readings == 3)
        server = AgentServer(
            .init(user: agentXML("TALKING"), dialogs: [talking]),
            then: [.init(user: agentXML("HOLD"), dialogs: [held])]
        )
        #expect(try await server.agent().hold("71").participant(at: "2001")?.state == .held)
        #expect(server.asked == [put("HOLD")])
        server = AgentServer(
            .init(user: agentXML("HOLD"), dialogs: [held]),
            then: [.init(user: agentXML("TALKING"), dialogs: [talking])]
        )
        #expect(try await server.agent().retrieve().participant(at: "2001")?.state == .active)
        #expect(server.asked == [put("RETRIEVE")])
    }

    @Test("consults, then transfers or conferences on the held call")
    func consults() async throws {
        var server = AgentServer(
            .init(user: agentXML("TALKING"), dialogs: [talking]),
            then: [.init(user: agentXML("TALKING"), dialogs: [held, consult])]
        )
        #expect(try await server.agent().consult("2003").id == "72")
        #expect(server.asked == [put("CONSULT_CALL", further: "<toAddress>2003</toAddress>")])
        server = AgentServer(
            .init(user: agentXML("TALKING"), dialogs: [held, consult]),
            then: [
                .init(user: agentXML("TALKING"), dialogs: [consult]),
                .init(
                    user: agentXML("WORK_READY"),
                    dialogs: [dialogXML(own: "WRAP_UP", actions: ["UPDATE_CALL_DATA"])]
                ),
            ]
        )
        #expect(try await server.agent().transfer().user.state == .workReady)
        #expect(server.asked == [put("TRANSFER")] && server.readings == 3)
        server = AgentServer(
            .init(user: agentXML("TALKING"), dialogs: [held, consult]),
            then: [
                .init(
                    user: agentXML("TALKING"),
                    dialogs: [dialogXML(actions: ["DROP"], others: [("4401", "ACTIVE"), ("2003", "ACTIVE")])]
                )
            ]
        )
        #expect(try await server.agent().conference().participants.count == 3)
        #expect(server.asked == [put("CONFERENCE")])
    }

    @Test("transfers in one step")
    func singleStep() async throws {
        let server = AgentServer(
            .init(user: agentXML("TALKING"), dialogs: [talking]),
            then: [.init(user: agentXML("READY"))]
        )
        #expect(try await server.agent().transfer(to: "2003").dialogs.isEmpty)
        #expect(server.asked == [put("TRANSFER_SST", further: "<toAddress>2003</toAddress>")])
    }

    @Test("drops a call and wraps it up")
    func dropAndWrapUp() async throws {
        let left = dialogXML(state: "DROPPED", own: "WRAP_UP", actions: ["UPDATE_CALL_DATA"])
        var server = AgentServer(
            .init(user: agentXML("TALKING"), dialogs: [talking]),
            then: [
                .init(user: agentXML("TALKING"), dialogs: [talking]),
                .init(user: agentXML("WORK_READY"), dialogs: [left]),
            ]
        )
        #expect(try await server.agent().drop().user.state == .workReady)
        #expect(server.asked == [put("DROP")])
        let wrapped = dialogXML(state: "DROPPED", own: "WRAP_UP", actions: ["UPDATE_CALL_DATA"], wrapUp: "Sold")
        server = AgentServer(
            .init(user: agentXML("WORK_READY"), dialogs: [left]),
            then: [
                .init(user: agentXML("WORK_READY"), dialogs: [left]),
                .init(user: agentXML("WORK_READY"), dialogs: [wrapped]),
            ]
        )
        #expect(try await server.agent().wrapUp("Sold").mediaProperties.wrapUpReason == "Sold")
        #expect(server.asked.first?.contains("<wrapUpReason>Sold</wrapUpReason>") == true && server.readings == 3)
    }

    @Test("is refused what the state forbids before the server is asked, and told what is possible")
    func forbidden() async {
        let server = AgentServer(.init(user: agentXML("TALKING"), dialogs: [talking]), then: [])
        let error = await agentFailure { () throws(FinesseAgentError) in try await server.agent().signOut() }
        let sentence = """
            Agent 98411 cannot sign out now: the state is TALKING. Possible now: become ready, become not ready, hold, \
            consult, transfer, drop, wrap up.
            """
        #expect(error.map { "\($0)" } == sentence && server.asked.isEmpty)
    }

    @Test("is refused an action in a call that does not allow it")
    func forbiddenCall() async {
        let server = AgentServer(.init(user: agentXML("TALKING"), dialogs: [talking, held]), then: [])
        let errors = [
            await agentFailure { () throws(FinesseAgentError) in try await server.agent().retrieve("72") },
            await agentFailure { () throws(FinesseAgentError) in try await server.agent().answer() },
        ]
        let possible = "Possible now: become ready, become not ready, "
        let sentences = [
            "Agent 98411 cannot retrieve call 72 now: there is no such call (71 is ACTIVE, 71 is HELD). ",
            "Agent 98411 cannot answer now: no call rings (71 is ACTIVE, 71 is HELD). ",
        ]
        for (error, sentence) in zip(errors, sentences) {
            let words = error.map { "\($0)" } ?? ""
            #expect(words.hasPrefix(sentence + possible) && words.hasSuffix("."), "\(words)")
        }
        #expect(server.asked.isEmpty)
    }

    @Test("is told when nothing was seen to happen")
    func unseen() async {
        let server = AgentServer(.init(user: agentXML("NOT_READY")), then: [])
        let agent = server.agent(deadline: .seconds(2))
        let error = await agentFailure { () throws(FinesseAgentError) in try await agent.ready() }
        guard case .notConfirmed(let unseen) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(unseen.action == .ready && unseen.waited == .seconds(2) && unseen.state == .notReady)
        #expect(server.readings == 9)
        #expect(error.map { "\($0)" }?.contains("was to become ready, and that was not seen within 2 s") == true)
    }

    @Test("passes on what the server says")
    func refused() async {
        let transport = script(Answer(503))
        let agent = FinesseAgent("98411", client: client(transport))
        let error = await agentFailure { () throws(FinesseAgentError) in try await agent.ready() }
        guard case .finesse(.refused(let refusal)) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.status == 503)
    }

    @Test("reads again when whoever watches says so")
    func watched() async throws {
        let server = AgentServer(
            .init(user: agentXML("NOT_READY")),
            then: [.init(user: agentXML("NOT_READY")), .init(user: agentXML("READY"))]
        )
        let watcher = Watcher()
        try await FinesseAgent("98411", client: client(server.transport), changes: watcher).ready()
        #expect(watcher.agents == ["98411"])
    }

    @Test("does one thing after the other")
    func turns() async throws {
        let server = AgentServer(
            .init(user: agentXML("NOT_READY")),
            then: [.init(user: agentXML("READY")), .init(user: agentXML("READY")), .init(user: agentXML("NOT_READY"))]
        )
        let agent = server.agent()
        async let first = agent.ready()
        async let second = agent.notReady()
        _ = try await (first, second)
        #expect(server.asked.count == 2)
    }
}

/// Somebody who tells at once that something may have changed.
private final class Watcher: AgentChanges {
    private let kept = Mutex<[LoginID]>([])
    var agents: [LoginID] { kept.withLock { $0 } }

    func next(of agent: LoginID, within limit: Duration) async throws {
        kept.withLock { $0.append(agent) }
    }
}

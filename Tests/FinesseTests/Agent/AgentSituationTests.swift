import Finesse
import FinesseTypes
import Testing
import XMLTree

/// A call as an agent at 2001 has it.
func dialogXML(
    id: String = "71",
    state: String = "ACTIVE",
    own: String = "ACTIVE",
    actions: [String] = ["HOLD", "DROP"],
    others: [(address: String, state: String)] = [("4401", "ACTIVE")],
    wrapUp: String = "",
    cause: String = ""
) -> String {
    let words = actions.map { "<action>\($0)</action>" }.joined()
    let parties = others.map { other in
        "<Participant><actions/><mediaAddress>\(other.address)</mediaAddress><state>\(other.state)</state></Participant>"
    }
    return """
        <Dialog><id>\(id)</id><mediaProperties><wrapUpReason>\(wrapUp)</wrapUpReason></mediaProperties><participants>\
        <Participant><actions>\(words)</actions><mediaAddress>2001</mediaAddress><state>\(own)</state>\
        <stateCause>\(cause)</stateCause></Participant>\(parties.joined())</participants><state>\(state)</state>\
        <uri>/finesse/api/Dialog/\(id)</uri></Dialog>
        """
}

/// The agent 98411 at 2001.
func agentXML(_ state: String, pending: String = "", reason: Int = -1) -> String {
    """
    <User><extension>2001</extension><loginId>98411</loginId><pendingState>\(pending)</pendingState>\
    <reasonCodeId>\(reason)</reasonCodeId><state>\(state)</state></User>
    """
}

@Suite("What an agent's state and calls allow")
struct AgentSituationTests {
    private func situation(
        _ state: String,
        pending: String = "",
        _ deployment: DeploymentType = .enterprise,
        dialogs: [String] = []
    ) throws -> AgentSituation {
        AgentSituation(
            user: try #require(User(element: try XMLTree.parse(Array(agentXML(state, pending: pending).utf8)))),
            dialogs: try dialogs.map { Dialog(element: try XMLTree.parse(Array($0.utf8))) },
            deployment: deployment
        )
    }

    @Test(
        "follows the state on Unified CCE",
        arguments: [
            ("LOGOUT", [AgentAction.signIn]), ("UNKNOWN", [.signIn]),
            ("NOT_READY", [.ready, .notReady, .dial, .signOut]), ("READY", [.notReady, .dial]), ("RESERVED", []),
            ("RESERVED_OUTBOUND", [.ready, .notReady]), ("RESERVED_OUTBOUND_PREVIEW", [.notReady]),
            ("TALKING", [.ready, .notReady]), ("HOLD", [.ready, .notReady]), ("WORK", [.ready, .notReady]),
            ("WORK_READY", [.ready, .notReady]), ("DREAMING", []),
        ]
    )
    func enterprise(state: String, allowed: [AgentAction]) throws {
        #expect(try situation(state).allowed == allowed)
    }

    @Test(
        "follows the state on Unified CCX",
        arguments: [
            ("LOGOUT", [AgentAction.signIn]), ("NOT_READY", [.ready, .notReady, .dial, .signOut]),
            ("READY", [.notReady, .signOut]), ("RESERVED", []), ("RESERVED_OUTBOUND", []),
            ("RESERVED_OUTBOUND_PREVIEW", [.notReady]), ("TALKING", [.notReady]), ("WORK", [.ready, .notReady]),
        ]
    )
    func express(state: String, allowed: [AgentAction]) throws {
        #expect(try situation(state, .express).allowed == allowed)
    }

    @Test("lets a pending state be changed on Unified CCE, and not on Unified CCX")
    func pending() throws {
        #expect(try situation("TALKING", pending: "NOT_READY").allows(.notReady))
        #expect(try situation("TALKING", pending: "NOT_READY", .express).allows(.notReady) == false)
    }

    @Test(
        "follows what the server offers in a call",
        arguments: [
            ("ANSWER", AgentAction.answer), ("HOLD", .hold), ("RETRIEVE", .retrieve), ("CONSULT_CALL", .consult),
            ("TRANSFER", .transfer), ("TRANSFER_SST", .transfer), ("CONFERENCE", .conference), ("DROP", .drop),
            ("UPDATE_CALL_DATA", .wrapUp),
        ]
    )
    func offered(word: String, action: AgentAction) throws {
        let with = try situation("TALKING", dialogs: [dialogXML(actions: [word, "SOMETHING_NEW"])])
        #expect(with.allowed == [.ready, .notReady, action].sorted { order($0) < order($1) })
        #expect(try situation("TALKING", dialogs: [dialogXML(actions: [])]).allows(action) == false)
    }

    private func order(_ action: AgentAction) -> Int { AgentAction.allCases.firstIndex(of: action) ?? 0 }

    @Test("forbids another call while there is one, which on Unified CCX the state does not tell")
    func busy() throws {
        for state in ["ACTIVE", "HELD", "ALERTING"] {
            let there = try situation("NOT_READY", .express, dialogs: [dialogXML(own: state)])
            #expect(!there.allows(.dial))
        }
        for state in ["DROPPED", "WRAP_UP", "FAILED"] {
            let gone = try situation("NOT_READY", .express, dialogs: [dialogXML(own: state)])
            #expect(gone.allows(.dial))
        }
    }

    @Test("means the call that the agent talks in, before any other")
    func talking() throws {
        let held = dialogXML(id: "1", own: "HELD", actions: ["DROP", "RETRIEVE"])
        let active = dialogXML(id: "2", own: "ACTIVE", actions: ["DROP"])
        let both = try situation("TALKING", dialogs: [held, active])
        #expect(both.dialog(allowing: [.drop])?.id == "2")
        #expect(both.dialog(allowing: [.drop], id: "1")?.id == "1")
        #expect(both.dialog(allowing: [.retrieve])?.id == "1" && both.dialog(allowing: [.retrieve], id: "2") == nil)
    }

    @Test("has nothing to do with what others may do in the call")
    func others() throws {
        let other = dialogXML(actions: []).replacing("<actions/>", with: "<actions><action>HOLD</action></actions>")
        #expect(try situation("TALKING", dialogs: [other]).allows(.hold) == false)
    }
}

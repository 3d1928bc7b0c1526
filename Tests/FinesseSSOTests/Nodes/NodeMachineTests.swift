import Finesse
import FinesseSSO
import HTTPTransport
import Testing

let first = HTTPOrigin(scheme: .https, host: "finesse1.example.com", port: 8445)
let second = HTTPOrigin(scheme: .https, host: "finesse2.example.com", port: 8445)

/// A SystemInfo that names two nodes, each with a port where one is given.
func twoNodes(port: UInt16? = nil, status: String = "IN_SERVICE", mode: String = "SSO") -> String {
    let portElement = port.map { "<httpsPort>\($0)</httpsPort>" } ?? ""
    return """
        <SystemInfo><deploymentType>UCCE</deploymentType><status>\(status)</status>\
        <primaryNode><host>finesse1.example.com</host></primaryNode>\
        <secondaryNode><host>finesse2.example.com</host>\(portElement)</secondaryNode>\
        <systemAuthMode>\(mode)</systemAuthMode></SystemInfo>
        """
}

@Suite("The machine that chooses a node")
struct NodeMachineTests {
    private func machine(current: HTTPOrigin? = nil) -> NodeMachine {
        NodeMachine(node: first, others: [second], current: current)
    }

    private func read(_ text: String) async throws -> SystemInfo {
        try await FinesseClient(transport: routes([systemInfoPath: (200, text)]), origin: first).systemInfo()
    }

    @Test("asks the other node after trouble, and gives up when both had some")
    func order() {
        var machine = machine()
        var attempt = NodeMachine.Attempt()
        let decisions = [
            machine.handle(.troubled(first, .forbidsOnSecondary), of: &attempt),
            machine.handle(.troubled(second, .outOfService(status: 503)), of: &attempt),
        ]
        #expect(decisions == [.ask(second), .giveUp])
        #expect(attempt.troubles.map(\.node) == [first, second])
        #expect(machine.current == first)
    }

    @Test("keeps the node that answered in use, until it has trouble itself")
    func current() {
        var machine = machine()
        var attempt = NodeMachine.Attempt()
        _ = machine.handle(.troubled(first, .outOfService(status: 503)), of: &attempt)
        let change = machine.handle(.answered(second), of: &attempt)
        #expect(change == .done(insteadOf: first) && machine.current == second)
        var next = NodeMachine.Attempt()
        let decisions = [
            machine.handle(.answered(second), of: &next),
            machine.handle(.troubled(second, .forbidsOnSecondary), of: &next),
        ]
        #expect(decisions == [.done(insteadOf: nil), .ask(first)])
    }

    @Test("takes no node into use that is not among the system's")
    func stranger() {
        let stranger = HTTPOrigin(scheme: .https, host: "elsewhere.example", port: 8445)
        #expect(machine(current: stranger).current == first)
        var machine = machine()
        var attempt = NodeMachine.Attempt()
        let decision = machine.handle(.answered(stranger), of: &attempt)
        #expect(decision == .done(insteadOf: nil) && machine.current == first)
    }

    @Test("learns the other node and its port, else the port of the node that was asked", arguments: [nil, 8446])
    func learns(port: UInt16?) async throws {
        var machine = NodeMachine(node: first)
        let info = try await read(twoNodes(port: port))
        let isNew = machine.learn(info, from: first)
        #expect(isNew)
        #expect(machine.nodes.map(\.host) == [first.host, second.host])
        #expect(machine.nodes.last?.port == port ?? 8445)
        let isNewAgain = machine.learn(info, from: first)
        #expect(!isNewAgain)
    }

    @Test("knows a node by the port that it answered on")
    func otherPort() async throws {
        var machine = machine()
        let info = try await read(twoNodes())
        let usual = HTTPOrigin(scheme: .https, host: first.host, port: 443)
        let isNew = machine.learn(info, from: usual)
        #expect(isNew && machine.nodes == [usual, second] && machine.current == usual)
    }

    @Test("knows a node by its short name too")
    func shortName() async throws {
        let short = HTTPOrigin(scheme: .https, host: "finesse1", port: 8445)
        var machine = NodeMachine(node: short)
        machine.learn(try await read(twoNodes()), from: short)
        #expect(machine.nodes.map(\.host) == ["finesse1", "finesse2.example.com"])
    }
}

@Suite("Trouble that another node may not have")
struct NodeTroubleTests {
    @Test("is 502, 503, 504 and a 403, and no other status", arguments: 200...599)
    func statuses(status: Int) {
        #expect((NodeTrouble(status: status, body: []) != nil) == [403, 502, 503, 504].contains(status))
    }

    @Test("is not the 403 of a service that is switched off everywhere")
    func userAuthMode() {
        let body =
            "<ApiErrors><ApiError><ErrorMessage>UserAuthModeService is disabled</ErrorMessage></ApiError></ApiErrors>"
        #expect(NodeTrouble(status: 403, body: Array(body.utf8)) == nil)
    }

    @Test("is silence, and neither a refused certificate nor a cancelled task")
    func transport() {
        #expect(NodeTrouble(.connectionRefused(first)) != nil)
        #expect(NodeTrouble(.nameNotResolved(first)) != nil)
        #expect(NodeTrouble(.timedOut(first, .connecting, after: .seconds(1))) != nil)
        #expect(NodeTrouble(.truncated(first, .head, received: 0)) != nil)
        #expect(NodeTrouble(.cancelled(first)) == nil)
        let failure = TLSFailure(reason: .handshakeFailed(detail: "x"))
        #expect(NodeTrouble(.tls(first, failure)) == nil)
    }

    @Test(
        "is a proxy's word that it does not reach the node, and no other word of a proxy",
        arguments: [403, 502, 504]
    )
    func proxy(status: Int) {
        let failure = ProxyFailure(host: "proxy.example", port: 3128, reason: .refused(status: status))
        #expect((NodeTrouble(.proxy(first, failure)) != nil) == (status != 403))
    }

    @Test("is never a refused password")
    func password() {
        let call = FinesseCall(origin: first, operation: .systemInfo)
        #expect(NodeTrouble(FinesseError.refused(FinesseRefusal(call: call, status: 401))) == nil)
        #expect(NodeTrouble(SSOError.finesse(.refused(FinesseRefusal(call: call, status: 401)))) == nil)
    }
}

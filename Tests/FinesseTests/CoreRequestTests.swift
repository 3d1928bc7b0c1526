import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Synchronization
import Testing

@Suite("Requests that change something")
struct CoreRequestTests {
    @Test("carry a mark of their own, which the acceptance names; reads carry none")
    func marks() async throws {
        let transport = script(Answer(202), Answer(202), Answer(200, userXML(state: "READY")))
        var client = client(transport)
        let count = Counter()
        client.makeRequestID = { RequestID(rawValue: "mark-\(count.next())") }
        try await client.changeState(of: "98411", to: .ready)
        try await client.changeState(of: "98411", to: .notReady)
        _ = try await client.user("98411")
        let marks = transport.requests.map { $0.fields.text(named: "requestId") }
        #expect(marks == ["mark-0", "mark-1", nil])
    }

    @Test("keep one mark when they are sent again with another token")
    func replay() async throws {
        let transport = script(Answer(401), Answer(202))
        let client = client(transport, .bearer(TwoTokens()))
        try await client.changeState(of: "98411", to: .ready)
        let marks = transport.requests.map { $0.fields.text(named: "requestId") }
        #expect(marks.count == 2 && marks[0] == marks[1] && marks[0]?.count == 32)
    }

    @Test("to one object go one after the other, and beside those to another", .timeLimit(.minutes(1)))
    func turns() async throws {
        let gate = Gate()
        let client = FinesseClient(transport: gate.transport, origin: node)
        async let first = client.changeState(of: "1", to: .ready)
        await gate.arrival()
        async let second = client.changeState(of: "1", to: .notReady)
        async let other = client.changeState(of: "2", to: .ready)
        await gate.arrival()
        #expect(gate.targets == ["/finesse/api/User/1", "/finesse/api/User/2"])
        gate.open()
        _ = try await (first, second, other)
        #expect(gate.targets.count == 3)
    }

    @Test("are never more at once than allowed", .timeLimit(.minutes(1)))
    func bound() async throws {
        let gate = Gate()
        let client = FinesseClient(transport: gate.transport, origin: node, maximumInFlight: 2)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<12 {
                group.addTask { try await client.changeState(of: LoginID("\(number)"), to: .ready) }
            }
            await gate.arrival()
            await gate.arrival()
            #expect(gate.most == 2)
            gate.open()
            try await group.waitForAll()
        }
        #expect(gate.targets.count == 12 && gate.most == 2)
    }

    @Test("that wait for their turn give it up when they are cancelled", .timeLimit(.minutes(1)))
    func cancelled() async throws {
        let gate = Gate()
        let client = FinesseClient(transport: gate.transport, origin: node)
        async let first = client.changeState(of: "1", to: .ready)
        await gate.arrival()
        let waiting = Task {
            await failure { () throws(FinesseError) in try await client.changeState(of: "1", to: .ready) }
        }
        waiting.cancel()
        #expect(
            await waiting.value
                == .transport(.cancelled(node), .init(origin: node, operation: .changeState("1", .ready)))
        )
        gate.open()
        _ = try await first
        try await client.changeState(of: "1", to: .notReady)
        #expect(gate.targets.count == 2)
    }
}

/// Two tokens, the second after the first was refused.
private struct TwoTokens: AccessTokenSource {
    func accessToken() async throws(AccessTokenUnavailable) -> AccessToken { AccessToken("one") }
    func replacement(for refused: AccessToken) async throws(AccessTokenUnavailable) -> AccessToken? {
        AccessToken("two")
    }
}

/// A server that holds requests back until it is opened, and counts how many there are at once.
private final class Gate: Sendable {
    private struct State {
        var targets: [String] = []
        var present = 0
        var most = 0
        var isOpen = false
        var held: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let arrivals = AsyncStream.makeStream(of: Void.self)

    var targets: [String] { state.withLock { $0.targets } }
    var most: Int { state.withLock { $0.most } }

    /// Waits until one more request is there.
    func arrival() async {
        for await _ in arrivals.stream { return }
    }

    func open() {
        let held = state.withLock { state in
            state.isOpen = true
            defer { state.held = [] }
            return state.held
        }
        for request in held { request.resume() }
    }

    var transport: any HTTPTransport { GatedTransport(gate: self) }

    fileprivate func pass(_ target: String) async {
        state.withLock { state in
            state.targets.append(target)
            state.present += 1
            state.most = max(state.most, state.present)
        }
        arrivals.continuation.yield()
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.held.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
        state.withLock { $0.present -= 1 }
    }
}

private struct GatedTransport: HTTPTransport {
    let gate: Gate

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        await gate.pass(request.target)
        return HTTPResponse(status: 202)
    }
}

internal import Synchronization

/// The nodes of a running sandbox: Finesse's and the identity service's may be pairs, and each can fail for itself.
///
/// ```swift
/// try await sandbox.nodes.kill("finesse1.xyz.com")
/// try await sandbox.nodes.recover("finesse1.xyz.com")
/// ```
///
/// Both nodes of a pair serve the same world: a token of one is good at the other. Sessions and addresses to come back to are each
/// node's own. Finesse sends a client to its own side's identity service, and to the other one while that does not serve.
///
/// Source: UCCX solution design guide 12.5(1), "Single Sign-On", IdS failover.
public final class SandboxNodes: Sendable {
    /// How a node is doing.
    public enum State: String, CaseIterable, Codable, Hashable, Sendable {
        /// It serves.
        case running
        /// It accepts connections and answers nothing.
        case paused
        /// It refuses connections.
        case killed
    }

    /// A node.
    public struct Node: Hashable, Codable, Sendable {
        /// Its host name.
        public var host: String
        /// The server that it is a node of.
        public var party: SandboxParty
        /// Its place among that server's nodes: 0 is the primary or publisher, 1 the secondary or subscriber.
        public var place: Int
        /// How it is doing.
        public var state: State
    }

    private struct Inside {
        var nodes: [Node]
        var listeners: [String: [NodeListener]] = [:]
        /// When a node of Finesse was last killed.
        var failedOver: SandboxInstant?
        var isStopped = false
        var lastWaiter = 0
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let world: SandboxWorld
    private let inside: Mutex<Inside>

    init(_ world: SandboxWorld) {
        self.world = world
        let configuration = world.configuration
        inside = Mutex(
            Inside(
                nodes: SandboxParty.allCases.flatMap { party in
                    configuration.nodes(of: party).indices.map { place in
                        Node(
                            host: configuration.host(of: party, node: place),
                            party: party,
                            place: place,
                            state: .running
                        )
                    }
                }
            )
        )
    }

    /// Every node, in the order of the configuration.
    public var list: [Node] { inside.withLock { $0.nodes } }

    /// Ends a node as when its power fails: it refuses connections, and open ones are closed.
    ///
    /// - Parameter host: The node's host name.
    /// - Throws: ``SandboxNodeError/unknown(host:known:)`` when there is no such node.
    public func kill(_ host: String) async throws(SandboxNodeError) {
        for listener in try change(host, to: .killed) { await listener.kill() }
    }

    /// Freezes a node: it accepts connections and answers nothing until it recovers.
    ///
    /// - Parameter host: The node's host name.
    /// - Throws: ``SandboxNodeError``: there is no such node, or a killed one could not listen again.
    public func pause(_ host: String) async throws(SandboxNodeError) {
        for listener in try change(host, to: .paused) { try await listener.pause() }
    }

    /// Lets a node serve again, at the address where it was; a paused one answers what it was asked meanwhile.
    ///
    /// - Parameter host: The node's host name.
    /// - Throws: ``SandboxNodeError``: there is no such node, or it could not listen where it did.
    public func recover(_ host: String) async throws(SandboxNodeError) {
        let listeners = try self.listeners(of: host)
        for listener in listeners { try await listener.recover() }
        _ = try change(host, to: .running)
    }

    // MARK: For the servers

    /// Whether a node answers a request; while it is paused nobody is told.
    func admits(_ party: SandboxParty, _ place: Int) async -> Bool {
        while true {
            switch state(of: party, place) {
            case .running: return true
            case .killed: return false
            case .paused: await change(from: party, place)
            }
        }
    }

    /// The identity service's node that a node of Finesse uses now, or nothing when none serves.
    func identityService(for place: Int) -> Int? {
        let serving = list.filter { $0.party == .identityService && $0.state == .running }.map(\.place)
        return serving.contains(place) ? place : serving.first
    }

    /// Whether Finesse is between two nodes: one was killed, and the others are not in service yet.
    func isFailingOver(at now: SandboxInstant) -> Bool {
        guard let start = inside.withLock({ $0.failedOver }) else { return false }
        return start.advanced(by: world.configuration.desktop.failoverDuration) > now
    }

    /// Takes over what listens for a node.
    func attach(_ listener: NodeListener, to host: String) {
        inside.withLock { $0.listeners[host, default: []].append(listener) }
    }

    /// Ends every node.
    func stop() async {
        let (listeners, waiting) = inside.withLock { inside in
            inside.isStopped = true
            defer { inside.waiting.removeAll() }
            return (inside.listeners.values.flatMap { $0 }, inside.waiting.values)
        }
        for continuation in waiting { continuation.resume() }
        await withTaskGroup(of: Void.self) { group in
            for listener in listeners { group.addTask { await listener.stop() } }
        }
    }

    // MARK: Parts

    private func listeners(of host: String) throws(SandboxNodeError) -> [NodeListener] {
        let host = host.lowercased()
        let (isKnown, listeners, known) = inside.withLock { inside in
            (inside.nodes.contains { $0.host == host }, inside.listeners[host] ?? [], inside.nodes.map(\.host))
        }
        guard isKnown else { throw .unknown(host: host, known: known) }
        return listeners
    }

    private func change(_ host: String, to state: State) throws(SandboxNodeError) -> [NodeListener] {
        let listeners = try listeners(of: host)
        let now = world.clock.now
        let waiting = inside.withLock { inside in
            for index in inside.nodes.indices where inside.nodes[index].host == host.lowercased() {
                inside.nodes[index].state = state
                if state == .killed, inside.nodes[index].party == .finesse { inside.failedOver = now }
            }
            defer { inside.waiting.removeAll() }
            return inside.waiting.values
        }
        for continuation in waiting { continuation.resume() }
        return listeners
    }

    private func state(of party: SandboxParty, _ place: Int) -> State {
        inside.withLock { inside in
            let state = inside.nodes.first { $0.party == party && $0.place == place }?.state ?? .killed
            // A stop lets nobody wait.
            return inside.isStopped && state == .paused ? .killed : state
        }
    }

    /// Waits until something changes, unless the node is not paused any more.
    private func change(from party: SandboxParty, _ place: Int) async {
        await withCheckedContinuation { continuation in
            let isWaiting = inside.withLock { inside in
                let isPaused = inside.nodes.contains {
                    $0.party == party && $0.place == place && $0.state == .paused
                }
                guard isPaused, !inside.isStopped else { return false }
                inside.lastWaiter += 1
                inside.waiting[inside.lastWaiter] = continuation
                return true
            }
            if !isWaiting { continuation.resume() }
        }
    }
}

/// Why a node could not be made to do what was asked.
public enum SandboxNodeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no node of that name.
    case unknown(host: String, known: [String])
    /// It could not listen again where it did.
    case listen(SandboxError)

    /// A sentence for people.
    public var description: String {
        switch self {
        case .unknown(let host, let known):
            "The sandbox has no node \(host). Name one of \(known.joined(separator: ", "))."
        case .listen(let error):
            "The node could not come back: \(error)"
        }
    }

    /// A bounded word for metrics.
    public var label: String {
        switch self {
        case .unknown: "unknown"
        case .listen: "listen"
        }
    }
}

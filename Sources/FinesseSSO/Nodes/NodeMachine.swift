public import Finesse
public import HTTPTransport

/// Decides which of a system's Finesse nodes is asked: events in, decisions out, without a network or a clock in its hands.
///
/// The node in use is asked first. Where it has trouble each other node is asked, once. The node in use changes only when another
/// one has answered, and it stays in use until it has trouble itself: agents are not sent back and forth.
public struct NodeMachine: Hashable, Sendable {
    /// The nodes, the one that was named first; never empty.
    public private(set) var nodes: [HTTPOrigin]
    /// The node in use.
    public private(set) var current: HTTPOrigin

    /// One piece of work and the nodes that had trouble with it.
    public struct Attempt: Hashable, Sendable {
        /// The troubles so far, in order.
        public private(set) var troubles: [Trouble] = []

        /// A node and its trouble.
        public struct Trouble: Hashable, Sendable {
            /// The node.
            public var node: HTTPOrigin
            /// Why it could not serve.
            public var trouble: NodeTrouble
        }

        /// Begins.
        public init() {}

        fileprivate mutating func add(_ node: HTTPOrigin, _ trouble: NodeTrouble) {
            troubles.append(Trouble(node: node, trouble: trouble))
        }

        fileprivate func hasTried(_ node: HTTPOrigin) -> Bool { troubles.contains { $0.node == node } }
    }

    /// What happens to a piece of work.
    public enum Event: Hashable, Sendable {
        /// A node has answered it, whatever the answer says.
        case answered(HTTPOrigin)
        /// A node had trouble with it.
        case troubled(HTTPOrigin, NodeTrouble)
    }

    /// What is to be done next.
    public enum Decision: Hashable, Sendable {
        /// Ask this node.
        case ask(HTTPOrigin)
        /// It is done. The node that was in use before is named where another one took its place.
        case done(insteadOf: HTTPOrigin?)
        /// Every node has had trouble: the first one's trouble is the result.
        case giveUp
    }

    /// Makes a machine.
    ///
    /// - Parameters:
    ///   - node: The node that was named, and the one in use unless told.
    ///   - others: Further nodes, where they are known from an earlier time.
    ///   - current: The node in use; one that is not among the nodes is not taken.
    public init(node: HTTPOrigin, others: [HTTPOrigin] = [], current: HTTPOrigin? = nil) {
        let all = others.reduce(into: [node]) { all, other in
            if !all.contains(other) { all.append(other) }
        }
        nodes = all
        self.current = current.flatMap { all.contains($0) ? $0 : nil } ?? node
    }

    /// Takes an event in.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - attempt: The piece of work that it belongs to.
    /// - Returns: What is to be done next.
    public mutating func handle(_ event: Event, of attempt: inout Attempt) -> Decision {
        switch event {
        case .answered(let node):
            guard node != current, nodes.contains(node) else { return .done(insteadOf: nil) }
            let before = current
            current = node
            return .done(insteadOf: before)
        case .troubled(let node, let trouble):
            attempt.add(node, trouble)
            let candidates = [current] + nodes
            return candidates.first { !attempt.hasTried($0) }.map { .ask($0) } ?? .giveUp
        }
    }

    /// Learns the nodes from what the system says of itself.
    ///
    /// A node that answered on another port than the one it is known by is known by that port from now on.
    ///
    /// - Parameters:
    ///   - info: SystemInfo.
    ///   - node: The node that said it.
    /// - Returns: Whether there was anything that was not known.
    @discardableResult
    public mutating func learn(_ info: SystemInfo, from node: HTTPOrigin) -> Bool {
        let before = nodes
        if let place = nodes.firstIndex(where: { $0.host == node.host }), nodes[place] != node {
            if current == nodes[place] { current = node }
            nodes[place] = node
        }
        nodes += info.nodes(besides: node).filter { !isKnown($0.host) }
        return nodes != before
    }

    /// A name that is known by its first label alone is the same node.
    private func isKnown(_ host: String) -> Bool {
        nodes.contains { $0.host == host || host.hasPrefix($0.host + ".") }
    }
}

extension SystemInfo {
    /// The nodes of the system as origins, besides one.
    ///
    /// A node's port is the one that it names (from release 12.6(2) on), else that of the node that was asked.
    ///
    /// - Parameter node: The node that was asked.
    /// - Returns: Primary, then secondary, without the one that was asked.
    ///
    /// Source: Finesse REST guide, "SystemInfo", `primaryNode` and `secondaryNode`.
    public func nodes(besides node: HTTPOrigin) -> [HTTPOrigin] {
        [primaryNode, secondaryNode].compactMap { $0 }
            .map { HTTPOrigin(scheme: node.scheme, host: $0.host, port: $0.httpsPort ?? node.port) }
            .filter { $0.host != node.host }
    }
}

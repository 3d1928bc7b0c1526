public import Finesse
public import HTTPTransport
import Synchronization

/// The nodes of one system as everybody in a program sees them: the machine behind a lock.
public final class SystemNodes: Sendable {
    private let machine: Mutex<NodeMachine>
    private let notify: @Sendable (NodeChange) -> Void

    /// Takes a machine.
    ///
    /// - Parameters:
    ///   - machine: The nodes as they are known now.
    ///   - notify: Told when the nodes become known or another one comes into use; it should be quick.
    public init(_ machine: NodeMachine, notify: @escaping @Sendable (NodeChange) -> Void = { _ in }) {
        self.machine = Mutex(machine)
        self.notify = notify
    }

    /// The nodes and the one in use now.
    public var state: NodeMachine { machine.withLock { $0 } }

    /// Learns the nodes from what the system says of itself.
    ///
    /// - Parameters:
    ///   - info: SystemInfo.
    ///   - node: The node that said it.
    public func learn(_ info: SystemInfo, from node: HTTPOrigin) {
        let (isNew, state) = machine.withLock { ($0.learn(info, from: node), $0) }
        if isNew { notify(.learned(state)) }
    }

    /// Does a piece of work at the node in use, and where that has trouble at another one.
    ///
    /// - Parameters:
    ///   - isTrouble: Reads a failure: the trouble, or nil when another node would not help.
    ///   - work: Does it at one node. It may be called once for each node.
    /// - Returns: What the work returned.
    /// - Throws: What the work threw: where every node had trouble, at the first of them.
    public func perform<Value, Failure: Error>(
        isTrouble: (Failure) -> NodeTrouble?,
        _ work: (HTTPOrigin) async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        var attempt = NodeMachine.Attempt()
        var first: Failure?
        var node = state.current
        while true {
            do throws(Failure) {
                let value = try await work(node)
                _ = handle(.answered(node), &attempt)
                return value
            } catch {
                let trouble = isTrouble(error)
                let decision = handle(trouble.map { .troubled(node, $0) } ?? .answered(node), &attempt)
                if trouble != nil, first == nil { first = error }
                guard case .ask(let next) = decision else { throw trouble == nil ? error : first ?? error }
                node = next
            }
        }
    }

    /// Does a piece of a sign-in or a refresh, see ``perform(isTrouble:_:)``.
    func perform<Value>(
        _ work: (HTTPOrigin) async throws(SSOError) -> Value
    ) async throws(SSOError) -> Value {
        try await perform(isTrouble: { NodeTrouble($0) }, work)
    }

    private func handle(_ event: NodeMachine.Event, _ attempt: inout NodeMachine.Attempt) -> NodeMachine.Decision {
        var copy = attempt
        let (decision, state) = machine.withLock { ($0.handle(event, of: &copy), $0) }
        attempt = copy
        if case .done(let before?) = decision {
            notify(.changed(from: before, to: state.current, because: attempt.troubles.first?.trouble, state))
        }
        return decision
    }
}

/// Something that whoever watches the nodes may want to know; it holds no secret.
public enum NodeChange: Hashable, Sendable {
    /// The nodes became known.
    case learned(NodeMachine)
    /// Another node came into use.
    case changed(from: HTTPOrigin, to: HTTPOrigin, because: NodeTrouble?, NodeMachine)

    /// The nodes now.
    public var state: NodeMachine {
        switch self {
        case .learned(let state), .changed(_, _, _, let state): state
        }
    }
}

extension NodeChange: CustomStringConvertible {
    /// What happened, as a sentence for people.
    public var description: String {
        switch self {
        case .learned(let state):
            "The Finesse nodes are \(state.nodes.map(\.authority).joined(separator: " and "))."
        case .changed(let before, let now, let trouble, _):
            "The Finesse node \(now.authority) is used in place of \(before.authority)"
                + (trouble.map { ", since \($0)" } ?? "") + "."
        }
    }
}

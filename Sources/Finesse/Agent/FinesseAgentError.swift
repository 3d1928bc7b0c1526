public import FinesseTypes

/// Why an agent did not do what was wanted.
public enum FinesseAgentError: Error, Hashable, Sendable {
    /// The present state or calls forbid it; nothing was asked of the server.
    case notAllowed(ForbiddenAction)
    /// A call to the server failed.
    case finesse(FinesseError)
    /// A call was made and reached nobody.
    case callFailed(FailedCall)
    /// The server took it in, and it was not seen to happen before the deadline.
    case notConfirmed(UnseenAction)

    /// Something that is not possible now.
    public struct ForbiddenAction: Hashable, Sendable {
        /// The agent.
        public var agent: LoginID
        /// What was wanted.
        public var action: AgentAction
        /// The agent's state.
        public var state: AgentState
        /// What is possible instead.
        public var allowed: [AgentAction]
        /// The call that was meant; nil where any would have done.
        public var call: ObjectID<Dialog>?
        /// What the server would have to offer in a call; nil where no call is needed.
        public var needed: DialogAction?
        /// The agent's calls.
        public var calls: [PresentCall]
    }

    /// A call that the agent has.
    public struct PresentCall: Hashable, Sendable {
        /// The call.
        public var id: ObjectID<Dialog>
        /// The state of the agent's own part in it, where the server tells.
        public var state: ParticipantState?
    }

    /// A call that reached nobody.
    public struct FailedCall: Hashable, Sendable {
        /// The agent.
        public var agent: LoginID
        /// The number that was called.
        public var number: String
        /// Why, in the server's word.
        public var cause: StateCause?
    }

    /// Something that was not seen to happen.
    public struct UnseenAction: Hashable, Sendable {
        /// The agent.
        public var agent: LoginID
        /// What was wanted.
        public var action: AgentAction
        /// The agent's state when it was last read.
        public var state: AgentState
        /// How long it was waited for.
        public var waited: Duration
    }
}

extension FinesseAgentError: CustomStringConvertible {
    /// What is wrong and what to do next, as sentences for people.
    public var description: String {
        switch self {
        case .notAllowed(let forbidden):
            let instead = forbidden.allowed.map(\.description).joined(separator: ", ")
            return forbidden.problem + (instead.isEmpty ? " Wait until it changes." : " Possible now: \(instead).")
        case .finesse(let error): return "\(error)"
        case .callFailed(let call):
            return "The call of agent \(call.agent) to \(call.number) reached nobody"
                + (call.cause.map { " (\($0))" } ?? "")
                + ". The failed call stays until it is dropped. Check the number, or call again later."
        case .notConfirmed(let unseen):
            return "Agent \(unseen.agent) was to \(unseen.action), and that was not seen within"
                + " \(unseen.waited.components.seconds) s; the state is \(unseen.state). The contact centre may have refused"
                + " it: read the agent's state and calls, then try again."
        }
    }
}

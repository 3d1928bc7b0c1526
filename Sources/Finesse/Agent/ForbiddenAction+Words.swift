import FinesseTypes

extension FinesseAgentError.ForbiddenAction {
    /// What is not possible and why, a sentence for people; what to do next is left to whoever shows it.
    public var problem: String {
        let wanted = call.map { "\(action) call \($0)" } ?? action.description
        return "Agent \(agent) cannot \(wanted) now: \(reason)."
    }

    /// The state, or what is missing of the calls.
    private var reason: String {
        guard state.isSignedIn else { return "the state is \(state)" }
        guard let needed else {
            guard action == .dial, !calls.isEmpty else { return "the state is \(state)" }
            return "there is a call already (\(list))"
        }
        if let call {
            guard let known = calls.first(where: { $0.id == call }) else {
                return "there is no such call (\(calls.isEmpty ? "there is none" : list))"
            }
            return known.state.map { "it is \($0)" } ?? "it does not allow that"
        }
        return calls.isEmpty ? "there is no call (the state is \(state))" : "\(Self.lack(of: needed)) (\(list))"
    }

    private var list: String {
        calls.map { call in "\(call.id)" + (call.state.map { " is \($0)" } ?? "") }.joined(separator: ", ")
    }

    /// Which call is missing, for each word that a call may offer.
    private static func lack(of action: DialogAction) -> String {
        switch action {
        case .answer: "no call rings"
        case .hold, .consultCall, .singleStepTransfer: "no call is active"
        case .retrieve: "no call is on hold"
        case .transfer, .conference: "there is no held call with an answered consult call"
        default: "no call allows it"
        }
    }
}

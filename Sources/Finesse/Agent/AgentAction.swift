/// What an agent does in a day's work.
public enum AgentAction: String, CaseIterable, Sendable, CustomStringConvertible {
    /// Signs in.
    case signIn = "sign in"
    /// Becomes ready.
    case ready = "become ready"
    /// Becomes not ready, or changes the reason for it.
    case notReady = "become not ready"
    /// Makes a call.
    case dial = "make a call"
    /// Answers a call.
    case answer = "answer"
    /// Puts a call on hold.
    case hold = "hold"
    /// Takes a call back from hold.
    case retrieve = "retrieve"
    /// Calls somebody else while a call is held.
    case consult = "consult"
    /// Hands a call over, after a consult call or in one step.
    case transfer = "transfer"
    /// Joins a call and its consult call.
    case conference = "conference"
    /// Leaves a call.
    case drop = "drop"
    /// Says how a call came out.
    case wrapUp = "wrap up"
    /// Signs out.
    case signOut = "sign out"

    /// The action in words, to follow "can".
    public var description: String { rawValue }

    /// What the server must offer in a call for this; empty where no call is needed.
    ///
    /// A transfer may be either of two.
    var dialogActions: [DialogAction] {
        switch self {
        case .answer: [.answer]
        case .hold: [.hold]
        case .retrieve: [.retrieve]
        case .consult: [.consultCall]
        case .transfer: [.transfer, .singleStepTransfer]
        case .conference: [.conference]
        case .drop: [.drop]
        case .wrapUp: [.updateCallData]
        case .signIn, .ready, .notReady, .dial, .signOut: []
        }
    }
}

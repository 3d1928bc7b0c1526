import Finesse
import FinesseTypes

/// What did not work out at an agent's desk, with the commands that help.
enum AgentAdvice {
    /// The message for the person.
    static func message(_ error: FinesseAgentError) -> String {
        switch error {
        case .notAllowed(let forbidden): "\(forbidden.problem) \(next(forbidden))"
        case .callFailed: "\(error) \"finessectl drop\" drops it."
        case .notConfirmed: "\(error) \"finessectl state\" and \"finessectl dialogs\" show them."
        case .finesse: "\(error)"
        }
    }

    private static func next(_ forbidden: FinesseAgentError.ForbiddenAction) -> String {
        let commands = forbidden.allowed.compactMap(\.command).map { "finessectl \($0)" }.joined(separator: ", ")
        let possible = commands.isEmpty ? "Wait until that changes." : "Possible now: \(commands)."
        return hint(forbidden).map { "\($0) \(possible)" } ?? possible
    }

    /// The way there, where it takes more than one command.
    private static func hint(_ forbidden: FinesseAgentError.ForbiddenAction) -> String? {
        switch forbidden.needed {
        case .transfer where forbidden.state.isSignedIn:
            "First \"finessectl call NUMBER --consult\", and an answer there; or hand the call over at once: \"finessectl transfer NUMBER\"."
        case .conference where forbidden.state.isSignedIn:
            "First \"finessectl call NUMBER --consult\", and an answer there."
        default: nil
        }
    }
}

extension AgentAction {
    /// The command that does it; nil where it goes without saying.
    var command: String? {
        switch self {
        case .signIn: "state LOGIN --extension NUMBER"
        case .ready: "state READY"
        case .notReady: "state NOT_READY"
        case .dial: "call NUMBER"
        case .answer: "answer"
        case .hold: "hold"
        case .retrieve: "retrieve"
        case .consult: "call NUMBER --consult"
        case .transfer: "transfer"
        case .conference: "conference"
        case .drop: "drop"
        case .wrapUp: "wrap-up REASON"
        case .signOut: "state LOGOUT"
        }
    }
}

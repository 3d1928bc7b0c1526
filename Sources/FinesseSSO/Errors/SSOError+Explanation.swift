public import Finesse
import FinesseTypes
import HTTPTransport

extension SSOError {
    /// The failure in the four parts that a person needs.
    public var explanation: FailureExplanation {
        switch self {
        case .unreachable(let address, let errors): Self.unreachable(address, errors)
        case .finesse(let error): error.explanation
        case .unknownMode(let word, let host): Self.unknownMode(word, host)
        case .noAgent(let host, let user):
            FailureExplanation(
                host: host,
                step: TokenStep.signIn.rawValue,
                problem: "\(user) signs in through pages and nothing here shows pages",
                nextAction: "Give the sign-in an agent that walks through pages."
            )
        case .noPassword(let host, let user):
            FailureExplanation(
                host: host,
                step: "signing in with a password",
                problem: "no password was given for \(user)",
                nextAction: "Give the password."
            )
        case .agent(let error):
            FailureExplanation(
                host: error.host,
                step: "walking through the sign-in pages",
                problem: error.words.problem,
                nextAction: error.words.nextAction
            )
        case .tokenRefused(let refusal): refusal.explanation
        case .unusableTokenAnswer(let error, let host, let step):
            FailureExplanation(
                host: host,
                step: step.rawValue,
                problem: "the answer cannot be used: \(error)",
                nextAction: error.nextAction
            )
        case .nobodysToken(let host):
            FailureExplanation(
                host: host,
                step: "checking whose token it is",
                problem: "the answer does not say whose token it is",
                nextAction: "Check that no proxy drops return_user=yes from the query; record a trace and report it."
            )
        case .refreshTransport(let error):
            FailureExplanation(
                host: hostAndPort(error.origin),
                step: TokenStep.refresh.rawValue,
                problem: "\(error)",
                nextAction: "Then refresh again."
            )
        case .passwordGuard(let error):
            FailureExplanation(
                host: "this machine",
                step: "looking whether the password was refused lately",
                problem: "\(error)",
                nextAction: "The password was not sent. Sign in again once this is mended."
            )
        }
    }

    private static func unreachable(_ address: ServerAddress, _ errors: [TransportError]) -> FailureExplanation {
        let ports = errors.map { String($0.origin.port) }.joined(separator: " and ")
        let reasons = errors.map { "port \($0.origin.port): \($0)" }.joined(separator: " ")
        let tried = errors.count > 1 ? "ports \(ports) give no answer: " : ""
        return FailureExplanation(
            host: address.host,
            step: "looking for the Finesse server",
            problem: tried + reasons,
            nextAction: address.port == nil
                ? "Check the name and the network; if Finesse listens on another port, write host:port."
                : "Check the name, the port and the network."
        )
    }

    private static func unknownMode(_ word: String?, _ host: String) -> FailureExplanation {
        FailureExplanation(
            host: host,
            step: "finding out how users sign in",
            problem: word.map { "the server says \"\(String($0.prefix(40)))\", a mode that is not known" }
                ?? "the server does not say how users sign in",
            nextAction: "Give the mode by hand: SSO, NON_SSO or HYBRID; behind Cisco's reverse proxy this is the usual"
                + " way."
        )
    }
}

/// Host and port, the scheme's own port too.
func hostAndPort(_ origin: HTTPOrigin) -> String {
    "\(origin.isIPv6 ? "[\(origin.host)]" : origin.host):\(origin.port)"
}

extension TokenRefusal {
    /// The refusal in the four parts that a person needs.
    public var explanation: FailureExplanation {
        let words = message.isEmpty ? "" : " (\(message))"
        return FailureExplanation(
            host: host,
            step: step.rawValue,
            problem: "the server answered \(status)\(words)",
            nextAction: nextAction
        )
    }

    private var nextAction: String {
        switch status {
        case 403: "Ask the other Finesse node."
        case 429: "Wait a minute, then sign in once."
        case 418: "The reverse proxy has blocked this address: wait half an hour, then sign in once."
        case 500...599: "Try again in a minute, or ask the other Finesse node."
        default: "Sign in again; if it stays so, have Test SSO run at the identity service."
        }
    }
}

extension TokenAnswerError {
    var nextAction: String {
        switch self {
        case .html: "Sign in again; if it stays so, open the address in a browser and see which page it shows."
        case .truncated, .empty: "Try again; if it stays so, look for a proxy that cuts answers."
        default: "Check that the address is a Finesse node of release 11.6 or later; record a trace and report it."
        }
    }
}

public import Finesse
public import FinesseTypes
public import HTTPTransport

/// Why a sign-in or a refresh could not be done; a sign-in whose answer is no is a ``SignInOutcome`` instead.
public enum SSOError: Error, Hashable, Sendable {
    /// No candidate port of the server answered; one error for each, in the order they were tried.
    case unreachable(ServerAddress, [TransportError])
    /// A call to Finesse failed.
    case finesse(FinesseError)
    /// SystemInfo names no mode that is known, or none at all.
    case unknownMode(word: String?, host: String)
    /// A token is needed and nobody is there who walks through pages.
    case noAgent(host: String, user: UserName)
    /// A password is needed and none was given.
    case noPassword(host: String, user: UserName)
    /// The pages could not be reached or shown.
    case agent(SignInAgentError)
    /// The token's address answered with a status that says no.
    case tokenRefused(TokenRefusal)
    /// The token's address answered 200 with something that is no token.
    case unusableTokenAnswer(TokenAnswerError, host: String, TokenStep)
    /// The answer does not say whose token it is.
    case nobodysToken(host: String)
    /// The refresh request did not get through.
    case refreshTransport(TransportError)
    /// It could not be found out whether the password was refused lately, so that it was not sent.
    case passwordGuard(TokenStoreError)
}

/// At which step tokens were expected.
public enum TokenStep: String, Hashable, Sendable {
    /// At the end of a sign-in.
    case signIn = "getting an access token"
    /// In place of an old one.
    case refresh = "refreshing the access token"
}

/// A no of the token's address.
public struct TokenRefusal: Hashable, Sendable {
    /// Host and port.
    public var host: String
    /// At which step.
    public var step: TokenStep
    /// The HTTP status.
    public var status: Int
    /// The server's own words, in whichever form they came; may be empty.
    public var message: String

    /// Makes a refusal from its parts.
    ///
    /// - Parameters:
    ///   - host: Host and port.
    ///   - step: At which step.
    ///   - status: The HTTP status.
    ///   - message: The server's own words.
    public init(host: String, step: TokenStep, status: Int, message: String) {
        self.host = host
        self.step = step
        self.status = status
        self.message = message
    }
}

extension SSOError {
    /// True when trying again without changing anything cannot help.
    public var isFinal: Bool {
        switch self {
        case .unreachable, .refreshTransport, .passwordGuard: false
        case .finesse(.transport): false
        case .finesse(.refused(let refusal)): !refusal.isTransient
        case .finesse(.noAccessToken(let error, _)): error.isFinal
        case .finesse: true
        case .agent(.transport), .agent(.timedOut), .agent(.cancelled): false
        case .agent: true
        case .tokenRefused(let refusal): !(refusal.status == 429 || refusal.status >= 500)
        case .unusableTokenAnswer(.truncated, _, _), .unusableTokenAnswer(.empty, _, _): false
        case .unknownMode, .noAgent, .noPassword, .unusableTokenAnswer, .nobodysToken: true
        }
    }

    /// A short name without payload, for counters.
    public var label: String {
        switch self {
        case .unreachable: "unreachable"
        case .finesse(let error): "finesse-\(error.label)"
        case .unknownMode: "unknown-mode"
        case .noAgent: "no-agent"
        case .noPassword: "no-password"
        case .agent(.transport): "agent-transport"
        case .agent(.redirectLoop): "agent-redirect-loop"
        case .agent(.timedOut): "agent-timed-out"
        case .agent(.page): "agent-page"
        case .agent(.cancelled): "agent-cancelled"
        case .tokenRefused: "token-refused"
        case .unusableTokenAnswer(let error, _, _): "token-\(error.label)"
        case .nobodysToken: "nobodys-token"
        case .refreshTransport: "refresh-transport"
        case .passwordGuard(let error): "password-guard-\(error.label)"
        }
    }

    /// The step, to follow "while".
    public var step: String { explanation.step }

    /// The host and port that were talked to.
    public var host: String { explanation.host }

    /// What to do next.
    public var nextAction: String { explanation.nextAction }
}

extension SSOError: CustomStringConvertible {
    /// Host, step, what is wrong and what to do next, as sentences for people.
    public var description: String { explanation.description }
}

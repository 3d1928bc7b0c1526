public import FinesseTypes
public import HTTPTransport

/// Why a call to Finesse did not do what it was for.
public enum FinesseError: Error, Hashable, Sendable {
    /// The request makes no sense, so it was not sent.
    case invalidRequest(FinesseCall, reason: String)
    /// The exchange did not happen or did not end.
    case transport(TransportError, FinesseCall)
    /// The server said no.
    case refused(FinesseRefusal)
    /// The server answered with something that the documents do not describe.
    case unreadableAnswer(AnswerProblem, FinesseCall)
    /// The source of access tokens had none.
    case noAccessToken(AccessTokenUnavailable, FinesseCall)
    /// A change was taken in, and was not seen before the deadline.
    case notConfirmed(MissingConfirmation)

    /// What is wrong with an answer.
    public enum AnswerProblem: Hashable, Sendable {
        /// A page for people, such as a login page or a proxy's notice.
        case html
        /// No well-formed XML; the reason names no content.
        case notXML(String)
        /// Another document than the one asked for.
        case otherDocument(expected: String, found: String)
        /// An element that must be there is not, or is empty.
        case missing(element: String)
        /// An element holds a word that is not known.
        case unknownWord(element: String, word: String)
    }
}

extension FinesseError {
    /// The call that failed.
    public var call: FinesseCall {
        switch self {
        case .invalidRequest(let call, _), .transport(_, let call), .unreadableAnswer(_, let call),
            .noAccessToken(_, let call):
            call
        case .refused(let refusal): refusal.call
        case .notConfirmed(let missing): missing.call
        }
    }

    /// A short name without payload, for counters.
    public var label: String {
        switch self {
        case .invalidRequest: "invalid-request"
        case .transport: "transport"
        case .refused: "refused"
        case .unreadableAnswer: "unreadable-answer"
        case .noAccessToken: "no-access-token"
        case .notConfirmed: "not-confirmed"
        }
    }

    /// The failure in the four parts that a person needs.
    public var explanation: FailureExplanation {
        let (problem, nextAction) = words
        return FailureExplanation(
            host: call.host,
            step: "\(call.operation)",
            problem: problem,
            nextAction: nextAction
        )
    }

    private var words: (problem: String, nextAction: String) {
        switch self {
        case .invalidRequest(_, let reason):
            ("the request was not sent, since \(reason)", "Give another value, then repeat the step.")
        case .transport(let error, _):
            ("\(error)", "Then repeat the step.")
        case .refused(let refusal):
            (refusal.problem, refusal.meaning.nextAction)
        case .unreadableAnswer(let problem, _):
            ("the answer cannot be used: \(problem)", problem.nextAction)
        case .noAccessToken(let error, _):
            (error.reason, error.nextAction)
        case .notConfirmed(let missing):
            (missing.problem, missing.nextAction)
        }
    }
}

extension FinesseError: CustomStringConvertible {
    /// Host, step, what is wrong and what to do next, as sentences for people.
    public var description: String { explanation.description }
}

extension FinesseError.AnswerProblem: CustomStringConvertible {
    /// The problem in words.
    public var description: String {
        switch self {
        case .html: "it is a web page, not XML"
        case .notXML(let reason): "it is not well-formed XML (\(reason))"
        case .otherDocument(let expected, let found): "it is a <\(found)>, not a <\(expected)>"
        case .missing(let element): "it has no <\(element)>"
        case .unknownWord(let element, let word): "its <\(element)> is \"\(word)\", a word that is not known"
        }
    }

    var nextAction: String {
        switch self {
        case .html:
            "Check that the address is a Finesse node and that no proxy or login page stands in between."
        case .notXML, .otherDocument, .missing, .unknownWord:
            "Check that the address is a Finesse node of release 11.6 or later; record a trace and report it."
        }
    }
}

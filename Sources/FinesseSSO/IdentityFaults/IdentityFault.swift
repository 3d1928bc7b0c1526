public import Finesse

/// A fault between the identity service and the identity provider that the documents describe.
public struct IdentityFault: Hashable, Sendable {
    /// Where in the chain it shows.
    public enum Stage: String, Hashable, Sendable {
        /// The identity service refused the request for a code.
        case authorization = "asking the identity service for a code"
        /// The identity provider refused the identity service's request.
        case identityProvider = "asking the identity provider to sign the user in"
        /// Finesse could not buy a new token.
        case refresh = "refreshing the access token"
        /// The identity service refused the identity provider's answer.
        case response = "handing the identity provider's answer to the identity service"
    }

    /// A short, lasting name.
    public var code: String
    /// Texts that must all be on the page, case, blanks and entities aside.
    public var patterns: [String]
    /// Where in the chain it shows.
    public var stage: Stage
    /// The cause, a sentence without capital and full stop.
    public var cause: String
    /// What to do, one or more sentences.
    public var fix: String

    init(_ code: String, _ stage: Stage, _ patterns: [String], cause: String, fix: String) {
        self.code = code
        self.stage = stage
        self.patterns = patterns
        self.cause = cause
        self.fix = fix
    }
}

/// A fault that was recognised on a page.
public struct IdentityFaultReport: Hashable, Sendable {
    /// The fault.
    public var fault: IdentityFault
    /// Host and port of the page.
    public var host: String
    /// The HTTP status of the page.
    public var status: Int
    /// The documented text as the page has it; empty when it is nowhere in what the page shows.
    public var says: String

    /// Makes a report from its parts.
    ///
    /// - Parameters:
    ///   - fault: The fault.
    ///   - host: Host and port of the page.
    ///   - status: The HTTP status of the page.
    ///   - says: The documented text as the page has it.
    public init(fault: IdentityFault, host: String, status: Int, says: String = "") {
        self.fault = fault
        self.host = host
        self.status = status
        self.says = says
    }

    /// The fault in the four parts that a person needs.
    public var explanation: FailureExplanation {
        FailureExplanation(
            host: host,
            step: fault.stage.rawValue,
            problem: "\(fault.cause) (\(fault.code), status \(status)\(says.isEmpty ? "" : "; it says \"\(says)\""))",
            nextAction: fault.fix
        )
    }
}

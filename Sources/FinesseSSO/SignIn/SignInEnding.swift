public import Finesse

/// How the walk through the pages ended.
public enum SignInEnding: Hashable, Sendable {
    /// At one of the addresses where the token comes.
    case answer(FinalAnswer)
    /// On a page that needs something which is not at hand.
    case stopped(SignInStop)
    /// The identity provider said no to what was filled in.
    case refused(SignInRefusal)
    /// On a page with an error that the documents describe.
    case identityFault(IdentityFaultReport)
}

/// What came at an address where the token comes; it may be anything.
public struct FinalAnswer: Hashable, Sendable {
    /// Host and port it came from.
    public var host: String
    /// The HTTP status.
    public var status: Int
    /// The body; it may hold tokens.
    public var body: [UInt8]

    /// Makes an answer from its parts.
    ///
    /// - Parameters:
    ///   - host: Host and port it came from.
    ///   - status: The HTTP status.
    ///   - body: The body.
    public init(host: String, status: Int, body: [UInt8]) {
        self.host = host
        self.status = status
        self.body = body
    }
}

extension FinalAnswer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Status and length, never the body.
    public var description: String { "\(status) from \(host), \(body.count) bytes" }

    /// Status and length, never the body.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A page that a sign-in stopped on.
public struct SignInStop: Hashable, Sendable {
    /// What kind of page it is.
    public enum Kind: Hashable, Sendable {
        /// It asks for a name and a password, and none are at hand.
        case loginForm
        /// It asks for a password that may not go there.
        case passwordNotAllowed(PasswordObjection)
        /// It asks for a one-time code.
        case oneTimeCode
        /// It asks for consent, and saying yes was not allowed.
        case consent
        /// It asks for something else in a form.
        case otherForm
        /// It wants the operating system's sign-in, by these schemes of HTTP authentication.
        case integratedSignIn([String])
        /// It reports an error of its own, with this status.
        case error(Int)
        /// A script of it ran beyond its bounds and was ended.
        case scriptEnded
        /// The user agent did not go where it wanted to go; the words are a sentence.
        case blocked(String)
        /// It shows nothing without a fuller browser.
        case scriptOnly
        /// Page after page came, beyond the bound.
        case tooManyPages
        /// It is none of these.
        case unknown
    }

    /// Host and port of the page.
    public var host: String
    /// What kind of page it is.
    public var kind: Kind
    /// Its title, cut short.
    public var title: String
    /// What it says, cut short and redacted; may be empty.
    public var message: String
    /// The names of what it asks for.
    public var asksFor: [String]
    /// What kept its scripts from working, one phrase each.
    public var scriptTroubles: [String]

    /// Makes a stop from its parts.
    ///
    /// - Parameters:
    ///   - host: Host and port of the page.
    ///   - kind: What kind of page it is.
    ///   - title: Its title.
    ///   - message: What it says.
    ///   - asksFor: The names of what it asks for.
    ///   - scriptTroubles: What kept its scripts from working.
    public init(
        host: String,
        kind: Kind,
        title: String = "",
        message: String = "",
        asksFor: [String] = [],
        scriptTroubles: [String] = []
    ) {
        self.host = host
        self.kind = kind
        self.title = title
        self.message = message
        self.asksFor = asksFor
        self.scriptTroubles = scriptTroubles
    }
}

/// A no of the identity provider.
public struct SignInRefusal: Hashable, Sendable {
    /// Host and port of the identity provider.
    public var host: String
    /// Its own words, cut short and redacted; may be empty.
    public var message: String

    /// Makes a refusal from its parts.
    ///
    /// - Parameters:
    ///   - host: Host and port of the identity provider.
    ///   - message: Its own words.
    public init(host: String, message: String) {
        self.host = host
        self.message = message
    }

    /// The refusal in the four parts that a person needs.
    public var explanation: FailureExplanation {
        let words = message.isEmpty ? "" : ": \"\(message)\""
        return FailureExplanation(
            host: host,
            step: "signing in at the identity provider",
            problem: "the identity provider refused the user name or the password\(words)",
            nextAction: "Check both, then sign in again; the same password is not sent a second time, since repeated"
                + " failures lock accounts."
        )
    }
}

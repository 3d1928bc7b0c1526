/// A page that a sign-in stopped on.
public struct SignInStop: Hashable, Sendable {
    /// What kind of page it is.
    public enum Kind: Hashable, Sendable {
        /// It asks for a name and a password, and none are at hand.
        case loginForm
        /// It asks for a password that may not go there.
        case passwordNotAllowed(PasswordObjection)
        /// It asks for a one-time code, and there is none to be had where this was not asked for.
        case oneTimeCode
        /// It asks for a one-time code, and there was none for this reason.
        case noOneTimeCode(OneTimeCodeError)
        /// It asks to choose one of these, and nothing configured says which.
        case choice([String])
        /// A rule says to stop here, with these words.
        case ruled(name: String, message: String)
        /// A rule could not be followed; the reason is a sentence.
        case ruleNotFollowed(name: String, reason: String)
        /// It asks for consent, and saying yes was not allowed.
        case consent
        /// It asks for something else in a form.
        case otherForm
        /// It wants the operating system's sign-in, by these schemes of HTTP authentication.
        case integratedSignIn([String])
        /// It wants the operating system's sign-in, was allowed to have it, and did not get a ticket that it takes.
        case noTicket([String])
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
    /// The origin of the page; empty where it is not known.
    public var origin: String
    /// What the page looks like.
    public var look: PageLook?
    /// A rule to begin with, where one could help.
    public var suggestedRule: SignInRule?
    /// The page's markup without what may be secret, where there is a page.
    public var redactedMarkup: String?

    /// Makes a stop from its parts.
    ///
    /// - Parameters:
    ///   - host: Host and port of the page.
    ///   - kind: What kind of page it is.
    ///   - title: Its title.
    ///   - message: What it says.
    ///   - asksFor: The names of what it asks for.
    ///   - scriptTroubles: What kept its scripts from working.
    ///   - origin: The origin of the page.
    ///   - look: What the page looks like.
    ///   - suggestedRule: A rule to begin with.
    ///   - redactedMarkup: The page's markup without what may be secret.
    public init(
        host: String,
        kind: Kind,
        title: String = "",
        message: String = "",
        asksFor: [String] = [],
        scriptTroubles: [String] = [],
        origin: String = "",
        look: PageLook? = nil,
        suggestedRule: SignInRule? = nil,
        redactedMarkup: String? = nil
    ) {
        self.host = host
        self.kind = kind
        self.title = title
        self.message = message
        self.asksFor = asksFor
        self.scriptTroubles = scriptTroubles
        self.origin = origin
        self.look = look
        self.suggestedRule = suggestedRule
        self.redactedMarkup = redactedMarkup
    }
}

extension SignInStop.Kind {
    /// A short name without payload, for programs.
    public var label: String {
        switch self {
        case .loginForm: "login-form"
        case .passwordNotAllowed: "password-not-allowed"
        case .oneTimeCode: "one-time-code"
        case .noOneTimeCode: "no-one-time-code"
        case .choice: "choice"
        case .ruled: "ruled"
        case .ruleNotFollowed: "rule-not-followed"
        case .consent: "consent"
        case .otherForm: "other-form"
        case .integratedSignIn: "integrated-sign-in"
        case .noTicket: "no-ticket"
        case .error: "error"
        case .scriptEnded: "script-ended"
        case .blocked: "blocked"
        case .scriptOnly: "script-only"
        case .tooManyPages: "too-many-pages"
        case .unknown: "unknown"
        }
    }
}

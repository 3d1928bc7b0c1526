public import Finesse

/// A no of the identity provider.
public struct SignInRefusal: Hashable, Sendable {
    /// What the identity provider said no to.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The user name or the password, or something that the page does not tell.
        case credentials
        /// The one-time code; the password was right.
        case oneTimeCode
        /// The password is right and has expired, or has to be changed.
        case passwordExpired
        /// The account is locked.
        case accountLocked
        /// The account is disabled.
        case accountDisabled
        /// There were too many attempts; it is locked for a while.
        case tooManyAttempts
        /// A second factor has to be set up first.
        case enrolmentRequired
    }

    /// Host and port of the identity provider.
    public var host: String
    /// What it said no to.
    public var reason: Reason
    /// Its own words, cut short and redacted; may be empty.
    public var message: String

    /// Makes a refusal from its parts.
    ///
    /// - Parameters:
    ///   - host: Host and port of the identity provider.
    ///   - reason: What it said no to.
    ///   - message: Its own words.
    public init(host: String, reason: Reason = .credentials, message: String) {
        self.host = host
        self.reason = reason
        self.message = message
    }

    /// The refusal in the four parts that a person needs.
    public var explanation: FailureExplanation {
        let quoted = message.isEmpty ? "" : ": \"\(message)\""
        let (problem, nextAction) = words
        return FailureExplanation(
            host: host,
            step: "signing in at the identity provider",
            problem: problem + quoted,
            nextAction: nextAction
        )
    }

    private var words: (problem: String, nextAction: String) {
        switch reason {
        case .credentials:
            (
                "the identity provider refused the user name or the password",
                "Check both, then sign in again; the same password is not sent a second time, since repeated"
                    + " failures lock accounts."
            )
        case .oneTimeCode:
            (
                "the identity provider refused the one-time code, not the password",
                "Wait for the next code and sign in again; if that one is refused too, check this machine's clock and whether"
                    + " the secret is the one of this account."
            )
        case .passwordExpired:
            (
                "the password has expired or must be changed; it was not wrong",
                "Change it in a browser at the identity provider, or have it reset, then sign in with the new one."
            )
        case .accountLocked:
            (
                "the account is locked; nothing is said about the password",
                "Have the account unlocked by whoever runs the identity provider; until then every attempt is refused."
            )
        case .accountDisabled:
            (
                "the account is disabled; nothing is said about the password",
                "Have the account enabled by whoever runs the identity provider."
            )
        case .tooManyAttempts:
            (
                "the identity provider has seen too many attempts and accepts none for a while",
                "Wait as long as it says, commonly 15 to 30 minutes, then sign in once with a password that is known to be"
                    + " right."
            )
        case .enrolmentRequired:
            (
                "the identity provider wants a second factor set up before anybody signs in",
                "Set it up once in a browser with this account, keep its secret where that is allowed, then sign in"
                    + " again."
            )
        }
    }
}

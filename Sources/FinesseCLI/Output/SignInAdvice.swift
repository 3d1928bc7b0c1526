import FinesseSSO

/// What a sign-in that did not succeed means for the shell, and which option would change it.
enum SignInAdvice {
    /// The failure of an outcome; nil for a sign-in that succeeded.
    static func failure(for outcome: SignInOutcome) -> CommandFailure? {
        guard let explanation = outcome.explanation else { return nil }
        return CommandFailure(status(of: outcome), "\(explanation)\(hint(for: outcome))")
    }

    private static func status(of outcome: SignInOutcome) -> ExitStatus {
        switch outcome {
        case .signedIn: .success
        case .stopped: .stoppedOnPage
        case .refused, .otherUser: .refused
        case .identityFault: .serverError
        }
    }

    private static func hint(for outcome: SignInOutcome) -> String {
        guard case .stopped(let stop) = outcome else { return "" }
        switch stop.kind {
        case .consent: return " The option for it is --accept-consent."
        case .oneTimeCode: return " The options for it are --otp-secret-file FILE and --otp-command COMMAND."
        case .choice: return " The option for it is --realm WORDS, or the profile's realm."
        case .integratedSignIn(let schemes) where schemes.contains { $0.lowercased() == "negotiate" }:
            return " The option for it is --negotiate-origin \(stop.origin), or the profile's negotiate-origins."
        case .passwordNotAllowed(let objection):
            switch objection.reason {
            case .notEncrypted: return " The option for it is --allow-password-over-http \(objection.origin)."
            case .refusedBefore: return " The option for it is --retry-password."
            case .notAllowed:
                return " Allow it with --password-origin \(objection.origin), or among the profile's password-origins."
            }
        default: return ""
        }
    }
}

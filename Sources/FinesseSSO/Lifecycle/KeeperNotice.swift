import Finesse
public import FinesseTypes

/// What a keeper has to tell whoever watches it; it holds no secret.
public enum KeeperNotice: Hashable, Sendable {
    /// Something about the tokens.
    case tokens(TokenNotice)
    /// Something about the store: what could not be read is as if it were not there.
    case store(TokenStoreError)
    /// Only a person can go on.
    case needsPerson(AccessTokenUnavailable)
}

extension KeeperNotice: CustomStringConvertible {
    /// What happened, as sentences for people.
    public var description: String {
        switch self {
        case .tokens(let notice): "\(notice)"
        case .store(let error): "\(error)"
        case .needsPerson(let reason): "\(reason)"
        }
    }
}

extension AccessTokenUnavailable {
    /// A renewal that could not be done.
    init(_ error: SSOError) {
        self.init(explanation: error.explanation, isFinal: error.isFinal)
    }

    /// A silent sign-in that did not end with a token.
    init(_ outcome: SignInOutcome) {
        guard let explanation = outcome.explanation else {
            self.init(
                reason: "This user signs in with a password, and there is no token to keep.",
                nextAction: "Use the password for each call.",
                isFinal: true
            )
            return
        }
        self.init(explanation: explanation, isFinal: true)
    }

    private init(explanation: FailureExplanation, isFinal: Bool) {
        self.init(
            reason: "\(explanation.host), while \(explanation.step): \(explanation.problem).",
            nextAction: explanation.nextAction,
            isFinal: isFinal
        )
    }
}

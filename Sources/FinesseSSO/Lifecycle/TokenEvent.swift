public import FinesseTypes

/// What happens to the tokens of a user, see ``TokenMachine``.
public enum TokenEvent: Hashable, Sendable {
    /// The store was read; it had these tokens, or none.
    case loaded(TokenSet?)
    /// Somebody wants a token.
    case wanted
    /// A server answered 401 to this token.
    case refused(AccessToken)
    /// The time of a ``TokenAction/wake(after:)`` has come.
    case woke
    /// A refresh gave these tokens.
    case renewed(TokenSet)
    /// A refresh found that these tokens buy nothing any more.
    case renewalRefused(RefreshRefusal)
    /// A sign-in gave these tokens: the silent one, or one that a person did.
    case signedIn(TokenSet)
    /// A refresh or a silent sign-in could not be done.
    case failed(AccessTokenUnavailable)
    /// A silent sign-in came to a page that asks for a person.
    case needsPerson(AccessTokenUnavailable)
    /// The tokens of a ``TokenAction/save(_:)`` are safe.
    case saved
    /// The tokens of a ``TokenAction/save(_:)`` could not be written, for this reason.
    case saveFailed(String)
    /// Another program has put newer tokens into the store.
    case replaced(TokenSet)
    /// The user was signed out.
    case signedOut
}

/// What is to be done for the tokens of a user, see ``TokenMachine``.
public enum TokenAction: Hashable, Sendable {
    /// Refresh these tokens; answered by ``TokenEvent/renewed(_:)``, ``TokenEvent/renewalRefused(_:)``,
    /// ``TokenEvent/failed(_:)``, or ``TokenEvent/replaced(_:)`` where another program has done it.
    case refresh(TokenSet)
    /// Sign in and ask nobody; answered by ``TokenEvent/signedIn(_:)``, ``TokenEvent/needsPerson(_:)``,
    /// ``TokenEvent/failed(_:)``, or ``TokenEvent/replaced(_:)`` where another program has done it.
    case signInSilently
    /// Write these tokens; answered by ``TokenEvent/saved`` or ``TokenEvent/saveFailed(_:)``.
    case save(TokenSet)
    /// Give these tokens to everybody who waits, and to everybody who comes.
    case publish(TokenSet)
    /// Give the tokens that were published to nobody any more.
    case withdraw
    /// Tell everybody who waits that there is no token.
    case refuse(AccessTokenUnavailable)
    /// Ask a person to sign in.
    case askPerson(AccessTokenUnavailable)
    /// Come back with ``TokenEvent/woke`` after this time, in place of an earlier such wish.
    case wake(after: Duration)
    /// Tell whoever watches.
    case notice(TokenNotice)
}

extension TokenAction {
    /// Whether it only says when to look again.
    var isWake: Bool {
        if case .wake = self { true } else { false }
    }
}

/// Something worth a line in a log; it holds no secret.
public enum TokenNotice: Hashable, Sendable {
    /// The server gave nothing for the tokens there are.
    case refreshRefused(RefreshRefusal)
    /// A refresh or a silent sign-in could not be done.
    case failed(AccessTokenUnavailable)
    /// New tokens are in use and could not be written; that is tried again.
    case notSaved(String)
}

extension TokenNotice: CustomStringConvertible {
    /// What happened, as a sentence for people.
    public var description: String {
        switch self {
        case .refreshRefused(let refusal): "\(refusal) A sign-in that asks nobody is tried."
        case .failed(let reason): "\(reason)"
        case .notSaved(let reason): "The new tokens are in use but not saved: \(reason)"
        }
    }
}

/// Why a cookie of the right domain did not go with a request or was not shown to a script.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.8.3 step 3.
public enum WithholdReason: Hashable, Sendable {
    /// It belongs to the host it names and the request goes to another host of that domain.
    case hostOnly

    /// The request's path is not at or below the cookie's.
    case path

    /// It is `Secure` and the connection is not.
    case insecureConnection

    /// It is `HttpOnly` and a script asked.
    case httpOnly

    /// It is `SameSite=Strict` and another site started the request.
    case strict(CrossSiteReason)

    /// `SameSite` lets it go with top-level navigations only, and this is none.
    case notTopLevel(SameSite, CrossSiteReason)

    /// `SameSite` lets it go with safe methods only; for an unspecified one the allowance after its creation is over.
    case unsafeMethod(SameSite, CrossSiteReason, method: String)

    /// It has ended and was removed.
    case expired
}

extension WithholdReason {
    /// Where the rule stands.
    public var section: String {
        switch self {
        case .expired: "RFC 6265bis §5.7"
        case .unsafeMethod(.unspecified, _, method: _): "RFC 6265bis §5.6.7.2, §5.8.3 step 3"
        default: "RFC 6265bis §5.8.3 step 3"
        }
    }

    /// The rule in one word, for counting.
    public var label: String {
        switch self {
        case .hostOnly: "host-only"
        case .path: "path"
        case .insecureConnection: "insecure-connection"
        case .httpOnly: "http-only"
        case .strict: "same-site-strict"
        case .notTopLevel: "same-site-not-top-level"
        case .unsafeMethod: "same-site-unsafe-method"
        case .expired: "expired"
        }
    }
}

extension WithholdReason: CustomStringConvertible {
    /// The rule as a sentence for people, with its section.
    public var description: String { "\(sentence) (\(section))" }

    private var sentence: String {
        switch self {
        case .hostOnly: "it belongs to its host only"
        case .path: "the path is outside the cookie's"
        case .insecureConnection: "it is Secure and the connection is not"
        case .httpOnly: "it is HttpOnly and a script asked"
        case .strict(let reason): "it is SameSite=Strict and \(reason.sentence)"
        case .notTopLevel(let sameSite, let reason):
            "its SameSite is \(sameSite.rawValue), \(reason.sentence), and this is no top-level navigation"
        case .unsafeMethod(let sameSite, let reason, let method):
            "its SameSite is \(sameSite.rawValue), \(reason.sentence), and \(method) is not a safe method"
        case .expired: "it has ended"
        }
    }
}

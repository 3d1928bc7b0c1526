/// A rule of cookies that a client must keep, named by the attribute that asks for it.
public enum CookieRule: String, CaseIterable, Hashable, Sendable {
    /// `Secure`: never over plain HTTP, never set by plain HTTP, and part of `SameSite=None`.
    case secure = "Secure"
    /// `Path`: sent below the path only, and part of a cookie's identity.
    case path = "Path"
    /// `Domain`: sent to that host and those below it, and to nobody else.
    case domain = "Domain"
    /// `Expires` and `Max-Age`: gone when the time is over.
    case expires = "Expires"
    /// `HttpOnly`: neither seen nor set by a page's script.
    case httpOnly = "HttpOnly"
    /// `SameSite`: withheld, or not, when another site started the request.
    case sameSite = "SameSite"
}

/// A step of a sign-in at which cookies are set or looked at.
enum CookieStep: String, Sendable, Hashable, CaseIterable {
    /// `GET /desktop/sso/token`, before Finesse sends the client away.
    case desktopStart
    /// The stop at Finesse without TLS, when it is switched on.
    case plainHop
    /// `GET /desktop/sso/authcode`.
    case desktopCallback
    /// `GET /ids/v1/oauth/authorize`.
    case authorize
    /// `POST /ids/saml/response`, which comes from the identity provider's site.
    case assertion
    /// `POST /ids/relay`, which comes from the identity service's own page.
    case relay
    /// `GET /adfs/ls/`.
    case loginPage
    /// `POST /adfs/ls/`.
    case loginSubmit

    /// The server that serves the step.
    var party: SandboxParty {
        switch self {
        case .desktopStart, .plainHop, .desktopCallback: .finesse
        case .authorize, .assertion, .relay: .identityService
        case .loginPage, .loginSubmit: .identityProvider
        }
    }
}

/// Circumstances on which an expectation depends.
enum CookieCondition: Sendable, Hashable {
    /// The three servers are three sites.
    case sitesApart
    /// The three servers lie under one parent domain.
    case sitesJoined
    /// The client came by the identity service's relay page, so that another site started the request.
    case cameByRelayPage
}

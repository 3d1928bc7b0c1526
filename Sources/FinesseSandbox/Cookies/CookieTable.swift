/// One cookie of the sandbox: who sets it, with what, and what a client that keeps the rules does with it.
struct CookieDefinition: Sendable {
    /// What must be seen at a step.
    enum Expectation: Sendable {
        /// The cookie must be among those sent.
        case arrives(at: CookieStep, when: Set<CookieCondition> = [])
        /// The cookie must not be among those sent.
        case staysAway(at: CookieStep, when: Set<CookieCondition> = [])
    }

    var name: String
    /// A decoy's value; nothing when the value is made for each sign-in.
    var decoy: String?
    var step: CookieStep
    var template: SetCookie
    var rule: CookieRule
    var expectations: [Expectation]

    /// Whether a cookie of a request is this one.
    func matches(_ cookie: RequestCookie) -> Bool {
        cookie.name == name && (decoy == nil ? !cookie.value.hasPrefix("decoy") : cookie.value == decoy)
    }
}

/// Every cookie of a sign-in, in the order in which it is set.
///
/// A client that ignores one of the six rules is refused at one of the steps, and the refusal names the rule. Among the
/// cookies are decoys, which a client that keeps the rules never sends: `decoy…` is their value.
///
/// | cookie | set at | attributes | what a client must do |
/// |---|---|---|---|
/// | `JSESSIONID` | desktop start | Path=/desktop; Secure; HttpOnly | send at the callback |
/// | `JSESSIONID` (decoy) | desktop start | Path=/desktop/archive | **Path**: keep beside the real one, never send |
/// | `FINESSE_LAX` | desktop start | SameSite=Lax | **SameSite**: send at the callback, a top-level GET |
/// | `FINESSE_STRICT` | desktop start | SameSite=Strict | **SameSite**: withhold after another site's page |
/// | `FINESSE_HOST` (decoy) | desktop start | Domain=another server | **Domain**: refuse |
/// | `FINESSE_SUFFIX` (decoy) | desktop start | Domain=a public suffix | **Domain**: refuse |
/// | `FINESSE_EXPIRED` (decoy) | desktop start | Expires in 1970 | **Expires**: forget at once |
/// | `FINESSE_MAXAGE` (decoy) | desktop start | Max-Age=0 | **Expires**: forget at once |
/// | `cc_username` | desktop start | readable by scripts; Domain=parent when there is one | **Domain**: send to the others then |
/// | `JSESSIONID` (decoy) | plain hop | from plain HTTP | **Secure**: refuse, it would replace a secure one |
/// | `JSESSIONID` | authorize | Path=/ids; SameSite=Lax | **SameSite**: withhold at the cross-site POST, send at the relay |
/// | `IDSROUTE` | authorize | SameSite=None; Secure | **SameSite**: send at the cross-site POST |
/// | `IDSSTRICT` | authorize | SameSite=Strict | **SameSite**: withhold at the cross-site POST, send at the relay |
/// | `IDSPENDING` | authorize | deleted by Expires with the assertion's answer | **Expires**: gone at the relay |
/// | `IDSINSECURE` (decoy) | authorize | SameSite=None without Secure | **Secure**: refuse |
/// | `__Secure-IDS` (decoy) | authorize | the prefix without Secure | **Secure**: refuse |
/// | `MSISContext` | login page | HttpOnly | **HttpOnly**: hide from the page's script, let it not be overwritten |
/// | `MSISPortal` (decoy) | login page | Path=/adfs/portal | **Path**: never send to the login form's address |
/// | `__Secure-MSIS` | login page | the prefix with Secure | **Secure**: keep and send with the login form |
///
/// The identity provider's `MSISAuth` and `MSISSignOut` carry its session and test nothing.
///
/// Source: RFC 6265bis (draft 20); that clients must honour the attributes: "Client Integration".
enum CookieTable {
    static let desktopSession = "JSESSIONID"
    static let identitySession = "JSESSIONID"
    static let userName = "cc_username"
    static let loginContext = "MSISContext"
    static let pending = "IDSPENDING"
    static let hiddenFromScripts = "decoy.httponly"

    static let all: [CookieDefinition] = finesse + identityService + identityProvider

    private static let finesse: [CookieDefinition] = [
        CookieDefinition(
            name: "JSESSIONID",
            step: .desktopStart,
            template: SetCookie(name: "JSESSIONID", value: "", path: "/desktop"),
            rule: .path,
            expectations: []
        ),
        CookieDefinition(
            name: "JSESSIONID",
            decoy: "decoy.path",
            step: .desktopStart,
            template: SetCookie(name: "JSESSIONID", value: "decoy.path", path: "/desktop/archive"),
            rule: .path,
            expectations: [.staysAway(at: .desktopCallback), .staysAway(at: .desktopStart)]
        ),
        CookieDefinition(
            name: "FINESSE_LAX",
            step: .desktopStart,
            template: SetCookie(name: "FINESSE_LAX", value: "1", path: "/desktop", sameSite: .lax),
            rule: .sameSite,
            expectations: [.arrives(at: .desktopCallback)]
        ),
        CookieDefinition(
            name: "FINESSE_STRICT",
            step: .desktopStart,
            template: SetCookie(name: "FINESSE_STRICT", value: "1", path: "/desktop", sameSite: .strict),
            rule: .sameSite,
            expectations: [.staysAway(at: .desktopCallback, when: [.sitesApart, .cameByRelayPage])]
        ),
        CookieDefinition(
            name: "FINESSE_HOST",
            decoy: "decoy.domain",
            step: .desktopStart,
            template: SetCookie(name: "FINESSE_HOST", value: "decoy.domain", domain: "{other}"),
            rule: .domain,
            expectations: CookieStep.allCases.map { .staysAway(at: $0) }
        ),
        CookieDefinition(
            name: "FINESSE_SUFFIX",
            decoy: "decoy.domain",
            step: .desktopStart,
            template: SetCookie(name: "FINESSE_SUFFIX", value: "decoy.domain", domain: "{suffix}"),
            rule: .domain,
            expectations: CookieStep.allCases.map { .staysAway(at: $0) }
        ),
        CookieDefinition(
            name: "FINESSE_EXPIRED",
            decoy: "decoy.expires",
            step: .desktopStart,
            template: SetCookie(name: "FINESSE_EXPIRED", value: "decoy.expires", path: "/desktop", isExpired: true),
            rule: .expires,
            expectations: [.staysAway(at: .desktopCallback), .staysAway(at: .desktopStart)]
        ),
        CookieDefinition(
            name: "FINESSE_MAXAGE",
            decoy: "decoy.expires",
            step: .desktopStart,
            template: SetCookie(name: "FINESSE_MAXAGE", value: "decoy.expires", path: "/desktop", maxAge: 0),
            rule: .expires,
            expectations: [.staysAway(at: .desktopCallback), .staysAway(at: .desktopStart)]
        ),
        CookieDefinition(
            name: "cc_username",
            step: .desktopStart,
            template: SetCookie(
                name: "cc_username",
                value: "",
                domain: "{parent}",
                isHTTPOnly: false,
                sameSite: .lax
            ),
            rule: .domain,
            expectations: [.arrives(at: .loginPage, when: [.sitesJoined])]
        ),
        CookieDefinition(
            name: "JSESSIONID",
            decoy: "decoy.secure",
            step: .plainHop,
            template: SetCookie(name: "JSESSIONID", value: "decoy.secure", path: "/desktop", isSecure: false),
            rule: .secure,
            expectations: [.staysAway(at: .desktopCallback), .staysAway(at: .desktopStart)]
        ),
    ]

    private static let identityService: [CookieDefinition] = [
        CookieDefinition(
            name: "JSESSIONID",
            step: .authorize,
            template: SetCookie(name: "JSESSIONID", value: "", path: "/ids", sameSite: .lax),
            rule: .sameSite,
            expectations: [.staysAway(at: .assertion, when: [.sitesApart]), .arrives(at: .relay)]
        ),
        CookieDefinition(
            name: "IDSROUTE",
            step: .authorize,
            template: SetCookie(name: "IDSROUTE", value: "node1", path: "/ids", sameSite: SetCookie.SameSite.none),
            rule: .sameSite,
            expectations: [.arrives(at: .assertion), .arrives(at: .relay)]
        ),
        CookieDefinition(
            name: "IDSSTRICT",
            step: .authorize,
            template: SetCookie(name: "IDSSTRICT", value: "1", path: "/ids", sameSite: .strict),
            rule: .sameSite,
            expectations: [.staysAway(at: .assertion, when: [.sitesApart]), .arrives(at: .relay)]
        ),
        CookieDefinition(
            name: "IDSPENDING",
            step: .authorize,
            template: SetCookie(name: "IDSPENDING", value: "1", path: "/ids", sameSite: SetCookie.SameSite.none),
            rule: .expires,
            expectations: [.staysAway(at: .relay)]
        ),
        CookieDefinition(
            name: "IDSINSECURE",
            decoy: "decoy.secure",
            step: .authorize,
            template: SetCookie(
                name: "IDSINSECURE",
                value: "decoy.secure",
                path: "/ids",
                isSecure: false,
                sameSite: SetCookie.SameSite.none
            ),
            rule: .secure,
            expectations: [.staysAway(at: .assertion), .staysAway(at: .relay)]
        ),
        CookieDefinition(
            name: "__Secure-IDS",
            decoy: "decoy.secure",
            step: .authorize,
            template: SetCookie(name: "__Secure-IDS", value: "decoy.secure", path: "/ids", isSecure: false),
            rule: .secure,
            expectations: [.staysAway(at: .assertion), .staysAway(at: .relay)]
        ),
    ]

    private static let identityProvider: [CookieDefinition] = [
        CookieDefinition(
            name: "MSISContext",
            step: .loginPage,
            template: SetCookie(name: "MSISContext", value: "", path: "/adfs", sameSite: .lax),
            rule: .httpOnly,
            expectations: [.arrives(at: .loginSubmit)]
        ),
        CookieDefinition(
            name: "MSISContext",
            decoy: "decoy.httponly",
            step: .loginPage,
            template: SetCookie(name: "MSISContext", value: "decoy.httponly", path: "/adfs"),
            rule: .httpOnly,
            expectations: [.staysAway(at: .loginSubmit)]
        ),
        CookieDefinition(
            name: "MSISPortal",
            decoy: "decoy.path",
            step: .loginPage,
            template: SetCookie(name: "MSISPortal", value: "decoy.path", path: "/adfs/portal", sameSite: .lax),
            rule: .path,
            expectations: [.staysAway(at: .loginSubmit), .staysAway(at: .loginPage)]
        ),
        CookieDefinition(
            name: "__Secure-MSIS",
            step: .loginPage,
            template: SetCookie(name: "__Secure-MSIS", value: "1", path: "/adfs", sameSite: .lax),
            rule: .secure,
            expectations: [.arrives(at: .loginSubmit)]
        ),
    ]
}

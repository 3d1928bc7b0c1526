/// The choices that the cookie specification leaves to the user agent, as browsers ship them.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20; each setting names its section.
public struct CookiePolicy: Hashable, Sendable {
    /// How long a cookie without `SameSite` also goes with top-level requests by unsafe methods from another site; nil never.
    ///
    /// Source: §5.6.7.2, "Lax-allowing-unsafe".
    public var laxAllowingUnsafeWindow: Duration? = .seconds(120)

    /// Whether a redirect through another site makes a request cross-site; no browser ships it.
    ///
    /// Source: §8.8 and the history of §5.2.
    public var redirectChainCountsForSameSite = false

    /// Whether `http` to `localhost`, 127.0.0.0/8 and `::1` counts as a secure connection.
    ///
    /// Source: §5.8.3, note on "secure" connections.
    public var loopbackIsSecure = true

    /// The longest life of a cookie; `Expires` and `Max-Age` are brought down to it.
    ///
    /// Source: §5.5.
    public var maximumLifetime: Duration = .seconds(400 * 86400)

    /// How many cookies may share a domain.
    ///
    /// Source: §6.1, at least 50; browsers keep 180.
    public var maximumCookiesPerDomain = 180

    /// How many cookies the jar keeps.
    ///
    /// Source: §6.1, at least 3000.
    public var maximumCookies = 3000

    /// Makes the policy of a browser.
    public init() {}
}

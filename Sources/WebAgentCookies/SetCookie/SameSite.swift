/// What a cookie says about requests that another site started.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.6.7. There the absent or unknown value is called "Default".
public enum SameSite: String, Hashable, Sendable, CaseIterable {
    /// Nothing was said, or something unknown: treated as ``lax``, with the two-minute allowance.
    case unspecified

    /// Sent with every request; the cookie must be `Secure`.
    case none

    /// Sent from another site only with a top-level navigation by a safe method.
    case lax

    /// Never sent with a request that another site started.
    case strict
}

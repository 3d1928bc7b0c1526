/// Knows under which domains anyone can register one.
///
/// Source: https://publicsuffix.org/list/ and WHATWG URL (2025) §3.2 "public suffix", "registrable domain".
public protocol PublicSuffixes: Sendable {
    /// The part of a domain that one party has registered: the public suffix and one label more.
    ///
    /// - Parameter host: a domain, in any case, in Unicode or `xn--` form.
    /// - Returns: the registrable domain in lower case, otherwise written as in `host`, a trailing dot included; nil for
    ///   a public suffix, for an IP address and for a name with an empty label.
    func registrableDomain(of host: String) -> String?

    /// Whether a domain is a public suffix itself.
    ///
    /// - Parameter host: a domain, in any case, in Unicode or `xn--` form.
    /// - Returns: true for a public suffix; a single label that no rule names is one.
    func isPublicSuffix(_ host: String) -> Bool
}

public import HTTPTransport

/// What a ``CurlHTTPTransport`` trusts, who it is, and which way it goes.
///
/// Nothing is read from the environment or from files unless it is given here, except the system's own roots.
public struct CurlConfiguration: Sendable {
    /// Whether the certificate authorities that the system trusts are trusted.
    public var trustsSystemRoots = true
    /// Where those are.
    package var systemRoots = SystemRoots.library
    /// More certificates to trust for every origin (and for an HTTPS proxy), as PEM; a text may hold several.
    public var trustedCertificates: [String] = []
    /// For an origin, the only certificates to trust there, as PEM; a text may hold several.
    ///
    /// A pin replaces every root for its origin: a chain must end in (or be) a pinned certificate, which need not be
    /// self-signed, and neither a system root nor ``trustedCertificates`` helps. It counts for no other origin. Name and dates
    /// are verified as ever.
    public var pins: [HTTPOrigin: [String]] = [:]
    /// The certificate to show to an origin that asks for one; other origins never see it.
    public var clientIdentities: [HTTPOrigin: ClientIdentity] = [:]
    /// The proxy to go through.
    public var proxy: ProxyPolicy = .none
    /// Other addresses to connect to, as curl's `--connect-to`; the first that fits counts.
    public var addressOverrides: [AddressOverride] = []
    /// Whether HTTP/2 is offered to https origins.
    public var allowsHTTP2 = true

    /// Creates a configuration: system roots, no proxy, HTTP/2 where the server speaks it.
    public init() {}
}

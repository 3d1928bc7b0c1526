/// A scheme and the registrable domain (or else the host) of an origin: what SameSite compares.
///
/// Source: HTML §7.1.1 "site", https://html.spec.whatwg.org/multipage/browsers.html#sites
public enum Site: Hashable, Sendable, CustomStringConvertible {
    /// The site of a tuple origin.
    case tuple(scheme: String, host: Host)

    /// The site of an opaque origin: the same as no other.
    case opaque

    /// The site of an origin.
    ///
    /// - Parameters:
    ///   - origin: any origin.
    ///   - suffixes: the public suffixes.
    public init(of origin: Origin, suffixes: some PublicSuffixes) {
        guard case .tuple(let scheme, let host, _) = origin else {
            self = .opaque
            return
        }
        if case .domain(let name) = host, let registrable = suffixes.registrableDomain(of: name) {
            self = .tuple(scheme: scheme, host: .domain(registrable))
        } else {
            self = .tuple(scheme: scheme, host: host)
        }
    }

    /// The serialisation, `https://example.com` or `null`.
    public var description: String {
        switch self {
        case .tuple(let scheme, let host): "\(scheme)://\(host)"
        case .opaque: "null"
        }
    }

    /// Whether two sites are the same, schemes included.
    ///
    /// - Parameter other: another site.
    /// - Returns: true when both are tuples with the same parts.
    public func isSameSite(as other: Site) -> Bool { self != .opaque && self == other }

    /// Whether two sites are the same but for their schemes.
    ///
    /// - Parameter other: another site.
    /// - Returns: true when both are tuples with the same host.
    public func isSchemelesslySameSite(as other: Site) -> Bool {
        guard case .tuple(_, let host) = self, case .tuple(_, let otherHost) = other else { return false }
        return host == otherHost
    }
}

extension Origin {
    /// Whether two origins are of the same site, schemes included.
    ///
    /// - Parameters:
    ///   - other: another origin.
    ///   - suffixes: the public suffixes.
    /// - Returns: false where one of them is opaque.
    public func isSameSite(as other: Origin, suffixes: some PublicSuffixes) -> Bool {
        Site(of: self, suffixes: suffixes).isSameSite(as: Site(of: other, suffixes: suffixes))
    }
}

public import WebAgentURL

/// Whether a request is one that its own site started.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.2.
public enum SameSiteStatus: Hashable, Sendable {
    /// The site itself or the user started it.
    case sameSite

    /// Another site had a part in it.
    case crossSite(CrossSiteReason)
}

extension CookieContext {
    /// Computes the same-site status, a function of its arguments alone.
    ///
    /// DEPARTURE: a reload by the user counts as the user's own request, as in browsers; the draft remembers how the page
    /// was first reached. A frame that is reloaded still is judged by the pages around it.
    ///
    /// - Parameters:
    ///   - policy: whether redirects count.
    ///   - suffixes: what a site is.
    /// - Returns: the status with its reason.
    ///
    /// Source: draft-ietf-httpbis-rfc6265bis-20, §5.2 and §5.2.1.
    public func sameSiteStatus(policy: CookiePolicy, suffixes: some PublicSuffixes) -> SameSiteStatus {
        let origin = url.origin
        func foreign(among origins: [Origin]) -> Origin? {
            origins.first { !origin.isSameSite(as: $0, suffixes: suffixes) }
        }

        if case .frame(let ancestors) = target, let other = foreign(among: ancestors) {
            return .crossSite(.ancestor("\(other)"))
        }
        if let initiator, !isReload, let other = foreign(among: [initiator.origin] + initiator.ancestors) {
            return .crossSite(.initiator("\(other)"))
        }
        if policy.redirectChainCountsForSameSite, let other = foreign(among: redirectedFrom.map(\.origin)) {
            return .crossSite(.redirect("\(other)"))
        }
        return .sameSite
    }

    /// Whether the method is one that changes nothing.
    ///
    /// Source: RFC 9110 §9.2.1.
    var isSafe: Bool { ["GET", "HEAD", "OPTIONS", "TRACE"].contains(method) }
}

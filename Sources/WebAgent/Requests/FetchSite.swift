import WebAgentURL

/// How a request's URLs stand to the document that started it.
///
/// Source: https://w3c.github.io/webappsec-fetch-metadata/ (2025-04-01), §2.3.
enum FetchSite: String, Hashable, Sendable {
    case none
    case sameOrigin = "same-origin"
    case sameSite = "same-site"
    case crossSite = "cross-site"

    init(initiator: Origin?, urls: [WebURL], suffixes: some PublicSuffixes) {
        guard let initiator else {
            self = .none
            return
        }
        self = .sameOrigin
        for url in urls where !initiator.isSameOrigin(as: url.origin) {
            guard initiator.isSameSite(as: url.origin, suffixes: suffixes) else {
                self = .crossSite
                return
            }
            self = .sameSite
        }
    }
}

import WebAgentURL

/// A URL's host as cookies see it.
struct CookieHost {
    /// The canonical name; an IPv6 address keeps its brackets.
    let name: String

    /// Whether it is a name, whose upper domains can have cookies too, rather than an address.
    let isName: Bool

    private let isLoopback: Bool

    init?(_ url: WebURL) {
        guard let host = url.host else { return nil }
        name = host.description
        switch host {
        case .domain(let domain):
            isName = true
            isLoopback = domain == "localhost" || domain.hasSuffix(".localhost")
        case .ipv4(let address):
            isName = false
            isLoopback = address >> 24 == 127
        case .ipv6:
            isName = false
            isLoopback = name == "[::1]"
        case .opaque, .empty:
            return nil
        }
    }

    /// Whether a connection to it is secure.
    ///
    /// Source: draft-ietf-httpbis-rfc6265bis-20, §5.8.3, note.
    func isSecure(scheme: String, policy: CookiePolicy) -> Bool {
        scheme == "https" || (policy.loopbackIsSecure && isLoopback)
    }
}

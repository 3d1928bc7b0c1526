import WebAgentURL

extension WebAgent {
    /// The rule against sending a request that a page, or a redirect, wants; nil when there is none.
    func reasonNotToSend(_ request: AgentRequest, from page: WebURL) async -> NavigationRefusal? {
        let url = request.url
        guard url.scheme == "http" || url.scheme == "https" else { return .foreignScheme(url.scheme) }
        if request.body != nil, page.scheme == "https", url.scheme == "http", !configuration.allowsInsecurePost {
            return .insecurePost(from: RedactedURL(page), to: RedactedURL(url))
        }
        guard request.carriesPassword else { return nil }
        if url.scheme == "http", !configuration.allowsPasswordOverHTTP { return .passwordOverHTTP(url.origin) }
        if await !configuration.passwordOrigins.allows(url.origin) { return .passwordOriginNotAllowed(url.origin) }
        return nil
    }

    /// The rule against filling a password into the open page; nil when there is none.
    func reasonNotToFillPassword(in page: WebURL) async -> ActionRefusal? {
        if page.scheme != "https", !configuration.allowsPasswordOverHTTP { return .passwordOverHTTP(page.origin) }
        if await !configuration.passwordOrigins.allows(page.origin) { return .passwordOriginNotAllowed(page.origin) }
        return nil
    }
}

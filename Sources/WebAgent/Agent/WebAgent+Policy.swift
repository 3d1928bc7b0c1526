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

    /// The rule against filling a password into a document; nil when there is none.
    ///
    /// In a frame it is the frame's origin that gets the password, and so that must be allowed; the pages around it must have
    /// come as safely as it has, since they say what is in the frame.
    func reasonNotToFillPassword(in page: Requester) async -> ActionRefusal? {
        if !configuration.allowsPasswordOverHTTP {
            if page.url.scheme != "https" { return .passwordOverHTTP(page.url.origin) }
            if let unsafe = page.ancestors.first(where: { $0.scheme != "https" }) { return .passwordOverHTTP(unsafe) }
        }
        if await !configuration.passwordOrigins.allows(page.origin) { return .passwordOriginNotAllowed(page.origin) }
        return nil
    }
}

public import WebAgentURL

extension WebAgent {
    /// Opens an address as if a person had typed it, and goes on until a page rests.
    ///
    /// - Parameter url: http or https.
    /// - Returns: the page that rests, or one that a rule stopped at.
    /// - Throws: ``WebAgentError``.
    public func open(_ url: WebURL) async throws(WebAgentError) -> Page {
        try await open(AgentRequest(url))
    }

    /// Makes a request of the program's own, and goes on as with a page.
    ///
    /// It goes through the same jar and the same redirects as pages do. An answer that is no page is returned as it is; one
    /// that is a page is shown and may go on.
    ///
    /// - Parameter request: what to ask; http or https.
    /// - Returns: the answer that rests.
    /// - Throws: ``WebAgentError``.
    public func open(_ request: AgentRequest) async throws(WebAgentError) -> Page {
        try await call { opening throws(WebAgentError) in try await self.follow(request, &opening) }
    }

    /// Loads the open page again, as a person would.
    ///
    /// DEPARTURE: a page that a form was posted for is asked for with GET; a person would be asked first.
    ///
    /// - Returns: the page that rests; nil when none is open.
    /// - Throws: ``WebAgentError``.
    public func reload() async throws(WebAgentError) -> Page? {
        guard let url = page?.url else { return nil }
        var request = AgentRequest(url)
        request.isReload = true
        return try await open(request)
    }

    /// Fetches, shows, and goes where the page wants to go, until it rests.
    ///
    /// A page that is answered without content stays open, as in a browser.
    ///
    /// Source: HTML, "attempt to create a navigation params by fetching": 204 and 205 end the navigation.
    func follow(_ first: AgentRequest, _ opening: inout Opening) async throws(WebAgentError) -> Page {
        var request = first
        while true {
            let answer = try await fetch(request, &opening)
            let staysOpen = document?.isShown == true && request.initiator != nil && answer.response.hasNoContent
            if !staysOpen { try await show(answer, &opening) }
            guard let next = try await settle(&opening) else { return try await rest(&opening) }
            request = next
        }
    }

    /// Counts a navigation that a page makes by itself.
    func countNavigation(to url: WebURL, _ opening: inout Opening) throws(WebAgentError) {
        opening.navigations += 1
        opening.chain = opening.chain.suffix(19) + [RedactedURL(url)]
        guard opening.navigations <= configuration.maximumNavigations else {
            throw .tooManyNavigations(limit: configuration.maximumNavigations, chain: opening.chain)
        }
    }
}

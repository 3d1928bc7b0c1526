import WebAgentCookies

extension AgentRequest {
    /// What decides which cookies go with this hop and which may be set by its answer.
    var cookieContext: CookieContext {
        CookieContext(
            url: url,
            initiator: initiator,
            target: purpose == .navigation ? .topLevel : .subresource,
            method: method,
            isReload: isReload,
            redirectedFrom: redirectedFrom
        )
    }
}

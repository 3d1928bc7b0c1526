import WebAgentCookies

extension AgentRequest {
    /// What decides which cookies go with this hop and which may be set by its answer.
    var cookieContext: CookieContext {
        CookieContext(
            url: url,
            initiator: initiator,
            target: target,
            method: method,
            isReload: isReload,
            redirectedFrom: redirectedFrom
        )
    }

    private var target: CookieContext.Target {
        switch purpose {
        case .navigation: .topLevel
        case .frame(let ancestors, _): .frame(ancestors: ancestors)
        case .script, .fetch: .subresource
        }
    }
}

public import FinesseSSO
public import WebAgent
import WebAgentURL

/// What would be done on a page, and why.
public struct PageDecision: Sendable {
    /// What is seen of the page.
    public let facts: PageFacts
    /// What would be done.
    public let move: SignInConversation.Move
    /// Why, as it follows "because".
    public let reason: String
}

extension WebAgent {
    /// Opens a page and decides what would be done on it, without doing it.
    ///
    /// - Parameters:
    ///   - request: What would be filled in; its start address is the page's.
    ///   - passwordWasSent: Whether to decide as after the password.
    /// - Returns: The decision.
    /// - Throws: ``SignInAgentError`` when the page cannot be shown.
    public func decision(
        _ request: SignInRequest,
        passwordWasSent: Bool = false
    ) async throws(SignInAgentError) -> PageDecision {
        guard let start = WebURL(request.startURL) else {
            throw .page(host: "", reason: "the address cannot be read", nextAction: "Give it with its scheme.")
        }
        let page = try await reaching(start.hostAndPort) { () throws(WebAgentError) in try await self.open(start) }
        var conversation = SignInConversation(request, passwordWasSent: passwordWasSent)
        let facts = await facts(of: page, lookingFor: conversation.selectors(for: page.url.href))
        var move = conversation.next(facts)
        if case .end(let ending) = move { move = .end(await keepingCopy(of: page, ending, request)) }
        return PageDecision(facts: facts, move: move, reason: conversation.reason)
    }
}

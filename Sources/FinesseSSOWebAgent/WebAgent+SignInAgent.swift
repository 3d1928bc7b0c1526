public import FinesseSSO
import FinesseTypes
public import WebAgent
import WebAgentCookies
import WebAgentURL

/// The light user agent walks through the pages of a sign-in; what to do with each is the conversation's decision.
extension WebAgent: SignInAgent {
    /// Walks through the pages from the start address to an end.
    ///
    /// The request's time limit is looked at between pages; within one the agent's own limit holds.
    ///
    /// - Parameter request: Where to start, what to fill in and how the end is recognised.
    /// - Returns: How it ended.
    /// - Throws: ``SignInAgentError`` when a page could not be reached or shown.
    public func signIn(_ request: SignInRequest) async throws(SignInAgentError) -> SignInEnding {
        guard let start = WebURL(request.startURL) else {
            throw .page(
                host: "",
                reason: "the start address cannot be read",
                nextAction: "Check the name of the Finesse server."
            )
        }
        for cookie in request.cookies { setCookie(cookie.line, from: start) }
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: request.deadline)
        var conversation = SignInConversation(request)
        var page = try await reaching(start.hostAndPort) { () throws(WebAgentError) in try await self.open(start) }
        while true {
            let facts = await facts(of: page, lookingFor: conversation.selectors(for: page.url.href))
            let move = conversation.next(facts)
            if case .end(let ending) = move { return await keepingCopy(of: page, ending, request) }
            guard clock.now < end else { throw .timedOut(host: page.url.hostAndPort, after: request.deadline) }
            switch try await perform(move, on: page, request) {
            case .page(let next): page = next
            case .ending(let ending): return await keepingCopy(of: page, ending, request)
            }
        }
    }

    /// Gives the cookies of the sessions there are.
    ///
    /// - Returns: One record with all cookies; none when there are none.
    public func sessionRecords() async -> [SessionRecord] {
        let cookies = exportCookies(includingSessionCookies: true)
        return cookies.isEmpty
            ? [] : [SessionRecord(format: Self.recordFormat, bytes: CookieArchive.encode(cookies))]
    }

    /// Takes cookies that were kept; a record that cannot be read costs a sign-in and nothing else.
    ///
    /// - Parameter records: What ``sessionRecords()`` gave.
    public func restore(_ records: [SessionRecord]) async {
        for record in records where record.format == Self.recordFormat {
            guard let cookies = try? CookieArchive.decode(record.bytes) else { continue }
            importCookies(cookies)
        }
    }

    private static let recordFormat = "web-agent-cookies"

    /// Does something with the agent, and names its errors as a sign-in does.
    func reaching<Value>(
        _ host: String,
        _ body: () async throws(WebAgentError) -> Value
    ) async throws(SignInAgentError) -> Value {
        do {
            return try await body()
        } catch {
            throw SignInAgentError(error, at: host)
        }
    }
}

extension SignInCookie {
    /// The cookie as the server would set it: for the whole host, or the domain, and readable by pages.
    fileprivate var line: String {
        "\(name)=\(value); Path=/; Secure" + (domain.map { "; Domain=\($0)" } ?? "")
    }
}

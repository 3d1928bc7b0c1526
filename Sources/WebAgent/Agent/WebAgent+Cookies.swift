public import WebAgentCookies
public import WebAgentURL

extension WebAgent {
    /// The cookies in the jar.
    public var cookies: [Cookie] { jar.cookies }

    /// The cookies to keep for the next run.
    ///
    /// They are secrets.
    ///
    /// - Parameter includingSessionCookies: whether cookies that end with the session are kept too; a sign-in is made of them.
    /// - Returns: the records, in the order they were set.
    public func exportCookies(includingSessionCookies: Bool = true) -> [CookieRecord] {
        jar.snapshot(includingSessionCookies: includingSessionCookies, now: environment.time())
    }

    /// Puts kept cookies back.
    ///
    /// - Parameter records: what ``exportCookies(includingSessionCookies:)`` gave.
    public func importCookies(_ records: [CookieRecord]) {
        jar.restore(records, now: environment.time())
    }

    /// Sets a cookie as an answer from an address would.
    ///
    /// - Parameters:
    ///   - line: the value of a `Set-Cookie` field.
    ///   - url: the address.
    /// - Returns: what became of it.
    @discardableResult
    public func setCookie(_ line: String, from url: WebURL) -> StoreDecision {
        let context = CookieContext(url: url, initiator: nil, target: .topLevel, method: "GET")
        let bytes = Array(line.utf8)
        let decision = jar.store(setCookie: bytes, context: context, now: environment.time())
        record(decision, of: bytes, hop: nil, party: .server)
        return decision
    }

    /// Removes cookies.
    ///
    /// - Parameter condition: which ones.
    /// - Returns: how many there were.
    @discardableResult
    public func removeCookies(where condition: @Sendable (Cookie) -> Bool) -> Int {
        jar.removeAll(where: condition).count
    }
}

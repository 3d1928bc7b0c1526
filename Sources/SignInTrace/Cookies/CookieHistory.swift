/// What became of the cookies of one name, in order.
package struct CookieHistory: Encodable, Hashable, Sendable {
    /// One decision.
    package struct Decision: Encodable, Hashable, Sendable {
        /// The exchange it belongs to.
        package var step: Int
        package var method: String
        package var url: String
        /// What the exchange was for.
        package var purpose: String
        /// `server` or `script`.
        package var party: String
        package var domain: String
        package var path: String
        /// `stored`, `deleted`, `evicted`, `refused`, `sent` or `withheld`.
        package var decision: String
        package var rule: String?
        package var section: String?
        package var why: String?
        package var advice: String?
    }

    package var name: String
    package var host: String?
    package var decisions: [Decision]

    /// Collects the decisions.
    ///
    /// - Parameters:
    ///   - name: The cookie's name, as it was set; case counts.
    ///   - host: Only decisions at this host; nil for all.
    ///   - document: The trace.
    package init(of name: String, at host: String?, in document: TraceDocument) {
        self.name = name
        self.host = host
        decisions = document.exchanges.flatMap { exchange in
            guard host.map({ Self.covers($0, exchange.authority) }) ?? true else { return [Decision]() }
            return exchange.cookies.filter { $0.name == name }.map { cookie in
                Decision(
                    step: exchange.number,
                    method: exchange.method,
                    url: exchange.url,
                    purpose: exchange.step,
                    party: cookie.party,
                    domain: cookie.domain,
                    path: cookie.path,
                    decision: cookie.decision,
                    rule: cookie.rule,
                    section: cookie.section,
                    why: cookie.why,
                    advice: CookieAdvice.advice(on: cookie)
                )
            }
        }
    }

    /// The names of all cookies that a trace tells of.
    ///
    /// - Parameter document: The trace.
    /// - Returns: The names, each once, sorted.
    package static func names(in document: TraceDocument) -> [String] {
        Set(document.exchanges.flatMap { $0.cookies.map(\.name) + $0.cookiesSent + $0.cookiesSet })
            .filter { !$0.isEmpty }.sorted()
    }

    /// Whether a host that a person named is the one of an exchange: with its port or without.
    private static func covers(_ named: String, _ authority: String) -> Bool {
        let named = named.lowercased()
        return authority == named || authority.split(separator: ":").first.map(String.init) == named
    }
}

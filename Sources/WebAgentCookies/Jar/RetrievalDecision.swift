/// Which cookies go with a request or are shown to a script, and which stay and why.
///
/// Cookies of other domains are not mentioned.
public struct RetrievalDecision: Hashable, Sendable {
    /// A cookie that stayed, and the rule that kept it.
    public struct Withheld: Hashable, Sendable {
        /// The cookie.
        public let cookie: Cookie

        /// The rule.
        public let reason: WithholdReason
    }

    /// The cookies that go, in their order.
    public internal(set) var sent: [Cookie] = []

    /// The cookies that stay.
    public internal(set) var withheld: [Withheld] = []

    /// The value of the `Cookie` field; nil when no cookie goes.
    public var header: [UInt8]? { sent.isEmpty ? nil : cookieString }

    /// The cookie string; empty when no cookie goes.
    ///
    /// Source: draft-ietf-httpbis-rfc6265bis-20, §5.8.3 step 6.
    public var cookieString: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(sent.reduce(0) { $0 + $1.pair.count + 2 })
        for cookie in sent {
            if !result.isEmpty {
                result.append(UInt8(ascii: ";"))
                result.append(UInt8(ascii: " "))
            }
            result += cookie.pair
        }
        return result
    }
}

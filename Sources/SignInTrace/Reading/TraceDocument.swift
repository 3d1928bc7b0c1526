/// A trace as it was read: of this program's own, or of a browser's as far as it goes.
///
/// It is somebody else's data: nothing in it is taken for harmless.
package struct TraceDocument: Hashable, Sendable {
    package var creator: String
    /// When the first exchange began, as the file says.
    package var started: String?
    package var command: String?
    package var walls: [String]?
    package var outcome: TracedOutcome?
    package var exchanges: [TracedExchange]
    /// How many exchanges were left out since there are too many.
    package var dropped = 0

    /// Whether it tells of decisions over cookies, which only this program's own traces do.
    package var tellsDecisions: Bool { exchanges.contains { !$0.cookies.isEmpty } }
}

/// One request and its answer as they were read.
package struct TracedExchange: Hashable, Sendable {
    /// Counts from 1.
    package var number: Int
    /// When it began, in milliseconds since the first one.
    package var start: Double
    /// How long it took, in milliseconds; nil where that is not known.
    package var milliseconds: Double?
    package var method: String
    package var url: String
    /// 0 where there was no answer.
    package var status: Int
    package var error: String?
    package var isPending: Bool
    package var location: String
    package var contentType: String
    package var contentSize: Int
    package var contentText: String?
    package var requestHeaders: [HARPair]
    package var responseHeaders: [HARPair]
    package var query: [HARPair]
    package var form: [HARPair]
    /// Names of the cookies that went with it.
    package var cookiesSent: [String]
    /// Names of the cookies that the answer sets.
    package var cookiesSet: [String]
    package var party: TraceParty
    package var step: String
    package var purpose: String?
    package var cookies: [TracedCookie]
    package var saml: TracedMessage?
    package var page: TracedPage?
    package var notes: [TracedNote]
    package var connection: TracedConnection?
    package var address: String?
    /// The host with its port.
    package var authority: String
    package var path: String
}

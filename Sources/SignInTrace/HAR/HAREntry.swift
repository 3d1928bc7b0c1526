/// One request and its answer.
///
/// Source: HAR 1.2, "entries", "cache", "timings".
package struct HAREntry: Encodable, Hashable, Sendable {
    package var pageref: String
    package var startedDateTime: String
    /// Milliseconds for all of it; the sum of what the timings know.
    package var time: Double
    package var request: HARRequest
    package var response: HARResponse
    package var cache = HARCache()
    package var timings: HARTimings
    package var serverIPAddress: String?

    package var party: TraceParty
    package var step: String
    /// What a page wanted it for: `page`, `frame`, `script`, `scriptRequest`; absent for calls of the program itself.
    package var purpose: String?
    package var cookies: [TracedCookie]?
    package var saml: TracedMessage?
    package var page: TracedPage?
    package var notes: [TracedNote]?
    package var connection: TracedConnection?
    /// Whether there is no answer yet.
    package var pending: Bool?

    enum CodingKeys: String, CodingKey {
        case pageref, startedDateTime, time, request, response, cache, timings, serverIPAddress
        case party = "_party"
        case step = "_step"
        case purpose = "_purpose"
        case cookies = "_cookies"
        case saml = "_saml"
        case page = "_page"
        case notes = "_notes"
        case connection = "_connection"
        case pending = "_pending"
    }
}

/// Nothing is kept in a cache here.
package struct HARCache: Encodable, Hashable, Sendable {}

/// Where the time went, in milliseconds; -1 where that is not known.
///
/// The transport tells one time for the whole exchange, which stands as waiting.
package struct HARTimings: Encodable, Hashable, Sendable {
    package var blocked: Double = -1
    package var dns: Double = -1
    package var connect: Double = -1
    package var send: Double = 0
    package var wait: Double
    package var receive: Double = 0
    package var ssl: Double = -1
}

/// What is known of the connection.
package struct TracedConnection: Codable, Hashable, Sendable {
    package var isReused: Bool
    package var isProxied: Bool
    /// The version of TLS; absent for plain HTTP.
    package var tls: String?
}

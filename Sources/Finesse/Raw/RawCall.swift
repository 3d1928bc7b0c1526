public import HTTPTransport

/// Any call below `/finesse/api`, put together by hand.
public struct RawCall: Hashable, Sendable {
    /// The HTTP method, in capitals.
    public var method: String
    /// The parts of the path below `/finesse/api`, not percent-encoded.
    public var path: [String]
    /// Names and values of the query, not percent-encoded.
    public var query: [Item]
    /// The body.
    public var body: [UInt8]?
    /// The type of the body.
    public var contentType: String

    /// One name of a query with its value.
    public struct Item: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The value.
        public var value: String
    }

    /// Makes a call.
    ///
    /// - Parameters:
    ///   - method: The HTTP method.
    ///   - address: What stands behind the host, with or without `/finesse/api/`: `User/98411?x=1`.
    ///   - body: The body.
    ///   - contentType: The type of the body.
    public init(method: String, address: String, body: [UInt8]? = nil, contentType: String = "application/xml") {
        self.method = method.uppercased()
        self.body = body
        self.contentType = contentType
        let halves = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var parts = (halves.first ?? "").split(separator: "/").map(Self.decoded)
        if parts.starts(with: ["finesse", "api"]) { parts.removeFirst(2) }
        path = parts
        query = (halves.count > 1 ? halves[1] : "").split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Item(name: Self.decoded(sides[0]), value: sides.count > 1 ? Self.decoded(sides[1]) : "")
        }
    }

    /// The text without its percent-encoding, or as it stands where it is not encoded well.
    private static func decoded(_ text: Substring) -> String {
        PathSegment.decode(text) ?? String(text)
    }
}

/// What a server answered to a ``RawCall``, whatever its status.
public struct RawAnswer: Hashable, Sendable {
    /// The HTTP status.
    public var status: Int
    /// The header fields.
    public var fields: HTTPFields
    /// The body.
    public var body: [UInt8]
    /// The refusal, when the status says no.
    public var refusal: FinesseRefusal?
}

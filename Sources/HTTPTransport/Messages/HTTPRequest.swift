/// One request: where it goes, what it says, how long it may take and how much may come back.
public struct HTTPRequest: Sendable, Hashable {
    /// The method, sent as written: `GET`, `POST`.
    public var method: String
    /// The party to ask.
    public var origin: HTTPOrigin
    /// The request target in ASCII, path and query, sent byte for byte: `/a/../b?x=%zz`.
    public var target: String
    /// The header fields, sent in this order.
    ///
    /// `Host`, `Content-Length`, `Accept-Encoding` and the fields of the connection are the transport's own: see ``validate()``.
    public var fields: HTTPFields
    /// The body, if there is one.
    ///
    /// A POST, PUT or PATCH without one says `Content-Length: 0`.
    public var body: [UInt8]?
    /// The time for the whole exchange, from the call to the last byte of the body.
    public var deadline: Duration
    /// The largest response body to accept, in bytes after decoding.
    public var maximumBodyLength: Int
    /// Whether a `WWW-Authenticate: Negotiate` of the origin is answered with the operating system's ticket.
    ///
    /// Never with a name or a password. A transport that cannot do it, or has no ticket, returns the origin's 401.
    public var answersNegotiate: Bool

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - method: The method, in the case it is sent in.
    ///   - origin: The party to ask.
    ///   - target: Path and query in ASCII, starting with `/`.
    ///   - fields: The header fields in their order.
    ///   - body: The body, if there is one.
    ///   - deadline: The time for the whole exchange, more than zero. 30 seconds unless told.
    ///   - maximumBodyLength: The largest decoded body, in bytes. 16 MiB unless told.
    ///   - answersNegotiate: Whether the operating system's ticket may be shown to the origin. Not unless told.
    public init(
        method: String = "GET",
        origin: HTTPOrigin,
        target: String,
        fields: HTTPFields = [:],
        body: [UInt8]? = nil,
        deadline: Duration = .seconds(30),
        maximumBodyLength: Int = 16 << 20,
        answersNegotiate: Bool = false
    ) {
        self.method = method
        self.origin = origin
        self.target = target
        self.fields = fields
        self.body = body
        self.deadline = deadline
        self.maximumBodyLength = maximumBodyLength
        self.answersNegotiate = answersNegotiate
    }
}

extension HTTPRequest: CustomStringConvertible {
    /// Method, origin and path: neither the query nor a field nor the body, which may hold secrets.
    public var description: String {
        "\(method) \(origin)\(target.prefix { $0 != "?" && $0 != "#" })"
    }
}

extension HTTPRequest: CustomDebugStringConvertible, CustomReflectable {
    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Nothing to look into: a dump of a request would show passwords and cookies.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

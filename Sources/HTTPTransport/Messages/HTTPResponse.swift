/// One final response, complete.
public struct HTTPResponse: Sendable, Hashable {
    /// The status code, 200...999.
    public var status: Int
    /// The version the response was spoken in.
    public var version: HTTPVersion
    /// The header fields in the order received: no field of an interim response, of a proxy or of a trailer is among them.
    ///
    /// `Content-Encoding` and `Content-Length` are as the server sent them, though ``body`` is decoded.
    public var fields: HTTPFields
    /// The body after decoding.
    public var body: [UInt8]
    /// What is known of the connection it came over.
    public var connection: ConnectionFacts

    /// Creates a response.
    ///
    /// - Parameters:
    ///   - status: The status code.
    ///   - version: The version of HTTP. 1.1 unless told.
    ///   - fields: The header fields in the order received.
    ///   - body: The decoded body.
    ///   - connection: What is known of the connection.
    public init(
        status: Int,
        version: HTTPVersion = .http11,
        fields: HTTPFields = [:],
        body: [UInt8] = [],
        connection: ConnectionFacts = ConnectionFacts()
    ) {
        self.status = status
        self.version = version
        self.fields = fields
        self.body = body
        self.connection = connection
    }
}

extension HTTPResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Version, status and the size of the body: no field and no byte of the body, which may hold secrets.
    public var description: String { "\(version.rawValue) \(status), \(body.count) bytes" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Nothing to look into: a dump of a response would show tokens and cookies.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

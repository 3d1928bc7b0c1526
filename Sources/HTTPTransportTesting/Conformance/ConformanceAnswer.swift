public import HTTPTransport

/// What the peer of the conformance suite does after one request.
public enum ConformanceAnswer: Sendable, Hashable {
    /// A whole response. `body` is what a transport must report; `coded` is what goes over the wire when it differs.
    case response(status: Int, fields: HTTPFields, body: [UInt8], coded: [UInt8]? = nil)
    /// A response in chunks, with fields after the last.
    case chunked(body: [UInt8], trailers: HTTPFields)
    /// Interim responses before a final, empty one.
    case interim([Int], fields: HTTPFields)
    /// A head that promises more bytes than come before the connection closes.
    case truncated(promised: Int, sent: [UInt8])
    /// Nothing, while the connection stays open.
    case silence
    /// A head, and then a byte from time to time without end.
    case drip(everyMilliseconds: Int64)

    /// The answer in HTTP/1.1: the bytes to send at once.
    ///
    /// - Parameter method: The method of the request: the answer to HEAD has no body.
    /// - Returns: The bytes; empty for ``silence``.
    public func wireBytes(method: String) -> [UInt8] {
        switch self {
        case .response(let status, let fields, let body, let coded):
            let sent = coded ?? body
            let length = status == 204 ? [] : [HTTPField("Content-Length", String(sent.count))]
            return Self.head(status, fields + length) + (method == "HEAD" || status == 204 ? [] : sent)
        case .chunked(let body, let trailers):
            let head = Self.head(200, [HTTPField("Transfer-Encoding", "chunked")])
            let chunk = Array("\(String(body.count, radix: 16))\r\n".utf8) + body + Array("\r\n0\r\n".utf8)
            return head + chunk + Self.lines(trailers) + [13, 10]
        case .interim(let statuses, let fields):
            return statuses.flatMap { Self.head($0, fields) } + Self.head(200, [HTTPField("Content-Length", "0")])
        case .truncated(let promised, let sent):
            return Self.head(200, [HTTPField("Content-Length", String(promised))]) + sent
        case .silence:
            return []
        case .drip:
            return Self.head(200, [HTTPField("Content-Length", "1000000")])
        }
    }

    /// What to do with the connection after ``wireBytes(method:)``.
    public enum Ending: Sendable, Hashable {
        /// Wait for the next request.
        case keepOpen
        /// Close it.
        case close
        /// Send a byte again and again, this many milliseconds apart, until the other side closes.
        case drip(everyMilliseconds: Int64)
    }

    /// What to do with the connection after ``wireBytes(method:)``.
    public var ending: Ending {
        switch self {
        case .response, .chunked, .interim, .silence: .keepOpen
        case .truncated: .close
        case .drip(let milliseconds): .drip(everyMilliseconds: milliseconds)
        }
    }

    private static func head(_ status: Int, _ fields: some Sequence<HTTPField>) -> [UInt8] {
        Array("HTTP/1.1 \(status) Answer\r\n".utf8) + lines(fields) + [13, 10]
    }

    private static func lines(_ fields: some Sequence<HTTPField>) -> [UInt8] {
        fields.flatMap { Array("\($0.name): ".utf8) + $0.value + [13, 10] }
    }
}

/// Why there is no response.
///
/// One case per decision a caller can make; each names the origin that was asked. None holds a secret: no query, no field, no
/// password of a proxy.
public enum TransportError: Error, Sendable, Hashable {
    /// The host has no address, or the name server did not say.
    case nameNotResolved(HTTPOrigin)
    /// The host answered that nobody listens on the port.
    case connectionRefused(HTTPOrigin)
    /// The host could not be reached: no route, network down, or the connection broke while it was made.
    case unreachable(HTTPOrigin, detail: String)
    /// The proxy on the way could not be used, or refused.
    case proxy(HTTPOrigin, ProxyFailure)
    /// TLS could not be agreed on, or the certificate is not to be trusted.
    case tls(HTTPOrigin, TLSFailure)
    /// The deadline passed.
    case timedOut(HTTPOrigin, ExchangePhase, after: Duration)
    /// The response is larger than allowed; `limit` is in bytes, after decoding.
    case tooLarge(HTTPOrigin, MessagePart, limit: Int)
    /// The connection ended before the response did; `received` counts the bytes of that part, after decoding.
    case truncated(HTTPOrigin, MessagePart, received: Int)
    /// What came back is not HTTP, or its body cannot be decoded.
    case malformedResponse(HTTPOrigin, detail: String)
    /// The request cannot be sent as it stands: a mistake of the caller.
    case invalidRequest(HTTPOrigin, detail: String)
    /// The calling task was cancelled.
    case cancelled(HTTPOrigin)
    /// The transport itself could not work: out of memory, or a failure it has no name for.
    case failed(HTTPOrigin, detail: String)
}

extension TransportError {
    /// The kinds of failure without what differs from one to the next: for metrics and tables.
    public enum Label: String, Sendable, Hashable, CaseIterable {
        /// See ``TransportError/nameNotResolved(_:)``.
        case nameNotResolved = "name-not-resolved"
        /// See ``TransportError/connectionRefused(_:)``.
        case connectionRefused = "connection-refused"
        /// See ``TransportError/unreachable(_:detail:)``.
        case unreachable = "unreachable"
        /// See ``TransportError/proxy(_:_:)``.
        case proxy = "proxy"
        /// See ``TransportError/tls(_:_:)``.
        case tls = "tls"
        /// See ``TransportError/timedOut(_:_:after:)``.
        case timedOut = "timed-out"
        /// See ``TransportError/tooLarge(_:_:limit:)``.
        case tooLarge = "too-large"
        /// See ``TransportError/truncated(_:_:received:)``.
        case truncated = "truncated"
        /// See ``TransportError/malformedResponse(_:detail:)``.
        case malformedResponse = "malformed-response"
        /// See ``TransportError/invalidRequest(_:detail:)``.
        case invalidRequest = "invalid-request"
        /// See ``TransportError/cancelled(_:)``.
        case cancelled = "cancelled"
        /// See ``TransportError/failed(_:detail:)``.
        case failed = "failed"
    }

    /// The kind of failure.
    public var label: Label {
        switch self {
        case .nameNotResolved: .nameNotResolved
        case .connectionRefused: .connectionRefused
        case .unreachable: .unreachable
        case .proxy: .proxy
        case .tls: .tls
        case .timedOut: .timedOut
        case .tooLarge: .tooLarge
        case .truncated: .truncated
        case .malformedResponse: .malformedResponse
        case .invalidRequest: .invalidRequest
        case .cancelled: .cancelled
        case .failed: .failed
        }
    }

    /// The origin that was asked.
    public var origin: HTTPOrigin {
        switch self {
        case .nameNotResolved(let origin), .connectionRefused(let origin), .cancelled(let origin),
            .unreachable(let origin, _), .proxy(let origin, _), .tls(let origin, _), .timedOut(let origin, _, _),
            .tooLarge(let origin, _, _), .truncated(let origin, _, _), .malformedResponse(let origin, _),
            .invalidRequest(let origin, _), .failed(let origin, _):
            origin
        }
    }
}

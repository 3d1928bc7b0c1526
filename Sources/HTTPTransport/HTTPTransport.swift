/// Carries one HTTP request to its origin and brings one response back.
///
/// A transport does *one exchange* and nothing above it: it follows no redirect, keeps no cookie, caches nothing, and answers
/// every status, 4xx and 5xx included, as a response. Whoever implements this protocol runs `HTTPTransportConformance` of
/// `HTTPTransportTesting` against it.
public protocol HTTPTransport: Sendable {
    /// Performs one exchange.
    ///
    /// Cancelling the calling task ends the exchange with ``TransportError/cancelled(_:)``.
    ///
    /// - Parameter request: What to send, with its deadline and the largest body to accept.
    /// - Returns: The final response: no interim one, no answer of a proxy; its body is decoded.
    /// - Throws: ``TransportError`` when there is no complete response to return.
    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}

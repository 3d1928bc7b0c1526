public import HTTPTransport

/// Lets the operating system's sign-in (Kerberos) answer some origins that ask for it, and no other.
///
/// It wraps the transport of a sign-in agent. The ticket is the one that the person has from `kinit` or from signing in to the
/// machine; no name and no password goes along, and the ticket is not delegated.
///
/// Source: RFC 4559 (SPNEGO over HTTP), whose section 6 warns of showing tickets to whoever asks.
public struct NegotiateTransport: HTTPTransport {
    private let inner: any HTTPTransport
    private let origins: Set<String>

    /// Wraps a transport.
    ///
    /// - Parameters:
    ///   - inner: Carries the exchanges.
    ///   - origins: Which origins may see a ticket, written `https://adfs.corp.example`.
    public init(_ inner: any HTTPTransport, origins: Set<String>) {
        self.inner = inner
        self.origins = origins
    }

    /// Performs one exchange, with the ticket where the origin is one of those that may see it.
    ///
    /// - Parameter request: What to send.
    /// - Returns: The final response.
    /// - Throws: What the wrapped transport throws.
    public func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        guard origins.contains("\(request.origin)") else { return try await inner.perform(request) }
        var request = request
        request.answersNegotiate = true
        return try await inner.perform(request)
    }
}

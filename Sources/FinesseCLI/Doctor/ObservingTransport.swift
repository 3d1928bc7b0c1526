import Finesse
import HTTPTransport
import Synchronization

/// What one exchange has shown beside its answer: to whom, over which connection, and at what time of the server.
struct ObservedExchange: Sendable {
    var origin: HTTPOrigin
    /// The path and query asked for; they may hold secrets.
    var target: String
    var status: Int
    var location: String?
    var body: [UInt8]
    var connection: ConnectionFacts
    var skew: ClockSkew?
}

/// A transport that keeps what a doctor judges: nothing of it is shown as it is.
final class ObservingTransport: HTTPTransport {
    private let base: any HTTPTransport
    private let now: @Sendable () -> Int64
    private let kept = Mutex<(exchanges: [ObservedExchange], failures: [TransportError])>(([], []))

    /// Wraps a transport.
    ///
    /// - Parameters:
    ///   - base: carries the exchanges.
    ///   - now: reads the wall clock, in milliseconds since 1970.
    init(_ base: any HTTPTransport, now: @escaping @Sendable () -> Int64) {
        self.base = base
        self.now = now
    }

    /// Every exchange so far, in order.
    var exchanges: [ObservedExchange] { kept.withLock { $0.exchanges } }

    /// Every exchange without an answer, in order.
    var failures: [TransportError] { kept.withLock { $0.failures } }

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let sent = now()
        let response: HTTPResponse
        do {
            response = try await base.perform(request)
        } catch {
            kept.withLock { $0.failures.append(error) }
            throw error
        }
        let received = now()
        let exchange = ObservedExchange(
            origin: request.origin,
            target: request.target,
            status: response.status,
            location: (300..<400).contains(response.status) ? response.fields.text(named: "Location") : nil,
            body: response.body,
            connection: response.connection,
            skew: response.fields.text(named: "Date")
                .flatMap { ClockSkew(dateField: $0, sent: sent, received: received) }
        )
        kept.withLock { $0.exchanges.append(exchange) }
        return response
    }
}

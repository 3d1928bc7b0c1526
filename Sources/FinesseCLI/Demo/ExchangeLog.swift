import Foundation
import HTTPTransport
import Synchronization

/// A transport that keeps what it carried, redacted at the moment of recording.
final class ExchangeLog: HTTPTransport {
    /// One exchange, ready to be shown.
    struct Exchange: Hashable, Sendable {
        /// Method and address.
        var request: String
        /// What was sent, line by line.
        var sent: [String]
        /// Status, type and size.
        var answer: String
        /// What came back, line by line.
        var received: [String]
    }

    private let inner: any HTTPTransport
    private let exchanges = Mutex<[Exchange]>([])

    init(_ inner: any HTTPTransport) {
        self.inner = inner
    }

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let response = try await inner.perform(request)
        let exchange = ExchangeRedaction.exchange(request, response)
        exchanges.withLock { $0.append(exchange) }
        return response
    }

    /// What was carried since the last look.
    func take() -> [Exchange] {
        exchanges.withLock { exchanges in
            defer { exchanges = [] }
            return exchanges
        }
    }
}

package import HTTPTransport

/// A transport that records what it carries.
package struct TracingTransport: HTTPTransport {
    private let inner: any HTTPTransport
    private let recorder: TraceRecorder

    init(_ inner: any HTTPTransport, recorder: TraceRecorder) {
        self.inner = inner
        self.recorder = recorder
    }

    /// Performs one exchange, and records it.
    ///
    /// - Parameter request: What to send.
    /// - Returns: The response.
    /// - Throws: What the inner transport throws.
    package func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let number = recorder.begin(request, at: WalkPlace.current)
        let start = recorder.settings.clock.uptime()
        do {
            let response = try await inner.perform(request)
            recorder.end(number, .success(response), after: recorder.settings.clock.uptime() - start)
            return response
        } catch {
            recorder.end(number, .failure(error), after: recorder.settings.clock.uptime() - start)
            throw error
        }
    }
}

/// Which request of which agent an exchange belongs to.
///
/// It goes along with the task, since other transports may stand between an agent and the one that records.
struct WalkPlace: Hashable, Sendable {
    var walk: Int
    /// Counted from 1, as the agent counts.
    var hop: Int

    @TaskLocal static var current: WalkPlace?
}

/// A transport of one agent: it says whose request it is that goes by.
struct WalkingTransport: HTTPTransport {
    private let inner: any HTTPTransport
    private let recorder: TraceRecorder
    private let walk: Int

    init(_ inner: any HTTPTransport, recorder: TraceRecorder, walk: Int) {
        self.inner = inner
        self.recorder = recorder
        self.walk = walk
    }

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let outcome = await WalkPlace.$current.withValue(recorder.nextHop(of: walk)) {
            () async -> Result<HTTPResponse, TransportError> in
            do throws(TransportError) {
                return .success(try await inner.perform(request))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}

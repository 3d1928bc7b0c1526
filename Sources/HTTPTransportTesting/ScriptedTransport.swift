public import HTTPTransport
import Synchronization

/// A transport without a network: a closure answers, and every request is kept.
///
/// It holds to the same rules as a real one: a request that could not be sent is refused, a body larger than the request
/// allows is `TransportError/tooLarge(_:_:limit:)`, a cancelled task gets `TransportError/cancelled(_:)`, and an answer
/// that outlasts the deadline is `TransportError/timedOut(_:_:after:)`.
public final class ScriptedTransport: HTTPTransport {
    /// Answers a request.
    public typealias Handler = @Sendable (HTTPRequest) async throws(TransportError) -> HTTPResponse

    private let handler: Handler
    private let kept = Mutex<[HTTPRequest]>([])

    /// Creates a transport that a closure answers for.
    ///
    /// - Parameter handler: What to answer; its task is cancelled with the caller's and when the deadline passes.
    public init(_ handler: @escaping Handler) {
        self.handler = handler
    }

    /// Every request that reached the handler, in the order they came.
    public var requests: [HTTPRequest] { kept.withLock { $0 } }

    /// Performs one exchange with the handler.
    ///
    /// - Parameter request: What to ask.
    /// - Returns: What the handler answered.
    /// - Throws: What the handler threw, or one of the cases named above.
    public func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        try request.validate()
        if Task.isCancelled { throw .cancelled(request.origin) }
        kept.withLock { $0.append(request) }
        let response = try await answerBeforeDeadline(request).get()
        if Task.isCancelled { throw .cancelled(request.origin) }
        if response.body.count > request.maximumBodyLength {
            throw .tooLarge(request.origin, .body, limit: request.maximumBodyLength)
        }
        return response
    }

    /// Lets the handler race the deadline; whoever loses is cancelled, and waited for.
    private func answerBeforeDeadline(_ request: HTTPRequest) async -> Result<HTTPResponse, TransportError> {
        await withTaskGroup(of: Result<HTTPResponse, TransportError>?.self) { [handler] group in
            group.addTask {
                do throws(TransportError) {
                    return .success(try await handler(request))
                } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                let slept: ()? = try? await Task.sleep(for: request.deadline)
                return slept.map { .failure(.timedOut(request.origin, .waitingForHead, after: request.deadline)) }
            }
            defer { group.cancelAll() }
            for await outcome in group {
                if let outcome { return outcome }
            }
            return .failure(.cancelled(request.origin))
        }
    }
}

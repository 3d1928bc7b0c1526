public import HTTPTransport

/// A transport on the system's libcurl.
///
/// All exchanges run on one thread that belongs to the transport; connections are kept and shared among exchanges to the same
/// origin (or the same proxy), never between origins. When the transport goes away, exchanges that run come to their end
/// first, and then the thread ends.
///
/// A request on a kept connection that turns out to be dead, with no byte of a response received, is sent once more on a new
/// one, as every browser does.
///
/// Where SIGPIPE still has its default action, which is to end the process, the first transport puts a handler in its place that
/// does nothing: a connection that a peer has closed must not end the program. Programs that it starts have the default again.
///
/// A certificate without subject alternative names is compared by its common name, since old servers inside companies have
/// such. Revocation is not checked.
public final class CurlHTTPTransport: HTTPTransport {
    private let settings: LoadedSettings
    private let loop: CurlLoop

    /// Creates a transport, reads every certificate, and starts its thread.
    ///
    /// - Parameter configuration: What to trust, who to be, and which way to go. The system's roots and no proxy unless told.
    /// - Throws: ``CurlConfigurationError`` when something in it cannot be used, or libcurl cannot.
    public init(_ configuration: CurlConfiguration = CurlConfiguration()) throws(CurlConfigurationError) {
        if let defect = CurlLoop.libraryDefect { throw .unusableLibrary(detail: defect) }
        settings = try LoadedSettings(configuration)
        guard let loop = CurlLoop() else { throw .unusableLibrary(detail: "its loop or thread cannot be started") }
        self.loop = loop
    }

    deinit {
        loop.stop()
    }

    /// Performs one exchange.
    ///
    /// - Parameter request: What to send, with its deadline and the largest body to accept.
    /// - Returns: The final response with its decoded body (gzip, deflate, br).
    /// - Throws: `TransportError` when there is no complete response to return.
    public func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        try request.validate()
        let plan = ExchangePlan(request, settings: settings, now: .now)
        let reading = OutcomeReading(
            request: request,
            proxy: settings.proxyRules.proxy(for: request.origin),
            tunnels: plan.proxy?.tunnels ?? false,
            isPinned: settings.isPinned(request.origin)
        )
        return try reading.response(await outcome(of: plan))
    }

    private func outcome(of plan: ExchangePlan) async -> ExchangeOutcome {
        let ticket = loop.newTicket()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { loop.start(ticket, plan, $0) }
        } onCancel: {
            loop.cancel(ticket)
        }
    }
}

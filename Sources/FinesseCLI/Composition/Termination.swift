/// The end that a person or a service manager asks for: ^C or SIGTERM.
///
/// It is listened for from the moment this is made, so that a request between «ready» and waiting is not lost.
final class Termination {
    private let requests: AsyncStream<Void>

    /// Asks for the end as a signal does.
    let request: @Sendable () -> Void

    private let listener: SignalListener

    /// Begins to listen.
    init() {
        let (requests, continuation) = AsyncStream.makeStream(of: Void.self)
        self.requests = requests
        request = { continuation.yield() }
        listener = SignalListener { _ in continuation.yield() }
    }

    deinit { listener.stop() }

    /// Returns at the first SIGINT or SIGTERM, even one that came before.
    func requested() async {
        for await _ in requests { break }
    }
}

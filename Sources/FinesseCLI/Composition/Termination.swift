import Dispatch
import Foundation

/// The end that a person or a service manager asks for: ^C or SIGTERM.
///
/// It is listened for from the moment this is made, so that a request between «ready» and waiting is not lost.
final class Termination {
    private let requests: AsyncStream<Void>

    /// Asks for the end as a signal does.
    let request: @Sendable () -> Void

    private let sources: [any DispatchSourceSignal]

    /// Begins to listen; the default action would end the process before anything is put away.
    init() {
        let (requests, continuation) = AsyncStream.makeStream(of: Void.self)
        self.requests = requests
        request = { continuation.yield() }
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }

    /// Returns at the first SIGINT or SIGTERM, even one that came before.
    func requested() async {
        for await _ in requests { break }
    }
}

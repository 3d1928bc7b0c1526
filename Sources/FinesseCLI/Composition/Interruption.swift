import Dispatch
import Foundation

/// ^C or SIGTERM while something must first be put away: it is, and then the process ends by that signal as it would have.
final class Interruption {
    private let sources: [any DispatchSourceSignal]

    /// Begins to listen.
    ///
    /// - Parameter cleanUp: what is done first.
    init(_ cleanUp: @escaping @Sendable () async -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                Task {
                    await cleanUp()
                    signal(number, SIG_DFL)
                    // To the process: the threads that tasks run on let no signal through.
                    kill(getpid(), number)
                }
            }
            source.resume()
            return source
        }
    }

    /// Lets the signals end the process at once again.
    func stopListening() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}

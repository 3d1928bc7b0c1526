import Dispatch
import Foundation

/// Listens for ^C and SIGTERM in place of their default action, which would end the process before anything is put away.
struct SignalListener {
    private let sources: [any DispatchSourceSignal]

    /// Begins to listen, and has begun when this returns: the default action holds until then, so that no signal is lost.
    ///
    /// - Parameter body: what is done when a signal comes; it is given its number.
    init(_ body: @escaping @Sendable (Int32) -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            let queue = DispatchQueue(label: "signal \(number)")
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            let isRegistered = DispatchSemaphore(value: 0)
            source.setRegistrationHandler { isRegistered.signal() }
            source.setEventHandler { body(number) }
            source.resume()
            isRegistered.wait()
            #if !os(Linux)
            // On Linux the source's registration puts a handler of its own in place, which this would take away.
            signal(number, SIG_IGN)
            #endif
            return source
        }
    }

    /// Lets the signals end the process at once again.
    func stop() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}

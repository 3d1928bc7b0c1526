import Dispatch
import Foundation

/// The end that the starting program asks for: it closes standard input, or sends SIGTERM or SIGINT.
final class ProgramEnd {
    private let requests: AsyncStream<Void>
    private let sources: [any DispatchSourceSignal]

    /// Begins to listen, and has begun when this returns.
    ///
    /// - Parameter watchesInput: Whether the end of standard input counts.
    init(watchesInput: Bool) {
        let (requests, end) = AsyncStream.makeStream(of: Void.self)
        self.requests = requests
        sources = [SIGINT, SIGTERM].map { number in
            #if !os(Linux)
            // On Linux the source puts a handler of its own in place.
            signal(number, SIG_IGN)
            #endif
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            let isRegistered = DispatchSemaphore(value: 0)
            source.setRegistrationHandler { isRegistered.signal() }
            source.setEventHandler { end.yield() }
            source.resume()
            isRegistered.wait()
            return source
        }
        guard watchesInput else { return }
        // A thread of its own: reading waits for as long as the sandbox runs.
        Thread.detachNewThread {
            while let data = try? FileHandle.standardInput.read(upToCount: 4096), !data.isEmpty {}
            end.yield()
        }
    }

    /// Returns at the first request, even one that came before.
    func requested() async {
        for await _ in requests { break }
    }
}

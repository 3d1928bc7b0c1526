import Foundation
import Synchronization

/// ^C or SIGTERM while something must first be put away: it is, and then the process ends by that signal as it would have.
final class Interruption {
    private let listener: SignalListener

    /// The signal that came, from the moment it came.
    private let came: Came

    private final class Came: Sendable {
        private let number = Mutex<Int32?>(nil)

        func note(_ signal: Int32) { number.withLock { $0 = $0 ?? signal } }

        /// Ends the process by the signal that came; does nothing where none did.
        func endProcess() {
            guard let number = number.withLock({ $0 }) else { return }
            signal(number, SIG_DFL)
            // To the process: the threads that tasks run on let no signal through.
            kill(getpid(), number)
        }
    }

    /// Begins to listen.
    ///
    /// - Parameter cleanUp: what is done first.
    init(_ cleanUp: @escaping @Sendable () async -> Void) {
        let came = Came()
        self.came = came
        listener = SignalListener { number in
            came.note(number)
            Task {
                await cleanUp()
                came.endProcess()
            }
        }
    }

    /// Lets the signals end the process at once again; one that has come ends it now.
    ///
    /// What is put away may fail the work that uses it: the process must not end with that failure's status.
    func stopListening() {
        came.endProcess()
        listener.stop()
    }
}

import Dispatch
import Foundation
import Synchronization

/// Serves a keeper's socket: a thread for each conversation, so many at most, and each step of it bounded in time.
final class KeeperServer: Sendable {
    /// The bounds of a server.
    struct Limits: Sendable {
        /// How many programs may be in conversation at once; one more is told that it is too much.
        var conversations = 128
        /// How long a program may take to say a line or to take an answer.
        var patience = Duration.seconds(10)
        /// How long an answer may take: as long as a sign-in that asks nobody.
        var answer = Duration.seconds(100)
    }

    /// Answers one line.
    typealias Respond = @Sendable ([UInt8]) async -> KeeperAnswer

    private struct State {
        var conversations: [Int: LocalSocket] = [:]
        var last = 0
        var isStopped = false
    }

    private let path: String
    private let listener: LocalSocket
    private let limits: Limits
    private let owner: UInt32
    private let respond: Respond
    private let onStop: @Sendable () -> Void
    private let state = Mutex(State())

    /// Begins to listen; nobody is answered before ``start()``.
    ///
    /// - Parameters:
    ///   - path: where the socket is made.
    ///   - limits: the bounds.
    ///   - owner: who may ask; by default the person whose program this is.
    ///   - onStop: told when somebody wanted the keeper to end, and has the answer.
    ///   - respond: answers a line.
    /// - Throws: ``SystemRefusal``.
    init(
        at path: String,
        limits: Limits = Limits(),
        owner: UInt32 = LocalSocket.ownUser,
        onStop: @escaping @Sendable () -> Void = {},
        respond: @escaping Respond
    ) throws(SystemRefusal) {
        self.path = path
        self.limits = limits
        self.owner = owner
        self.onStop = onStop
        self.respond = respond
        listener = try LocalSocket.listen(at: path)
    }

    /// Answers from now on.
    func start() {
        Self.thread { self.acceptAll() }
    }

    /// Ends every conversation; no further one begins.
    func stop() {
        let open = state.withLock { state in
            state.isStopped = true
            return Array(state.conversations.values)
        }
        for socket in open { socket.end() }
        // Wakes the thread that waits for the next one; where that fails nobody could come in any more either.
        _ = try? LocalSocket.connect(to: path)
    }

    private func acceptAll() {
        while !state.withLock({ $0.isStopped }) {
            guard let socket = listener.accept() else {
                // Out of descriptors, most likely: those in conversation give some back.
                Thread.sleep(forTimeInterval: 0.05)
                continue
            }
            guard socket.peer == owner else { continue }
            guard let number = enter(socket) else {
                let answer = KeeperAnswer.refusal(
                    .busy,
                    "\(limits.conversations) programs are asking already.",
                    "Ask again in a moment, and end each conversation after its answer."
                )
                _ = socket.write(KeeperLine.encode(answer), within: .zero)
                continue
            }
            Self.thread {
                self.serve(socket)
                self.state.withLock { $0.conversations[number] = nil }
            }
        }
    }

    private func enter(_ socket: LocalSocket) -> Int? {
        state.withLock { state in
            guard !state.isStopped, state.conversations.count < limits.conversations else { return nil }
            state.last += 1
            state.conversations[state.last] = socket
            return state.last
        }
    }

    private func serve(_ socket: LocalSocket) {
        var lines = LineReader(socket, limit: KeeperLine.longestRequest)
        while true {
            do throws(LineReader.Ending) {
                let answer = answer(try lines.next(within: limits.patience))
                let isWritten = socket.write(KeeperLine.encode(answer), within: limits.patience)
                // After the answer, since the end of the keeper ends its conversations.
                if answer.stopping == true { onStop() }
                guard isWritten else { return }
            } catch {
                if error == .tooLong {
                    let answer = KeeperAnswer.refusal(
                        .badRequest,
                        "The line is longer than \(KeeperLine.longestRequest) bytes.",
                        "Send one JSON object on one line."
                    )
                    _ = socket.write(KeeperLine.encode(answer), within: limits.patience)
                }
                return
            }
        }
    }

    /// Waits for an answer on the conversation's own thread, which nobody else needs.
    private func answer(_ line: [UInt8]) -> KeeperAnswer {
        let found = AnswerBox()
        let isDone = DispatchSemaphore(value: 0)
        let respond = respond
        let task = Task.detached {
            found.put(await respond(line))
            isDone.signal()
        }
        let milliseconds = Int(limits.answer / .milliseconds(1))
        guard isDone.wait(timeout: .now() + .milliseconds(milliseconds)) == .success,
            let answer = found.answer
        else {
            task.cancel()
            return .refusal(
                .timedOut,
                "The token did not come within \(limits.answer.components.seconds) s.",
                "Ask again; finessectl keep says on its own output what it waits for."
            )
        }
        return answer
    }

    private static func thread(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.stackSize = 512 << 10
        thread.start()
    }
}

/// An answer on its way from a task to a thread.
private final class AnswerBox: Sendable {
    private let content = Mutex<KeeperAnswer?>(nil)

    var answer: KeeperAnswer? { content.withLock { $0 } }

    func put(_ answer: KeeperAnswer) { content.withLock { $0 = answer } }
}

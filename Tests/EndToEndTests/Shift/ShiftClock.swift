import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Synchronization
import WebAgent
import WebAgentCookies

/// The sandbox's virtual clock as the client's: one time for both, which passes only when the test says so.
final class ShiftClock: LifecycleClock {
    private struct Sleeper {
        var due: SandboxInstant
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var sleepers: [Int: Sleeper] = [:]
        var last = 0
        var isAtRest = false
        var watchers: [CheckedContinuation<Void, Never>] = []

        var isSettled: Bool { isAtRest || !sleepers.isEmpty }

        /// Who is to be told that everything has come to rest.
        mutating func takeWatchers() -> [CheckedContinuation<Void, Never>] {
            guard isSettled else { return [] }
            defer { watchers = [] }
            return watchers
        }
    }

    let clock: SandboxClock
    private let start: SandboxInstant
    private let state = Mutex(State())

    init(_ clock: SandboxClock) {
        self.clock = clock
        start = clock.now
    }

    /// The time since the beginning of the shift.
    var elapsed: Duration { start.duration(to: clock.now) }

    var wall: WallTime { WallTime(milliseconds: clock.now.milliseconds) }

    var boot: BootTime { BootTime(boot: "the shift's", uptime: .seconds(1000) + elapsed) }

    func reading() -> ClockReading { ClockReading(wall: wall, boot: boot) }

    /// The world of a user agent that lives in this time.
    var environment: AgentEnvironment {
        AgentEnvironment(
            uptime: { [self] in elapsed },
            time: { [self] in CookieTime(milliseconds: clock.now.milliseconds) },
            sleep: { _ in },
            randomBytes: AgentEnvironment.system.randomBytes
        )
    }

    func sleep(for duration: Duration) async throws {
        let number = state.withLock { state in
            state.last += 1
            return state.last
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                // The sandbox counts whole milliseconds.
                let delay = max(.zero, duration) + .milliseconds(1)
                let (isOver, watchers) = state.withLock { state in
                    if Task.isCancelled { return (true, [CheckedContinuation<Void, Never>]()) }
                    let due = clock.now.advanced(by: delay)
                    state.sleepers[number] = Sleeper(due: due, continuation: continuation)
                    // Here, for whoever sees the sleeper may turn the clock at once.
                    clock.schedule(after: delay) { [self] in wake(number) }
                    return (false, state.takeWatchers())
                }
                if isOver { return continuation.resume() }
                for watcher in watchers { watcher.resume() }
            }
        } onCancel: {
            wake(number)
        }
        try Task.checkCancellation()
    }

    private func wake(_ number: Int) {
        state.withLock { $0.sleepers.removeValue(forKey: number) }?.continuation.resume()
    }

    /// When the next sleeper is due; nil while nobody sleeps.
    var nextDue: SandboxInstant? { state.withLock { $0.sleepers.values.map(\.due).min() } }

    /// Says that whoever is watched sleeps no more by itself, or does again.
    func setAtRest(_ isAtRest: Bool) {
        let watchers = state.withLock { state in
            state.isAtRest = isAtRest
            return state.takeWatchers()
        }
        for watcher in watchers { watcher.resume() }
    }

    /// Returns when somebody sleeps, or rests: all work is done that this moment has.
    func settled() async {
        await withCheckedContinuation { continuation in
            let watchers = state.withLock { state in
                state.watchers.append(continuation)
                return state.takeWatchers()
            }
            for watcher in watchers { watcher.resume() }
        }
    }
}

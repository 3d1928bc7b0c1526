internal import FoundationEssentials
internal import Synchronization

/// The one clock of a sandbox: every lifetime, session end and delayed event is measured and fired by it.
///
/// A real clock follows the system's time; a virtual one stands still until ``advance(by:)`` moves it. A real clock may be
/// moved forward as well: it then runs ahead of the system by what was added.
public final class SandboxClock: Sendable {
    private struct State {
        var offset: Int64 = 0
        var queue = TimerQueue()
        var sleeper: Task<Void, Never>?
        /// Whether due timers are being fired: one after another, never two at once.
        var isFiring = false

        mutating func startFiring() -> Bool {
            guard !isFiring else { return false }
            isFiring = true
            return true
        }
    }

    /// The instant at which a virtual clock started; nothing for a real one.
    private let start: SandboxInstant?
    private let state = Mutex(State())

    private init(start: SandboxInstant?) {
        self.start = start
    }

    /// Creates a clock that follows the system's time.
    ///
    /// - Returns: The clock.
    public static func real() -> SandboxClock {
        SandboxClock(start: nil)
    }

    /// Creates a clock that stands still until it is moved.
    ///
    /// - Parameter start: Its first instant; by default the moment of Client Integration's first token.
    /// - Returns: The clock.
    public static func virtual(
        startingAt start: SandboxInstant = .init(milliseconds: 1_671_713_261_747)
    ) -> SandboxClock {
        SandboxClock(start: start)
    }

    /// Whether the clock stands still until it is moved.
    public var isVirtual: Bool { start != nil }

    /// The current instant.
    public var now: SandboxInstant {
        state.withLock { self.now(in: $0) }
    }

    /// Moves the clock forward and fires every timer that falls due on the way, in order, each at its own instant.
    ///
    /// Returns when the last of them has finished. A timer set by a fired one fires too when it falls due within the span.
    ///
    /// - Parameter duration: How far to move; a negative span moves nothing.
    public func advance(by duration: Duration) async {
        let target = now.advanced(by: max(duration, .zero))
        while let action = state.withLock({ nextAction(upTo: target, in: &$0) }) {
            await action()
        }
        state.withLock { state in
            state.offset += max(0, target.milliseconds - now(in: state).milliseconds)
        }
        rearm()
    }

    /// Runs an action after a span; of two with the same span the first set runs first.
    package func schedule(after delay: Duration, _ action: @escaping @Sendable () async -> Void) {
        state.withLock { $0.queue.insert(due: now(in: $0).advanced(by: delay), action: action) }
        rearm()
    }

    /// Runs an action at an instant; one that has passed is the next that the clock fires.
    func schedule(at due: SandboxInstant, _ action: @escaping @Sendable () async -> Void) {
        state.withLock { $0.queue.insert(due: due, action: action) }
        rearm()
    }

    /// What there is to keep of the clock.
    var reading: ClockReading {
        state.withLock { ClockReading(now: now(in: $0), ahead: start == nil ? $0.offset : nil) }
    }

    /// Sets the clock to a kept reading, which may lie in its past; timers stay at their instants.
    ///
    /// Time has gone on for a real clock that was kept as one; in every other case it goes on from the kept instant.
    func set(to reading: ClockReading) {
        state.withLock { state in
            if start == nil, let ahead = reading.ahead {
                state.offset = ahead
            } else {
                state.offset += reading.now.milliseconds - now(in: state).milliseconds
            }
        }
        rearm()
    }

    /// Drops every timer.
    func stop() {
        state.withLock { state in
            state.queue.removeAll()
            state.sleeper?.cancel()
            state.sleeper = nil
        }
    }

    private func now(in state: State) -> SandboxInstant {
        let base = start?.milliseconds ?? Int64(Date().timeIntervalSince1970 * 1000)
        return SandboxInstant(milliseconds: base + state.offset)
    }

    private func nextAction(upTo target: SandboxInstant, in state: inout State) -> TimerQueue.Action? {
        guard let (due, action) = state.queue.popFirst(dueAt: target) else { return nil }
        state.offset += max(0, due.milliseconds - now(in: state).milliseconds)
        return action
    }

    /// Lets a real clock's sleeper wait for the timer that is now the earliest.
    private func rearm() {
        guard start == nil else { return }
        state.withLock { state in
            guard !state.isFiring else { return }
            state.sleeper?.cancel()
            guard let earliest = state.queue.earliest else {
                state.sleeper = nil
                return
            }
            let wait = max(.zero, now(in: state).duration(to: earliest))
            state.sleeper = Task { [weak self] in
                guard (try? await Task.sleep(for: wait)) != nil else { return }
                await self?.fireDue()
            }
        }
    }

    private func fireDue() async {
        guard state.withLock({ $0.startFiring() }) else { return }
        while let action = state.withLock({ nextDue(in: &$0) }) {
            await action()
        }
        rearm()
    }

    /// The next timer that is due now; when there is none, the firing has ended.
    private func nextDue(in state: inout State) -> TimerQueue.Action? {
        let action = state.queue.popFirst(dueAt: now(in: state))?.action
        if action == nil { state.isFiring = false }
        return action
    }
}

import FinesseSSO

/// The clocks of a command: the wall clock is its outside's.
struct ContextClock: LifecycleClock {
    private let now: @Sendable () -> WallTime

    init(_ context: CommandContext) {
        now = context.now
    }

    func reading() -> ClockReading { ClockReading(wall: now(), boot: .system()) }

    func sleep(for duration: Duration) async throws { try await ContinuousClock().sleep(for: duration) }
}

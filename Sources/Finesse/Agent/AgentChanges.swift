public import FinesseTypes

/// Whoever knows when it is worth reading an agent again.
///
/// Asking over and over is one way, ``PollingChanges``; a notification service that returns with each event is another.
public protocol AgentChanges: Sendable {
    /// Waits until something about an agent may have changed.
    ///
    /// - Parameters:
    ///   - agent: The agent.
    ///   - limit: How long to wait at most.
    /// - Throws: `CancellationError` when the task is cancelled.
    func next(of agent: LoginID, within limit: Duration) async throws
}

/// Something may have changed whenever a while has passed.
public struct PollingChanges: AgentChanges {
    private let clock: any Clock<Duration>
    private let pause: Duration

    /// Makes it.
    ///
    /// - Parameters:
    ///   - clock: What the while is measured by.
    ///   - pause: The while.
    public init(clock: any Clock<Duration> = ContinuousClock(), pause: Duration = .milliseconds(300)) {
        self.clock = clock
        self.pause = pause
    }

    /// Waits for a while.
    ///
    /// - Parameters:
    ///   - agent: Whoever it is.
    ///   - limit: How long to wait at most.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func next(of agent: LoginID, within limit: Duration) async throws {
        try await clock.sleep(for: min(pause, limit))
    }
}

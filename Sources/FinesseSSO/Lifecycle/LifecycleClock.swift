/// The clocks that the life of a token is measured on, read at one moment.
public struct ClockReading: Hashable, Sendable {
    /// The wall clock, which people and servers may set.
    public var wall: WallTime
    /// The clock that nobody can set; nil where the system does not name its starts.
    public var boot: BootTime?

    /// Makes a reading from its parts.
    ///
    /// - Parameters:
    ///   - wall: The wall clock.
    ///   - boot: The clock that nobody can set.
    public init(wall: WallTime, boot: BootTime?) {
        self.wall = wall
        self.boot = boot
    }
}

/// Tells the time and waits; a test turns it by hand.
public protocol LifecycleClock: Sendable {
    /// Reads both clocks.
    ///
    /// - Returns: The time now.
    func reading() -> ClockReading

    /// Waits on a clock that goes on while the machine is suspended.
    ///
    /// - Parameter duration: How long.
    /// - Throws: `CancellationError` when the task is cancelled.
    func sleep(for duration: Duration) async throws
}

/// The clocks of the system.
public struct SystemLifecycleClock: LifecycleClock {
    /// Makes the one there is.
    public init() {}

    /// Reads both clocks.
    ///
    /// - Returns: The time now.
    public func reading() -> ClockReading { ClockReading(wall: .system(), boot: .system()) }

    /// Waits on a clock that goes on while the machine is suspended.
    ///
    /// - Parameter duration: How long.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func sleep(for duration: Duration) async throws { try await ContinuousClock().sleep(for: duration) }
}

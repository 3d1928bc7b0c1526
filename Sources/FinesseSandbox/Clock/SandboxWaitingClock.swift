/// A sandbox's clock as one that can be waited for: who waits turns it.
///
/// For clients in the same process as a sandbox with a virtual clock: their pauses pass at once, and what the sandbox has to do
/// meanwhile happens in them.
public struct SandboxWaitingClock: Clock {
    /// A point in the sandbox's time.
    public struct Instant: InstantProtocol {
        /// The time since 1970-01-01T00:00:00Z.
        public var offset: Duration

        /// A point later or earlier.
        ///
        /// - Parameter duration: By how much.
        /// - Returns: That point.
        public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

        /// The span to another point.
        ///
        /// - Parameter other: The other point.
        /// - Returns: The span; negative when the other point is earlier.
        public func duration(to other: Instant) -> Duration { other.offset - offset }

        /// Whether a point is earlier than another.
        ///
        /// - Parameters:
        ///   - first: A point.
        ///   - second: Another.
        /// - Returns: Whether the first is earlier.
        public static func < (first: Instant, second: Instant) -> Bool { first.offset < second.offset }
    }

    private let clock: SandboxClock

    /// Takes the clock that is turned.
    ///
    /// - Parameter clock: A sandbox's clock, a virtual one.
    public init(_ clock: SandboxClock) {
        self.clock = clock
    }

    /// The sandbox's time.
    public var now: Instant { Instant(offset: .milliseconds(clock.now.milliseconds)) }

    /// A millisecond.
    public var minimumResolution: Duration { .milliseconds(1) }

    /// Turns the clock to a point, unless it is there already.
    ///
    /// - Parameters:
    ///   - deadline: The point.
    ///   - tolerance: Not used: the clock is turned exactly.
    /// - Throws: `CancellationError` when the task was cancelled before.
    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        let span = now.duration(to: deadline)
        if span > .zero { await clock.advance(by: span) }
    }
}

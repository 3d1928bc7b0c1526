import FoundationEssentials
public import WebAgentCookies

/// The world as the agent sees it: clocks, waiting and chance.
///
/// Tests put their own in.
public struct AgentEnvironment: Sendable {
    /// The time since some fixed moment; never goes back.
    public var uptime: @Sendable () -> Duration

    /// The time of day, for cookies.
    public var time: @Sendable () -> CookieTime

    /// Waits.
    public var sleep: @Sendable (Duration) async throws -> Void

    /// Makes so many random bytes that nobody can foresee.
    public var randomBytes: @Sendable (Int) -> [UInt8]

    /// Makes an environment.
    ///
    /// - Parameters:
    ///   - uptime: the time since some fixed moment.
    ///   - time: the time of day.
    ///   - sleep: waits.
    ///   - randomBytes: makes random bytes.
    public init(
        uptime: @escaping @Sendable () -> Duration,
        time: @escaping @Sendable () -> CookieTime,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        randomBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.uptime = uptime
        self.time = time
        self.sleep = sleep
        self.randomBytes = randomBytes
    }

    /// This machine.
    public static let system: AgentEnvironment = {
        let start = ContinuousClock.now
        return AgentEnvironment(
            uptime: { start.duration(to: .now) },
            time: { CookieTime(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
            sleep: { try await Task.sleep(for: $0) },
            randomBytes: { count in
                var generator = SystemRandomNumberGenerator()
                return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            }
        )
    }()
}

/// When an access token is to be refreshed: at 75 % of its life, and once more at 80, 85, 90 and 95 % while that fails.
///
/// Each moment is put off by a part of the next five percent, chosen at random once for each token, so that programs
/// which got their tokens together do not come back together.
///
/// Source: "Single Sign-On: Refresh Existing Access Token" (refresh after 75 % of the life).
public struct RefreshSchedule: Hashable, Sendable {
    /// The parts of the life, in percent, at which a refresh is tried.
    public static let percents = [75, 80, 85, 90, 95]
    /// The most, in percent of the life, by which a moment is put off.
    static let spreadPercent = 4.0

    /// How long the token lives.
    public let life: Duration
    private let offset: Duration

    /// Makes the schedule of one token.
    ///
    /// - Parameters:
    ///   - life: How long the token lives.
    ///   - jitter: A number from 0 to 1, chosen at random; what is outside counts as the nearer end.
    public init(life: Duration, jitter: Double) {
        self.life = life
        offset = life * (Self.spreadPercent * min(max(jitter, 0), 1) / 100)
    }

    /// The age at which a try is due.
    ///
    /// - Parameter number: How many tries have failed for this token.
    /// - Returns: The age; nil when the schedule holds no further try.
    public func age(ofTry number: Int) -> Duration? {
        guard Self.percents.indices.contains(number) else { return nil }
        return life * Self.percents[number] / 100 + offset
    }
}

/// The pauses between tries that failed for a reason which may pass: a second, doubled each time, a minute at most.
struct Backoff: Hashable, Sendable {
    private(set) var failures = 0

    /// The pause before the next try.
    ///
    /// - Parameter jitter: A number from 0 to 1; the pause is between half and the whole of its length.
    /// - Returns: How long to wait.
    mutating func next(jitter: Double) -> Duration {
        let whole = Duration.seconds(min(60, 1 << min(failures, 6)))
        failures += 1
        return whole * (0.5 + min(max(jitter, 0), 1) / 2)
    }

    mutating func reset() { failures = 0 }
}

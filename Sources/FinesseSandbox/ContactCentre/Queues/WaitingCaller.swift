/// A simulated caller who waits in a queue, or whose call rings at an agent.
struct WaitingCaller: Codable, Hashable, Sendable {
    var queueId: String
    /// The caller's number.
    var number: String
    var arrivedAt: SandboxInstant
    /// How long the caller talks, in milliseconds; 0 for ever.
    var handleTime: Int64
    var variables: [CallVariable]
    /// The call that rings at an agent.
    var dialogId: String?
}

/// What the contact centre counts.
struct CentreCounters: Codable, Hashable, Sendable {
    /// The number of the last dialog.
    var lastDialog = 16_777_216
    /// The number of the last caller.
    var lastCaller = 0
    /// The number of the last notification.
    var lastNotification = 0
    /// What chance is drawn from; nothing before the first draw.
    var random: UInt64?
    /// Whether the arrival of the next caller is set.
    var expectsCaller = false
    /// The queues whose statistics will be published.
    var changedQueues: Set<String> = []
    /// How many calls callers made, how many were answered, and how many callers gave up.
    var offered = 0
    var answered = 0
    var abandoned = 0
}

/// Chance that gives the same for the same seed.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (SplitMix64).
struct CentreChance: RandomNumberGenerator, Sendable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A span with an exponential distribution, as arrivals and patience have.
    mutating func exponential(mean: Duration) -> Duration {
        let share = Double.random(in: Double.leastNormalMagnitude..<1, using: &self)
        return .milliseconds(Int64(-Self.logarithm(share) * Double(mean.wholeMilliseconds)))
    }

    /// A span around a mean, from half of it to half as much again.
    mutating func around(_ mean: Duration) -> Duration {
        let milliseconds = mean.wholeMilliseconds
        guard milliseconds > 0 else { return .zero }
        return .milliseconds(Int64.random(in: (milliseconds / 2)...(milliseconds * 3 / 2), using: &self))
    }

    /// The natural logarithm, without a mathematics library: ln(m · 2^e) = 2 artanh((m - 1) / (m + 1)) + e ln 2.
    static func logarithm(_ value: Double) -> Double {
        let ratio = (value.significand - 1) / (value.significand + 1)
        var (term, sum) = (ratio, 0.0)
        for index in 0..<24 {
            sum += term / Double(2 * index + 1)
            term *= ratio * ratio
        }
        return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
    }
}

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The clocks of a recording; tests put their own in.
package struct TraceClock: Sendable {
    /// The time of day, in milliseconds since 1970.
    package var now: @Sendable () -> Int64
    /// The time since some fixed moment; never goes back.
    package var uptime: @Sendable () -> Duration

    package init(now: @escaping @Sendable () -> Int64, uptime: @escaping @Sendable () -> Duration) {
        self.now = now
        self.uptime = uptime
    }

    /// A clock whose time of day is given and that measures with the machine's own.
    ///
    /// - Parameter now: The time of day, in milliseconds since 1970.
    /// - Returns: The clock.
    package static func measuring(now: @escaping @Sendable () -> Int64) -> TraceClock {
        let start = ContinuousClock.now
        return TraceClock(now: now) { start.duration(to: .now) }
    }
}

/// Points of time as a trace writes them.
package enum TraceTime {
    /// ISO 8601 with milliseconds, in UTC: `2026-01-31T12:34:56.789Z`.
    ///
    /// - Parameter milliseconds: Milliseconds since 1970.
    /// - Returns: The text.
    package static func text(_ milliseconds: Int64) -> String {
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        return date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// The milliseconds since 1970 of an ISO 8601 time; nil for what is none.
    ///
    /// - Parameter text: The time, with or without fractions of a second and an offset.
    /// - Returns: The milliseconds.
    package static func milliseconds(_ text: String) -> Int64? {
        for fractions in [true, false] {
            let style = Date.ISO8601FormatStyle(includingFractionalSeconds: fractions)
            if let date = try? style.parse(text) { return Int64((date.timeIntervalSince1970 * 1000).rounded()) }
        }
        return nil
    }
}

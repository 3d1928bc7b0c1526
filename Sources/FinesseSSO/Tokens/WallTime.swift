#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A point of wall-clock time, in milliseconds since 1970.
///
/// It is what a file can keep; durations inside one run are measured on a clock that cannot be set.
public struct WallTime: Hashable, Sendable, Comparable {
    /// Milliseconds since the start of 1970, UTC.
    public var milliseconds: Int64

    /// Makes a point of time.
    ///
    /// - Parameter milliseconds: Milliseconds since the start of 1970, UTC.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Reads the system's clock; the default of parameters that take a clock as a function.
    ///
    /// - Returns: The time now.
    public static func system() -> WallTime {
        WallTime(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// The point of time as people read it, in UTC: `2026-01-31 12:34 UTC`.
    var utc: String {
        let text = Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(.iso8601)
        return "\(text.prefix(16).replacing("T", with: " ")) UTC"
    }

    /// Measures from another point to this one.
    ///
    /// - Parameter earlier: The other point.
    /// - Returns: The time between them, negative when `earlier` is the later one; bounded, never trapping.
    public func since(_ earlier: WallTime) -> Duration {
        let (difference, overflow) = milliseconds.subtractingReportingOverflow(earlier.milliseconds)
        return .milliseconds(overflow ? (milliseconds < 0 ? Int64.min : Int64.max) : difference)
    }

    /// The point of time that comes some time after this one; bounded, never trapping.
    func adding(_ duration: Duration) -> WallTime {
        let (seconds, attoseconds) = duration.components
        let (whole, isTooLong) = seconds.multipliedReportingOverflow(by: 1000)
        let (sum, overflow) = milliseconds.addingReportingOverflow(
            isTooLong ? (seconds < 0 ? Int64.min / 2 : Int64.max / 2) : whole + attoseconds / 1_000_000_000_000_000
        )
        return WallTime(milliseconds: overflow ? (seconds < 0 ? Int64.min : Int64.max) : sum)
    }

    /// Orders points by time.
    ///
    /// - Parameters:
    ///   - left: One point.
    ///   - right: Another point.
    /// - Returns: True when `left` is earlier.
    public static func < (left: WallTime, right: WallTime) -> Bool { left.milliseconds < right.milliseconds }
}

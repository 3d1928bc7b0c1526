/// A moment on the cookie clock: milliseconds since 1970-01-01T00:00:00Z.
///
/// The jar has no clock of its own; every call that depends on time takes one of these.
public struct CookieTime: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
    public var milliseconds: Int64

    /// Makes a moment from milliseconds.
    ///
    /// - Parameter milliseconds: milliseconds since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Makes a moment from seconds.
    ///
    /// - Parameter seconds: seconds since 1970-01-01T00:00:00Z; what does not fit is brought to the nearest moment that does.
    public init(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        milliseconds = overflow ? (seconds < 0 ? .min : .max) : product
    }

    /// The earliest moment there is; a cookie that expires then is deleted.
    public static let earliest = CookieTime(milliseconds: .min)

    /// Whether one moment lies before another.
    ///
    /// - Parameters:
    ///   - lhs: one moment.
    ///   - rhs: the other.
    /// - Returns: true when the first is earlier.
    public static func < (lhs: CookieTime, rhs: CookieTime) -> Bool {
        lhs.milliseconds < rhs.milliseconds
    }

    /// The moment a duration later.
    ///
    /// - Parameter duration: how much later; fractions of a millisecond are dropped.
    /// - Returns: the later moment, at most the latest there is.
    public func advanced(by duration: Duration) -> CookieTime {
        let (sum, overflow) = milliseconds.addingReportingOverflow(duration.wholeMilliseconds)
        return CookieTime(milliseconds: overflow ? (duration < .zero ? .min : .max) : sum)
    }

    /// How much time has passed since an earlier moment.
    ///
    /// - Parameter earlier: the moment to count from.
    /// - Returns: the time between; negative when the other is later.
    public func since(_ earlier: CookieTime) -> Duration {
        let (difference, overflow) = milliseconds.subtractingReportingOverflow(earlier.milliseconds)
        return .milliseconds(overflow ? (milliseconds < earlier.milliseconds ? .min : .max) : difference)
    }
}

extension Duration {
    fileprivate var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        guard !overflow else { return seconds < 0 ? .min : .max }
        return product + attoseconds / 1_000_000_000_000_000
    }
}

import FinesseSSO
import Foundation

extension WallTime {
    /// The point of time as ISO 8601 in UTC, to the second: `2026-01-31T12:34:56Z`.
    var iso8601: String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(.iso8601)
    }
}

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A point of time that nobody can set: how long the machine was up then, and since which start of it.
///
/// Time in suspend counts. Two points can be compared only when they are of the same start.
public struct BootTime: Hashable, Sendable {
    /// Names one start of the machine.
    public var boot: String
    /// The time since that start, suspend included.
    public var uptime: Duration

    /// Makes a point of time from its parts.
    ///
    /// - Parameters:
    ///   - boot: Names one start of the machine.
    ///   - uptime: The time since that start, suspend included.
    public init(boot: String, uptime: Duration) {
        self.boot = boot
        self.uptime = uptime
    }

    /// Measures from another point to this one.
    ///
    /// - Parameter earlier: The other point.
    /// - Returns: The time between them; nil when the machine was started anew in between.
    public func since(_ earlier: BootTime) -> Duration? {
        boot == earlier.boot ? uptime - earlier.uptime : nil
    }

    /// Reads the system's clock.
    ///
    /// - Returns: The time now; nil on a system that does not name its starts, where only the wall clock is left.
    ///
    /// Source: Linux `proc(5)`, `/proc/sys/kernel/random/boot_id`.
    public static func system() -> BootTime? {
        guard let boot else { return nil }
        let clock = ContinuousClock()
        let (seconds, attoseconds) = clock.systemEpoch.duration(to: clock.now).components
        // Whole milliseconds, as the stored record has them.
        return BootTime(boot: boot, uptime: .milliseconds(seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    }

    private static let boot: String? = {
        // A system without this file is no failure: its boots have no names.
        let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
        let name = text.map { $0.filter { !$0.isWhitespace } }
        return name?.isEmpty == false ? name : nil
    }()
}

import Foundation

/// `make torture` runs the same tests with more of everything.
enum Torture {
    /// Whether this is such a run.
    static let isOn = ProcessInfo.processInfo.environment["FINESSE_TORTURE"] == "1"

    /// The seeds of a test that is made of chance: the first ones, or as many others as there is patience for.
    static func seeds(ordinarily: UInt64, tortured: UInt64) -> ClosedRange<UInt64> {
        1...(isOn ? tortured : ordinarily)
    }
}

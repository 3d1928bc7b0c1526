import Foundation

/// `make torture` runs the same tests with more of everything.
enum Torture {
    /// Whether this is such a run.
    static let isOn = ProcessInfo.processInfo.environment["FINESSE_TORTURE"] == "1"

    /// Whether a sanitizer makes everything many times slower: it looks for what each seed does alike.
    private static let isUnderSanitizer = ProcessInfo.processInfo.environment["TESTS_RUN_UNDER_SANITIZER"] != nil

    /// The seeds of a test that is made of chance: the first ones, or many from a number that is given.
    static func seeds(ordinarily: UInt64, tortured: UInt64) -> ClosedRange<UInt64> {
        guard isOn else { return 1...(isUnderSanitizer ? max(1, ordinarily / 10) : ordinarily) }
        let first = ProcessInfo.processInfo.environment["FINESSE_TORTURE_SEED"].flatMap { UInt64($0) } ?? 1
        return first...(first + tortured - 1)
    }
}

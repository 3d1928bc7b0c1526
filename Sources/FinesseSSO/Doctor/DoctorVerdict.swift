/// What a probe comes to, the better first.
public enum DoctorVerdict: String, CaseIterable, Hashable, Sendable, Comparable {
    /// All is well.
    case ok
    /// It was not looked at; the evidence says why.
    case skipped
    /// It works, and somebody should look at it.
    case warning
    /// It does not work.
    case failed

    /// Orders verdicts, the better first.
    ///
    /// - Parameters:
    ///   - left: One verdict.
    ///   - right: Another verdict.
    /// - Returns: Whether `left` is the better.
    public static func < (left: DoctorVerdict, right: DoctorVerdict) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What became of one row.
package struct CaseOutcome: Sendable, Hashable {
    /// The three ways a row can end.
    package enum Outcome: String, Sendable, Hashable {
        /// The code under test did what the row says.
        case passed

        /// It did something else, or could not be run.
        case failed

        /// The contract of the data says not to run it.
        case skipped
    }

    package var id: String
    package var outcome: Outcome
    package var expected: String
    package var got: String

    package init(id: String, outcome: Outcome, expected: String, got: String) {
        self.id = id
        self.outcome = outcome
        self.expected = expected
        self.got = got
    }

    /// Compares two descriptions of what happened.
    package init(id: String, expected: String, got: String) {
        self.init(id: id, outcome: expected == got ? .passed : .failed, expected: expected, got: got)
    }

    /// A row that the data's contract says to skip.
    package static func skipped(id: String, because reason: String) -> CaseOutcome {
        CaseOutcome(id: id, outcome: .skipped, expected: "", got: reason)
    }
}

// What tests ask of a journal.

extension SandboxJournal {
    /// Expects something of the requests so far.
    ///
    /// The error says what was expected, what was seen in its place and which entries come nearest, so that Swift Testing's and
    /// XCTest's own report of a thrown error is enough.
    ///
    /// - Parameters:
    ///   - expectation: What is expected.
    ///   - number: The number of the entry after which it is looked at; all that is kept unless told.
    /// - Throws: ``JournalMismatch`` when it is otherwise.
    public func expect(_ expectation: JournalExpectation, after number: Int = 0) throws(JournalMismatch) {
        if let mismatch = expectation.mismatch(in: entries.filter { $0.number > number }) { throw mismatch }
    }

    /// Waits until the journal is as expected; it looks after each request, and no time passes otherwise.
    ///
    /// A request is in the journal as soon as its answer is known, also while a fault delays that.
    ///
    /// - Parameters:
    ///   - expectation: What is expected.
    ///   - number: The number of the entry after which it is looked at; all that is kept unless told.
    /// - Throws: ``JournalMismatch`` when the waiting task is cancelled before.
    public func wait(for expectation: JournalExpectation, after number: Int = 0) async throws(JournalMismatch) {
        for await _ in changes {
            let entries = entries.filter { $0.number > number }
            if expectation.mismatch(in: entries) == nil { return }
        }
        try expect(expectation, after: number)
    }
}

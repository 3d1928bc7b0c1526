/// The cases that are known to fail, each with its reason; a listed case that passes is an error too.
package struct KnownIssues: Sendable {
    private var reasons: [String: [String: String]] = [:]

    /// No known issue.
    package init() {}

    /// Reads a list: a line each of suite, id and reason, separated by tabs; `#` begins a comment.
    ///
    /// - Parameters:
    ///   - text: the list.
    ///   - file: the list's name, for the error.
    /// - Throws: ``SuiteInputError/malformed(file:reason:)`` for a line without a reason or a case listed twice.
    package init(_ text: String, file: String) throws(SuiteInputError) {
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
            guard columns.count == 3, !columns[2].isEmpty else {
                throw .malformed(file: file, reason: "this line has no suite, id and reason separated by tabs: \(line)")
            }
            guard reasons[columns[0], default: [:]].updateValue(columns[2], forKey: columns[1]) == nil else {
                throw .malformed(file: file, reason: "\(columns[0]) \(columns[1]) is listed twice")
            }
        }
    }

    /// What a run says that this list does not, as lines for people; empty when the two agree.
    ///
    /// - Parameters:
    ///   - suite: the suite's name.
    ///   - outcomes: what became of its cases.
    /// - Returns: one line for each unlisted failure, each listed case that passed and each listed case that is no more.
    package func disagreements(suite: String, outcomes: [CaseOutcome]) -> [String] {
        var unseen = reasons[suite] ?? [:]
        var lines: [String] = []
        for outcome in outcomes {
            let reason = unseen.removeValue(forKey: outcome.id)
            switch (outcome.outcome, reason) {
            case (.failed, nil):
                lines.append(
                    "\(suite) \(outcome.id) fails: expected \(oneLine(outcome.expected)), got \(oneLine(outcome.got))"
                )
            case (.passed, let reason?):
                lines.append("\(suite) \(outcome.id) passes; take it off the list of known issues (\(reason))")
            default: break
            }
        }
        for id in unseen.keys.sorted() { lines.append("\(suite) \(id) is listed as a known issue and was not run") }
        return lines
    }
}

/// A script of the page and what became of it.
public struct ScriptRun: Sendable, Hashable {
    /// What became of a script.
    public enum Outcome: UInt8, Sendable, Hashable, CaseIterable {
        /// It ran to its end.
        case completed
        /// It ended in an error; a ``ScriptFailure`` was sent before.
        case failed
        /// Its source could not be had.
        case notLoaded
        /// It is a module, which is not supported.
        case moduleNotSupported
    }

    /// The address of an external script, or the page's own with the line for an inline one.
    public var source: String
    /// Whether the script stood in the page itself.
    public var isInline: Bool
    /// The length of the source in bytes.
    public var length: Int
    /// What became of it.
    public var outcome: Outcome

    /// Creates the record of one script.
    ///
    /// - Parameters:
    ///   - source: Where the script came from.
    ///   - isInline: Whether it stood in the page.
    ///   - length: The length of the source in bytes.
    ///   - outcome: What became of it.
    public init(source: String, isInline: Bool, length: Int, outcome: Outcome) {
        self.source = source
        self.isInline = isInline
        self.length = length
        self.outcome = outcome
    }
}

/// An error in which a script ended.
public struct ScriptFailure: Sendable, Hashable {
    /// What kind of error it was.
    public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        /// A value was thrown and not caught.
        case exception
        /// A promise was rejected and nobody handled it.
        case unhandledRejection
        /// The script ran longer than its bound and was ended.
        case timeLimit
        /// The page used up its tasks, timers, nodes or script time; nothing of it runs any more.
        case budget
    }

    /// The kind of error.
    public var kind: Kind
    /// The message, as the page's console would show it.
    public var message: String
    /// The address of the script; the page's own for one that stands in it.
    ///
    /// The engine leaves the query out.
    public var source: String
    /// The line within the script, counted from 1; 0 when unknown.
    public var line: Int

    /// Creates the record of an error.
    ///
    /// - Parameters:
    ///   - kind: The kind of error.
    ///   - message: The message.
    ///   - source: The address of the script.
    ///   - line: The line, counted from 1; 0 when unknown.
    public init(kind: Kind, message: String, source: String, line: Int) {
        self.kind = kind
        self.message = message
        self.source = source
        self.line = line
    }
}

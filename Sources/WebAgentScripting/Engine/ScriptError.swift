/// How a script ended other than by reaching its end.
struct ScriptError: Error, Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// A value was thrown.
        case exception
        /// The time limit ended it.
        case timeLimit
        /// The parent went away, and the script was ended for it.
        case cancelled
    }

    var kind: Kind
    var message: String
    var source: String
    var line: Int
}

/// What a function of the host throws into the script that called it.
struct ScriptFault: Error, Sendable, Hashable {
    /// The name of a `DOMException` (`SyntaxError`, `HierarchyRequestError` …), or `TypeError`.
    var name: String
    var message: String

    init(_ name: String, _ message: String) {
        self.name = name
        self.message = message
    }
}

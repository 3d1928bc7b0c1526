import SignInTrace

/// What is known of where output goes; a parameter, so that tests say what it is.
struct TerminalFacts: Hashable, Sendable {
    /// Whether it is a terminal.
    var isTerminal = false

    /// How many characters a line has, where the terminal says so.
    var columns: Int?

    /// The terminal of this process.
    static var process: TerminalFacts {
        TerminalFacts(isTerminal: TerminalSize.isTerminal, columns: TerminalSize.columns)
    }

    /// How a ladder is drawn there.
    ///
    /// `COLUMNS` goes before what the terminal says; colours only on a terminal that is none of the dumb ones, and never with
    /// `NO_COLOR`; strokes beyond ASCII where the locale is one of UTF-8.
    ///
    /// - Parameter environment: the environment's variables.
    /// - Returns: the style.
    ///
    /// Source: POSIX.1-2017, "Environment Variables" (COLUMNS; LC_ALL goes before LC_CTYPE, that before LANG).
    func style(_ environment: [String: String]) -> LadderStyle {
        func set(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let locale = (set("LC_ALL") ?? set("LC_CTYPE") ?? set("LANG") ?? "C").lowercased()
        return LadderStyle(
            width: set("COLUMNS").flatMap { Int($0) } ?? columns ?? 80,
            isASCII: !locale.contains("utf-8") && !locale.contains("utf8"),
            hasColour: isTerminal && set("NO_COLOR") == nil && set("TERM") != "dumb"
        )
    }
}

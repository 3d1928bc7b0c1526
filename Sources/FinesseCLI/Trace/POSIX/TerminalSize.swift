// The call gets the address of a local variable that outlives it, and nothing keeps it; see PrivateFile.swift for the rest.

import Foundation

/// The terminal that standard output goes to.
enum TerminalSize {
    /// Whether standard output is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// How many characters a line has; nil where there is no terminal, or it does not say.
    static var columns: Int? {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

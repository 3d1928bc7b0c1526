import FinesseTypes
import Foundation

// The only unsafe code of this module: the terminal's settings go in and out of C by address. Each call gets the address
// of a local variable that outlives the call, and nothing keeps it.

/// Asks at the controlling terminal, on standard error so that standard output stays data.
struct TerminalPrompter: Prompter {
    func askUnseen(_ question: String) throws(PasswordError) -> Password {
        guard isatty(STDIN_FILENO) == 1 else { throw .noTerminal }
        write(question + " ")
        let line = withoutEcho { readLine(strippingNewline: true) }
        write("\n")
        guard let line, !line.isEmpty else { throw .empty(source: "The answer") }
        return Password(line)
    }

    func confirm(_ question: String) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else { return false }
        write(question + " [y/N] ")
        let answer = readLine(strippingNewline: true)?.lowercased() ?? ""
        return answer == "y" || answer == "yes"
    }

    func pause(_ hint: String) {
        guard isatty(STDIN_FILENO) == 1 else { return }
        write(hint)
        _ = readLine()
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }

    private func withoutEcho<Result>(_ body: () -> Result) -> Result {
        var before = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return body() }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer { _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
        return body()
    }
}

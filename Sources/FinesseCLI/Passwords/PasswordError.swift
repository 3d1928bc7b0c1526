/// Why no password was to be had.
enum PasswordError: Error, Hashable, CustomStringConvertible {
    /// The file cannot be read.
    case unreadable(path: String, reason: String)

    /// The file or the command gave nothing.
    case empty(source: String)

    /// The command failed.
    case commandFailed(status: Int32)

    /// The command cannot be started.
    case commandNotStarted(reason: String)

    /// There is no terminal to ask at.
    case noTerminal

    var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "The password file \(path) cannot be read: \(reason). Name another one with --password-file, or leave it "
                + "out to be asked."
        case .empty(let source):
            "\(source) gave no password. Its first line is taken, without the line break: put the password there."
        case .commandFailed(let status):
            "The password command ended with status \(status). Run it by itself to see why."
        case .commandNotStarted(let reason):
            "The password command cannot be started: \(reason)."
        case .noTerminal:
            "A password is needed and there is no terminal to ask at. Use --password-file FILE (\"-\" is standard "
                + "input) or --password-command COMMAND."
        }
    }
}

/// What the program answers to the shell; the numbers are part of its interface.
enum ExitStatus: Int32, CaseIterable, Sendable {
    /// A page was reached, whatever its status, and all that was asked was done.
    case success = 0

    /// It could not be done: a file, the page host, an answer that makes no sense.
    case failure = 1

    /// The server cannot be reached.
    case unreachable = 3

    /// The server cannot be trusted.
    case untrusted = 4

    /// A rule was against it, or the page used up its bounds.
    case stopped = 5

    /// Time was up.
    case timedOut = 6

    /// The expression ended in an error.
    case expressionFailed = 7

    /// The command line cannot be used (`EX_USAGE`).
    case usage = 64

    /// A part of the installation is missing: the program that shows pages (`EX_UNAVAILABLE`).
    case missingPart = 69

    /// What the number means, for the help text.
    var meaning: String {
        switch self {
        case .success: "a page was reached, whatever its status, and all that was asked was done"
        case .failure: "it could not be done: a file, the page host, an answer that makes no sense"
        case .unreachable: "the server cannot be reached"
        case .untrusted: "the server cannot be trusted (TLS)"
        case .stopped: "a rule was against it, or the page used up its bounds"
        case .timedOut: "time was up: --timeout, or --wait did not come true"
        case .expressionFailed: "the expression ended in an error"
        case .usage: "the command line cannot be used"
        case .missingPart: "the program that shows pages, web-agent-page-host, is not installed"
        }
    }
}

/// What the program answers to the shell; the numbers are part of its interface.
enum ExitStatus: Int32, CaseIterable, Sendable {
    /// It was done.
    case success = 0

    /// It could not be done: network, TLS, a file, an answer that makes no sense.
    case failure = 1

    /// The doctor found something that somebody should look at, and nothing that does not work.
    case warned = 2

    /// The identity provider refused the sign-in: a wrong password, a locked account.
    case refused = 3

    /// The sign-in stopped on a page that needs a person or a permission.
    case stoppedOnPage = 4

    /// Finesse or the Identity Service answered with an error of its own.
    case serverError = 5

    /// There is no token for this user: sign in first.
    case notSignedIn = 6

    /// The command line cannot be used (`EX_USAGE`).
    case usage = 64

    /// A part of the installation is missing: the program that shows pages (`EX_UNAVAILABLE`).
    case missingPart = 69

    /// The program that a token was for cannot be run, as shells say it.
    case cannotRun = 126

    /// There is no such program, as shells say it.
    case programNotFound = 127

    /// What the number means, for the help text.
    var meaning: String {
        switch self {
        case .success: "it was done"
        case .failure: "it could not be done: network, TLS, a file, an answer that makes no sense"
        case .warned: "\"finessectl doctor\" warns of something, and nothing failed"
        case .refused: "the identity provider refused the sign-in"
        case .stoppedOnPage: "the sign-in stopped on a page that needs a person or a permission"
        case .serverError: "Finesse or the Identity Service answered with an error"
        case .notSignedIn: "there is no token for this user: run \"finessectl login\" first"
        case .usage: "the command line cannot be used"
        case .missingPart: "the program that shows pages, web-agent-page-host, is not installed"
        case .cannotRun: "the program of \"finessectl exec\" cannot be run"
        case .programNotFound: "the program of \"finessectl exec\" is not there"
        }
    }
}

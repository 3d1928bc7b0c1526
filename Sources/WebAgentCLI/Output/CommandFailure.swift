import HTTPTransport
import HTTPTransportCurl
import WebAgent

/// A command's end for people: one message that says what failed and what to do next, and the status for scripts.
struct CommandFailure: Error, Hashable, CustomStringConvertible {
    var status: ExitStatus
    var message: String

    var description: String { message }

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    /// Finds the status and the message for whatever a command's work threw.
    ///
    /// Every error type of the libraries describes itself for people; only the status is decided here.
    init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as CurlConfigurationError: self.init(.usage, "\(error)")
        case let error as WebAgentError: self.init(Self.status(of: error), "\(error)" + Self.advice(for: error))
        default: self.init(.failure, "\(error)")
        }
    }

    private static func status(of error: WebAgentError) -> ExitStatus {
        switch error {
        case .transport(let error, _, _): status(of: error)
        case .deadlineExceeded, .cancelled: .timedOut
        case .redirect, .tooManyNavigations, .pageHost(.died, _), .pageHost(.timeLimit, _): .stopped
        case .unsupportedAddress: .usage
        case .pageHost, .busy: .failure
        }
    }

    /// The option that may help, after what the error says of itself.
    private static func advice(for error: WebAgentError) -> String {
        guard case .transport(.tls(_, let failure), _, _) = error, case .unknownIssuer = failure.reason else {
            return ""
        }
        return " The option to trust an authority is --ca."
    }

    private static func status(of error: TransportError) -> ExitStatus {
        switch error.label {
        case .nameNotResolved, .connectionRefused, .unreachable, .proxy, .timedOut: .unreachable
        case .tls: .untrusted
        case .tooLarge, .truncated, .malformedResponse, .invalidRequest, .cancelled, .failed: .failure
        }
    }
}

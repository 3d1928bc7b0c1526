import Finesse
import FinesseSSO
import HTTPTransport
import HTTPTransportCurl
import WebAgent

extension CommandFailure {
    /// Finds the status and the message for whatever a command's work threw.
    ///
    /// Every error type of the libraries describes itself for people; only the status is decided here.
    init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as SSOError: self.init(Self.status(of: error), "\(error)")
        case let error as FinesseError: self.init(Self.status(of: error), "\(error)")
        case let error as FinesseAgentError: self.init(Self.status(of: error), AgentAdvice.message(error))
        case let error as ServerAddressError: self.init(.usage, "\(error)")
        case let error as CurlConfigurationError: self.init(.usage, "\(error)")
        case let error as RulesFileError: self.init(.usage, "\(error)")
        case let failure as PageHostProgramFailure:
            self.init(Self.status(of: failure), "\(failure) Or name it with --page-host.")
        default: self.init(.failure, "\(error)")
        }
    }

    /// Runs a command's work and turns what it throws into the message for the person.
    static func explaining<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let error as CancellationError {
            throw error
        } catch {
            throw CommandFailure(error)
        }
    }

    private static func status(of failure: PageHostProgramFailure) -> ExitStatus {
        if case .notFound = failure { return .missingPart }
        return .usage
    }

    private static func status(of error: SSOError) -> ExitStatus {
        switch error {
        case .finesse(let error): status(of: error)
        case .tokenRefused, .unusableTokenAnswer, .nobodysToken, .unknownMode: .serverError
        default: .failure
        }
    }

    private static func status(of error: FinesseAgentError) -> ExitStatus {
        switch error {
        case .finesse(let error): status(of: error)
        case .callFailed: .serverError
        case .notAllowed, .notConfirmed: .failure
        }
    }

    private static func status(of error: FinesseError) -> ExitStatus {
        if case .refused = error { return .serverError }
        return .failure
    }
}

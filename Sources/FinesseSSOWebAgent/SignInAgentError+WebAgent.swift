import FinesseSSO
import WebAgent

extension SignInAgentError {
    /// Names an error of the agent as a sign-in does.
    init(_ error: WebAgentError, at host: String) {
        let host = error.host.flatMap { $0.isEmpty ? nil : $0 } ?? host
        switch error {
        case .transport(let error, _, _): self = .transport(error)
        case .redirect(.tooMany(_, let chain), _), .tooManyNavigations(_, let chain):
            self = .redirectLoop(host: host, chain: chain.map(\.description))
        case .deadlineExceeded(let limit, _, _): self = .timedOut(host: host, after: limit)
        case .cancelled: self = .cancelled(host: host)
        case .redirect(let failure, _):
            self = .page(host: host, reason: "\(failure)", nextAction: "Show this to whoever runs that host.")
        case .unsupportedAddress, .busy:
            self = .page(host: host, reason: "\(error)", nextAction: "Then sign in again.")
        case .pageHost(let failure, _):
            self = .page(
                host: host,
                reason: "the page could not be shown: \(failure)",
                nextAction: "Then sign in again."
            )
        }
    }
}

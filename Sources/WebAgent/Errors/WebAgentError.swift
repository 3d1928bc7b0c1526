public import HTTPTransport

/// Why the agent could not do it.
///
/// That a page or a rule says no is no error: see ``Page/Stop`` and ``ActionRefusal``. None shows a query, a field or a body.
public enum WebAgentError: Error, Hashable, Sendable {
    /// An exchange failed.
    case transport(TransportError, AgentStep, RedactedURL)

    /// A redirect could not be followed.
    case redirect(RedirectFailure, AgentStep)

    /// The address is none that the agent can open.
    case unsupportedAddress(RedactedURL)

    /// Pages went on to other pages by themselves too often; the chain shows where, at most the last twenty.
    case tooManyNavigations(limit: Int, chain: [RedactedURL])

    /// The whole took longer than allowed.
    case deadlineExceeded(Duration, AgentStep, RedactedURL)

    /// The page's host died, broke its protocol or ran out of its time.
    case pageHost(PageHostFailure, RedactedURL)

    /// The agent is still busy with another call.
    case busy

    /// The calling task was cancelled.
    case cancelled
}

extension WebAgentError {
    /// The kind of failure without payload: for metrics.
    public var label: String {
        switch self {
        case .transport(let error, _, _): error.label.rawValue
        case .redirect(.tooMany, _): "too-many-redirects"
        case .redirect: "bad-redirect"
        case .unsupportedAddress: "unsupported-address"
        case .tooManyNavigations: "too-many-navigations"
        case .deadlineExceeded: "deadline-exceeded"
        case .pageHost: "page-host"
        case .busy: "busy"
        case .cancelled: "cancelled"
        }
    }

    /// The host it happened at; nil where there is none.
    public var host: String? {
        switch self {
        case .transport(_, _, let url), .deadlineExceeded(_, _, let url), .pageHost(_, let url),
            .unsupportedAddress(let url):
            url.host
        case .redirect(.tooMany(_, let chain), _), .tooManyNavigations(_, let chain): chain.last?.host
        case .redirect(.unreadableLocation(let url), _), .redirect(.foreignScheme(_, let url), _): url.host
        case .busy, .cancelled: nil
        }
    }
}

extension WebAgentError: CustomStringConvertible {
    /// A sentence for people: what failed, where, at which step, and what to do next.
    public var description: String {
        switch self {
        case .transport(let error, let step, let url):
            "\(error) (\(url), \(step))"
        case .redirect(let failure, let step):
            "\(failure) (\(step))"
        case .unsupportedAddress(let url):
            "\(url) cannot be opened: only http and https addresses can. Check the address."
        case .tooManyNavigations(let limit, let chain):
            "The pages of \(chain.last?.host ?? "the server") went on by themselves more than \(limit) times without end. "
                + "The last were: \(chain.map(\.description).joined(separator: " → ")). "
                + "Check that the servers' clocks are right, and what the recording says of cookies that were refused or withheld."
        case .deadlineExceeded(let limit, let step, let url):
            "\(url) was not done within \(limit.inSeconds) s (\(step)). Try again, or allow more time."
        case .pageHost(let failure, let url):
            "\(url) could not be shown: \(failure)"
        case .busy:
            "The agent is still busy with another page. Wait for that call to end, or use an agent of its own."
        case .cancelled:
            "The work was cancelled. Ask again if it is still wanted."
        }
    }
}

extension Duration {
    /// The duration in seconds, whole where it is.
    var inSeconds: String {
        let (seconds, attoseconds) = components
        return attoseconds == 0 ? "\(seconds)" : "\(Double(seconds) + Double(attoseconds) / 1e18)"
    }
}

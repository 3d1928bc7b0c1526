public import Finesse
public import HTTPTransport

/// Why a node cannot serve now although the other one may.
///
/// Nothing else sends a client to the other node: a refused password least of all, since five in a row lock the account.
///
/// Source: Finesse REST guide, "Errors" (503) and "Single Sign-On API errors" (403 of the secondary server).
public enum NodeTrouble: Hashable, Sendable {
    /// It answers 502, 503 or 504: it is out of service, or a proxy does not reach it.
    case outOfService(status: Int)
    /// It answers 403: what was asked cannot be done on a secondary server.
    case forbidsOnSecondary
    /// It gives no answer.
    case silent(TransportError)
}

extension NodeTrouble {
    /// Reads an answer's status and body.
    ///
    /// - Parameters:
    ///   - status: The HTTP status.
    ///   - body: The body; the one documented 403 that has nothing to do with nodes is known by its words.
    public init?(status: Int, body: [UInt8]) {
        switch status {
        case 502, 503, 504: self = .outOfService(status: status)
        case 403: self.init(forbidden: ApiError.all(in: body))
        default: return nil
        }
    }

    /// Reads a failed exchange: only one without an answer of the node.
    ///
    /// A certificate that is refused is no silence: whoever stands there may be somebody else, and that is for a person to see.
    ///
    /// - Parameter error: Why there is no response.
    public init?(_ error: TransportError) {
        switch error {
        case .nameNotResolved, .connectionRefused, .unreachable, .timedOut, .truncated: self = .silent(error)
        case .proxy(_, let failure):
            guard case .refused(let status) = failure.reason, (502...504).contains(status) else { return nil }
            self = .silent(error)
        case .tls, .tooLarge, .malformedResponse, .invalidRequest, .cancelled, .failed: return nil
        }
    }

    /// Reads a failed call.
    ///
    /// - Parameter error: Why the call did not do what it was for.
    public init?(_ error: FinesseError) {
        switch error {
        case .transport(let failure, _): self.init(failure)
        case .refused(let refusal) where (502...504).contains(refusal.status):
            self = .outOfService(status: refusal.status)
        case .refused(let refusal) where refusal.status == 403: self.init(forbidden: refusal.errors)
        case .refused, .invalidRequest, .unreadableAnswer, .noAccessToken, .notConfirmed: return nil
        }
    }

    /// Reads a failed sign-in or refresh.
    ///
    /// A page of another host that gives no answer counts too: each node sends a client to the identity service that it
    /// prefers, and the other node may prefer one that is alive.
    ///
    /// - Parameter error: Why it could not be done.
    ///
    /// Source: Unified CCX solution design guide, "Single Sign-On", IdS failover.
    public init?(_ error: SSOError) {
        switch error {
        case .unreachable(_, let failures):
            guard let first = failures.lazy.compactMap({ NodeTrouble($0) }).first else { return nil }
            self = first
        case .finesse(let error): self.init(error)
        case .agent(.transport(let failure)), .refreshTransport(let failure): self.init(failure)
        case .tokenRefused(let refusal) where (502...504).contains(refusal.status):
            self = .outOfService(status: refusal.status)
        case .tokenRefused(let refusal) where refusal.status == 403: self = .forbidsOnSecondary
        default: return nil
        }
    }

    private init?(forbidden errors: [ApiError]) {
        guard !errors.contains(where: { $0.message.lowercased().contains("userauthmodeservice") }) else { return nil }
        self = .forbidsOnSecondary
    }
}

extension NodeTrouble: CustomStringConvertible {
    /// The trouble as a sentence without capital and full stop.
    public var description: String {
        switch self {
        case .outOfService(let status): "it is out of service (status \(status))"
        case .forbidsOnSecondary: "it does not do this as a secondary server (status 403)"
        case .silent(let error): "it gives no answer (\(error.label.rawValue))"
        }
    }
}

public import HTTPTransport

/// Whoever shows, or walks through, the pages of a sign-in.
///
/// An implementation follows redirects, keeps cookies, runs scripts, and asks a ``SignInConversation`` what to do with
/// each page that has come to rest; it decides nothing itself. One agent belongs to one server and one user, so that
/// nobody rides on another's session.
public protocol SignInAgent: Sendable {
    /// Walks through the pages from the start address to an end.
    ///
    /// - Parameter request: Where to start, what to fill in and how the end is recognised.
    /// - Returns: How it ended; a page that stopped it is an answer too.
    /// - Throws: ``SignInAgentError`` when a page could not be reached or shown.
    func signIn(_ request: SignInRequest) async throws(SignInAgentError) -> SignInEnding

    /// Gives the cookies of the sessions there are, to be kept by a ``TokenStore``.
    ///
    /// - Returns: Records that only the same kind of agent understands.
    func sessionRecords() async -> [SessionRecord]

    /// Takes records that were kept.
    ///
    /// - Parameter records: What ``sessionRecords()`` gave; those of another kind of agent are left alone.
    func restore(_ records: [SessionRecord]) async
}

/// Something that an agent wants kept: opaque to everybody else.
public struct SessionRecord: Hashable, Sendable {
    /// Which kind of agent, and which form of record.
    public var format: String
    /// The record; it holds secrets.
    public var bytes: [UInt8]

    /// Makes a record from its parts.
    ///
    /// - Parameters:
    ///   - format: Which kind of agent, and which form of record.
    ///   - bytes: The record.
    public init(format: String, bytes: [UInt8]) {
        self.format = format
        self.bytes = bytes
    }
}

extension SessionRecord: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The format alone.
    public var description: String { "\(format), <redacted>" }

    /// The format alone.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why an agent could not go on.
public enum SignInAgentError: Error, Hashable, Sendable {
    /// An exchange did not happen or did not end.
    case transport(TransportError)
    /// Pages sent the agent round and round; the hosts of the chain, in order.
    case redirectLoop(host: String, chain: [String])
    /// A page did not come to rest in time.
    case timedOut(host: String, after: Duration)
    /// A page could not be shown; the reason is a sentence without capital and full stop, and has no secret in it.
    case page(host: String, reason: String, nextAction: String)
    /// The sign-in was cancelled.
    case cancelled(host: String)
}

extension SignInAgentError {
    /// Whom the agent was talking to.
    public var host: String {
        switch self {
        case .transport(let error): Self.host(of: error.origin)
        case .redirectLoop(let host, _), .timedOut(let host, _), .page(let host, _, _), .cancelled(let host): host
        }
    }

    /// What is wrong and what to do next.
    var words: (problem: String, nextAction: String) {
        switch self {
        case .transport(let error):
            ("\(error)", "Then sign in again.")
        case .redirectLoop(_, let chain):
            (
                "the pages redirect in a circle: \(chain.suffix(6).joined(separator: " → "))",
                "Remove the stored cookies of this user and sign in again; if it stays so, the session of the identity"
                    + " provider or its form of authentication is set up wrongly: show this chain to the administrator."
            )
        case .timedOut(_, let limit):
            (
                "the page did not come to rest within \(limit.components.seconds) s",
                "Try again, or allow more time; if it stays so, a script of the page does not end."
            )
        case .page(_, let reason, let nextAction): (reason, nextAction)
        case .cancelled: ("the sign-in was cancelled", "Sign in again when it is wanted.")
        }
    }

    private static func host(of origin: HTTPOrigin) -> String {
        "\(origin.isIPv6 ? "[\(origin.host)]" : origin.host):\(origin.port)"
    }
}

/// How the walk through the pages ended.
public enum SignInEnding: Hashable, Sendable {
    /// At one of the addresses where the token comes.
    case answer(FinalAnswer)
    /// On a page that needs something which is not at hand.
    case stopped(SignInStop)
    /// The identity provider said no to what was filled in.
    case refused(SignInRefusal)
    /// On a page with an error that the documents describe.
    case identityFault(IdentityFaultReport)
}

/// What came at an address where the token comes; it may be anything.
public struct FinalAnswer: Hashable, Sendable {
    /// Host and port it came from.
    public var host: String
    /// The HTTP status.
    public var status: Int
    /// The body; it may hold tokens.
    public var body: [UInt8]

    /// Makes an answer from its parts.
    ///
    /// - Parameters:
    ///   - host: Host and port it came from.
    ///   - status: The HTTP status.
    ///   - body: The body.
    public init(host: String, status: Int, body: [UInt8]) {
        self.host = host
        self.status = status
        self.body = body
    }
}

extension FinalAnswer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Status and length, never the body.
    public var description: String { "\(status) from \(host), \(body.count) bytes" }

    /// Status and length, never the body.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

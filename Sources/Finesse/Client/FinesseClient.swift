public import HTTPTransport

/// Typed calls to one Finesse node.
///
/// Each call is three lines: build the request (pure), send it (the only effect), read the answer (pure).
public struct FinesseClient: Sendable {
    /// The node that is asked.
    public let origin: HTTPOrigin
    /// The time limit of one exchange, head and body.
    public var deadline: Duration
    let transport: any HTTPTransport
    let credentials: FinesseCredentials
    let clock: any Clock<Duration>

    /// The longest answer that is read: far beyond a long list of users.
    static let maximumAnswerLength = 8 << 20

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - transport: Carries the exchanges.
    ///   - origin: The node to ask; ``ServerAddress/candidates`` gives it for an address.
    ///   - credentials: What to prove oneself with.
    ///   - deadline: The time limit of one exchange.
    ///   - clock: Measures the pauses and the deadline of a confirmation.
    public init(
        transport: any HTTPTransport,
        origin: HTTPOrigin,
        credentials: FinesseCredentials = .none,
        deadline: Duration = .seconds(30),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.transport = transport
        self.origin = origin
        self.credentials = credentials
        self.deadline = deadline
        self.clock = clock
    }

    /// The same client with other credentials.
    ///
    /// - Parameter credentials: What to prove oneself with from now on.
    /// - Returns: A copy; this one is as it was.
    public func with(credentials: FinesseCredentials) -> FinesseClient {
        FinesseClient(
            transport: transport,
            origin: origin,
            credentials: credentials,
            deadline: deadline,
            clock: clock
        )
    }
}

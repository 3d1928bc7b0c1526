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
    private(set) var credentials: FinesseCredentials
    let clock: any Clock<Duration>
    /// Makes the mark of each request that changes something.
    public var makeRequestID: @Sendable () -> RequestID = { .random() }
    /// Keeps requests in turn; copies of a client share it.
    let turns: RequestTurns

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
    ///   - maximumInFlight: How many requests may be on their way at once; further ones wait their turn.
    public init(
        transport: any HTTPTransport,
        origin: HTTPOrigin,
        credentials: FinesseCredentials = .none,
        deadline: Duration = .seconds(30),
        clock: any Clock<Duration> = ContinuousClock(),
        maximumInFlight: Int = 64
    ) {
        self.transport = transport
        self.origin = origin
        self.credentials = credentials
        self.deadline = deadline
        self.clock = clock
        self.turns = RequestTurns(maximumInFlight: maximumInFlight)
    }

    /// The same client with other credentials.
    ///
    /// - Parameter credentials: What to prove oneself with from now on.
    /// - Returns: A copy; this one is as it was.
    public func with(credentials: FinesseCredentials) -> FinesseClient {
        var copy = self
        copy.credentials = credentials
        return copy
    }
}

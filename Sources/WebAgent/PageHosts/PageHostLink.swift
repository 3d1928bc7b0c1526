public import WebAgentScripting

/// The parent's end of one page host: whole frames out and in, nothing else.
///
/// One order is under way at a time; the agent is the only user.
public protocol PageHostLink: Sendable {
    /// The walls around the host, as it told them; nil for one that runs in this process.
    var walls: PageHostWalls? { get }

    /// Hands a frame to the host.
    ///
    /// - Parameter frame: an order or an answer.
    /// - Throws: ``PageHostFailure`` when the host is gone.
    func send(_ frame: [UInt8]) async throws(PageHostFailure)

    /// Waits for the host's next frame. A host that is over its time is ended.
    ///
    /// - Parameter bound: how long to wait, in real time.
    /// - Returns: a message.
    /// - Throws: ``PageHostFailure`` when the host is gone or over its time.
    func receive(within bound: Duration) async throws(PageHostFailure) -> [UInt8]

    /// Ends the host. Nothing is sent or received afterwards.
    func close() async
}

extension PageHostLink {
    /// None: a host in this process has no walls around it.
    public var walls: PageHostWalls? { nil }
}

/// Gives page hosts to agents.
public protocol PageHostProvider: Sendable {
    /// Starts a host, or takes one that waits.
    ///
    /// - Returns: the parent's end, for one agent.
    /// - Throws: ``PageHostFailure`` when there is none to be had.
    func pageHost() async throws(PageHostFailure) -> any PageHostLink
}

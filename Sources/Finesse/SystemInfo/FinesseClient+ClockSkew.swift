public import HTTPTransport

/// SystemInfo, and what its exchange shows beside.
public struct SystemInfoReading: Hashable, Sendable {
    /// What the system says of itself.
    public var info: SystemInfo
    /// How far the server's clock is from this machine's: by the timestamp, where there is one, else by the `Date` field.
    public var skew: ClockSkew?
    /// What is known of the connection.
    public var connection: ConnectionFacts

    /// Makes a reading from its parts.
    ///
    /// - Parameters:
    ///   - info: What the system says of itself.
    ///   - skew: How far the server's clock is from this machine's.
    ///   - connection: What is known of the connection.
    public init(info: SystemInfo, skew: ClockSkew?, connection: ConnectionFacts) {
        self.info = info
        self.skew = skew
        self.connection = connection
    }
}

extension FinesseClient {
    /// Reads what the system says of itself, and measures its clock by it.
    ///
    /// - Parameter now: Reads this machine's wall clock, in milliseconds since 1970.
    /// - Returns: SystemInfo, the skew and the connection.
    /// - Throws: ``FinesseError/transport(_:_:)``, ``FinesseError/refused(_:)``,
    ///   ``FinesseError/unreadableAnswer(_:_:)``, ``FinesseError/noAccessToken(_:_:)``.
    ///
    /// Source: Finesse REST guide, "SystemInfo: Get", `currentTimestamp`.
    public func systemInfo(measuredBy now: () -> Int64) async throws(FinesseError) -> SystemInfoReading {
        let request = FinesseRequest(operation: .systemInfo, method: "GET", path: ["SystemInfo"])
        let sent = now()
        let answer = try await send(request)
        let received = now()
        let info = SystemInfo(element: try answer.document(named: "SystemInfo"))
        let skew =
            info.currentTimestamp.flatMap { ClockSkew(timestamp: $0, sent: sent, received: received) }
            ?? answer.response.fields.text(named: "Date")
            .flatMap { ClockSkew(dateField: $0, sent: sent, received: received) }
        return SystemInfoReading(info: info, skew: skew, connection: answer.response.connection)
    }
}

extension FinesseClient {
    /// Reads how many users are connected.
    ///
    /// - Returns: The counts; the server makes them anew every five seconds.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "ConnectedUsersInfo: Get".
    public func connectedUsersInfo() async throws(FinesseError) -> ConnectedUsersInfo {
        let request = ConnectedUsersInfoRequests.show()
        let answer = try await send(request)
        return try answer.object(ConnectedUsersInfo.self)
    }
}

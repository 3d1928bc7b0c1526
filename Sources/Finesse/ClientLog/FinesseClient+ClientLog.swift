public import FinesseTypes

extension FinesseClient {
    /// Hands lines of a client's own log to the server, which keeps them.
    ///
    /// - Parameters:
    ///   - log: The lines.
    ///   - user: The login id of the user whose client it is.
    /// - Returns: The mark that the later event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "ClientLog: Post to Finesse".
    @discardableResult
    public func postClientLog(_ log: ClientLog, of user: LoginID) async throws(FinesseError) -> Acceptance {
        let request = ClientLogRequests.post(log, of: user)
        let answer = try await send(request)
        return try answer.accepted()
    }
}

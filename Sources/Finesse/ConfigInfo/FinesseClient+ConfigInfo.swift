extension FinesseClient {
    /// Reads how much is configured.
    ///
    /// - Returns: What is configured now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "ConfigInfo", the `uri` of the object.
    public func configInfo() async throws(FinesseError) -> ConfigInfo {
        let request = ConfigInfoRequests.show()
        let answer = try await send(request)
        return try answer.object(ConfigInfo.self)
    }
}

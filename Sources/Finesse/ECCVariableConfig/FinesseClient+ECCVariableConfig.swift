extension FinesseClient {
    /// Reads the expanded call variables (Unified CCE).
    ///
    /// - Parameter bypassingCache: Whether the server shall read it anew.
    /// - Returns: What is configured now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500, 501), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "ECCVariableConfig", the name of the object.
    public func eccVariableConfig(bypassingCache: Bool = false) async throws(FinesseError) -> ECCVariableConfig {
        let request = ECCVariableConfigRequests.show(bypassingCache: bypassingCache)
        let answer = try await send(request)
        return try answer.object(ECCVariableConfig.self)
    }
}

extension FinesseClient {
    /// Reads which database Finesse reads its users from (Unified CCE).
    ///
    /// - Returns: What is configured now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500, 501), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "EnterpriseDatabaseConfig", the `uri` of the object: it has no id.
    public func enterpriseDatabaseConfig() async throws(FinesseError) -> EnterpriseDatabaseConfig {
        let request = EnterpriseDatabaseConfigRequests.show()
        let answer = try await send(request)
        return try answer.object(EnterpriseDatabaseConfig.self)
    }

    /// Changes which database Finesse reads its users from (Unified CCE): what is not given stays as it is.
    ///
    /// - Parameter change: What shall be configured.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500, 501), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "EnterpriseDatabaseConfig: Set": the address is the `uri` of the object, which has no
    /// id.
    @discardableResult
    public func updateEnterpriseDatabaseConfig(
        to change: EnterpriseDatabaseConfigChange
    ) async throws(FinesseError) -> Acceptance {
        let request = EnterpriseDatabaseConfigRequests.update(to: change)
        let answer = try await send(request)
        return try answer.done()
    }
}

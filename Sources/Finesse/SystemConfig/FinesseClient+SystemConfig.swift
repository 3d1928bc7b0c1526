extension FinesseClient {
    /// Reads how Finesse reaches the CTI servers (Unified CCE).
    ///
    /// - Returns: What is configured now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500, 501), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "SystemConfig", the `uri` of the object: it has no id.
    public func systemConfig() async throws(FinesseError) -> SystemConfig {
        let request = SystemConfigRequests.show()
        let answer = try await send(request)
        return try answer.object(SystemConfig.self)
    }

    /// Changes how Finesse reaches the CTI servers (Unified CCE): what is not given stays as it is.
    ///
    /// - Parameter change: What shall be configured.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500, 501), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "SystemConfig: Set": the address is the `uri` of the object, which has no id.
    @discardableResult
    public func updateSystemConfig(to change: SystemConfigChange) async throws(FinesseError) -> Acceptance {
        let request = SystemConfigRequests.update(to: change)
        let answer = try await send(request)
        return try answer.done()
    }
}

extension FinesseClient {
    /// Reads which node is the second of the cluster (Unified CCE).
    ///
    /// - Returns: What is configured now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500, 501), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "ClusterConfig", the `uri` of the object: it has no id.
    public func clusterConfig() async throws(FinesseError) -> ClusterConfig {
        let request = ClusterConfigRequests.show()
        let answer = try await send(request)
        return try answer.object(ClusterConfig.self)
    }

    /// Changes which node is the second of the cluster (Unified CCE): what is not given stays as it is.
    ///
    /// - Parameter change: What shall be configured.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500, 501), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "ClusterConfig: Set": the address is the `uri` of the object, which has no id.
    @discardableResult
    public func updateClusterConfig(to change: ClusterConfigChange) async throws(FinesseError) -> Acceptance {
        let request = ClusterConfigRequests.update(to: change)
        let answer = try await send(request)
        return try answer.done()
    }
}

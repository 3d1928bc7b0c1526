extension FinesseClient {
    /// Reads where the desktop chat's servers are.
    ///
    /// - Parameter bypassingCache: Whether the server shall read it anew.
    /// - Returns: What is configured now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "ChatConfig: Get".
    public func chatConfig(bypassingCache: Bool = false) async throws(FinesseError) -> ChatConfig {
        let request = ChatConfigRequests.show(bypassingCache: bypassingCache)
        let answer = try await send(request)
        return try answer.object(ChatConfig.self)
    }

    /// Changes where the desktop chat's servers are: what is not given stays as it is.
    ///
    /// - Parameter change: What shall be configured.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "ChatConfig: Set": the address is the `uri` of the object.
    @discardableResult
    public func updateChatConfig(to change: ChatConfigChange) async throws(FinesseError) -> Acceptance {
        let request = ChatConfigRequests.update(to: change)
        let answer = try await send(request)
        return try answer.done()
    }
}

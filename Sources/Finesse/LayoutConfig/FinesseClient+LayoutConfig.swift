extension FinesseClient {
    /// Reads the layout of the desktop where a team has none of its own.
    ///
    /// - Returns: The layout.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "LayoutConfig: Get Default".
    public func defaultLayout() async throws(FinesseError) -> LayoutConfig {
        let request = LayoutConfigRequests.show()
        let answer = try await send(request)
        return try answer.object(LayoutConfig.self)
    }

    /// Changes the layout of the desktop where a team has none of its own.
    ///
    /// - Parameter change: What the layout shall be.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "LayoutConfig: Set Default".
    @discardableResult
    public func updateDefaultLayout(to change: LayoutConfigChange) async throws(FinesseError) -> Acceptance {
        let request = LayoutConfigRequests.update(to: change)
        let answer = try await send(request)
        return try answer.done()
    }
}

extension FinesseClient {
    /// Reads the layout of call variables that is used where no other is assigned.
    ///
    /// - Returns: The default layout.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "MediaPropertiesLayout: Get Default Layout".
    public func defaultMediaPropertiesLayout() async throws(FinesseError) -> MediaPropertiesLayout {
        let request = MediaPropertiesLayoutRequests.showDefault()
        let answer = try await send(request)
        return try answer.object(MediaPropertiesLayout.self)
    }

    /// Changes the layout of call variables that is used where no other is assigned.
    ///
    /// - Parameter change: What the layout shall be.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "MediaPropertiesLayout: Update Default Layout".
    @discardableResult
    public func updateDefaultMediaPropertiesLayout(
        to change: MediaPropertiesLayoutChange
    ) async throws(FinesseError) -> Acceptance {
        let request = MediaPropertiesLayoutRequests.updateDefault(to: change)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Reads a layout of call variables.
    ///
    /// - Parameter id: The id of the layout of call variables.
    /// - Returns: The layout of call variables as the server has it now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "MediaPropertiesLayout", the `uri` of the object.
    public func mediaPropertiesLayout(
        _ id: ObjectID<MediaPropertiesLayout>
    ) async throws(FinesseError) -> MediaPropertiesLayout {
        let request = MediaPropertiesLayoutRequests.show(id)
        let answer = try await send(request)
        return try answer.object(MediaPropertiesLayout.self)
    }

    /// Reads all layouts of call variables.
    ///
    /// - Returns: The layouts of call variables, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "MediaPropertiesLayout: Get List".
    public func mediaPropertiesLayouts() async throws(FinesseError) -> FinesseList<MediaPropertiesLayout> {
        let request = MediaPropertiesLayoutRequests.list()
        let answer = try await send(request)
        return try answer.list(of: MediaPropertiesLayout.self, named: "MediaPropertiesLayouts")
    }

    /// Creates a layout of call variables.
    ///
    /// - Parameter change: What the layout of call variables shall be.
    /// - Returns: Where it was created.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "MediaPropertiesLayout: Create": the address is that of the object without its id.
    @discardableResult
    public func createMediaPropertiesLayout(
        _ change: MediaPropertiesLayoutChange
    ) async throws(FinesseError) -> Creation {
        let request = MediaPropertiesLayoutRequests.create(change)
        let answer = try await send(request)
        return try answer.created()
    }

    /// Changes a layout of call variables: what is not given stays as it is.
    ///
    /// - Parameters:
    ///   - id: The id of the layout of call variables.
    ///   - change: What the layout of call variables shall be.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "MediaPropertiesLayout: Update": the address is the `uri` of the object.
    @discardableResult
    public func updateMediaPropertiesLayout(
        _ id: ObjectID<MediaPropertiesLayout>,
        to change: MediaPropertiesLayoutChange
    ) async throws(FinesseError) -> Acceptance {
        let request = MediaPropertiesLayoutRequests.update(id, to: change)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Deletes a layout of call variables.
    ///
    /// - Parameter id: The id of the layout of call variables.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "MediaPropertiesLayout: Delete": the address is the `uri` of the object.
    @discardableResult
    public func deleteMediaPropertiesLayout(
        _ id: ObjectID<MediaPropertiesLayout>
    ) async throws(FinesseError) -> Acceptance {
        let request = MediaPropertiesLayoutRequests.delete(id)
        let answer = try await send(request)
        return try answer.done()
    }
}

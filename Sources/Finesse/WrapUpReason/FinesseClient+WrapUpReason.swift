extension FinesseClient {
    /// Reads a wrap-up reason.
    ///
    /// - Parameter id: The id of the wrap-up reason.
    /// - Returns: The wrap-up reason as the server has it now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "WrapUpReason: Get".
    public func wrapUpReason(_ id: ObjectID<WrapUpReason>) async throws(FinesseError) -> WrapUpReason {
        let request = WrapUpReasonRequests.show(id)
        let answer = try await send(request)
        return try answer.object(WrapUpReason.self)
    }

    /// Reads all wrap-up reasons.
    ///
    /// - Returns: The wrap-up reasons, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "WrapUpReason: Get List".
    public func wrapUpReasons() async throws(FinesseError) -> FinesseList<WrapUpReason> {
        let request = WrapUpReasonRequests.list()
        let answer = try await send(request)
        return try answer.list(of: WrapUpReason.self, named: "WrapUpReasons")
    }

    /// Creates a wrap-up reason.
    ///
    /// - Parameter change: What the wrap-up reason shall be.
    /// - Returns: Where it was created.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "WrapUpReason: Create": the address is that of the object without its id.
    @discardableResult
    public func createWrapUpReason(_ change: WrapUpReasonChange) async throws(FinesseError) -> Creation {
        let request = WrapUpReasonRequests.create(change)
        let answer = try await send(request)
        return try answer.created()
    }

    /// Changes a wrap-up reason: what is not given stays as it is.
    ///
    /// - Parameters:
    ///   - id: The id of the wrap-up reason.
    ///   - change: What the wrap-up reason shall be.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "WrapUpReason: Update": the address is the `uri` of the object.
    @discardableResult
    public func updateWrapUpReason(
        _ id: ObjectID<WrapUpReason>,
        to change: WrapUpReasonChange
    ) async throws(FinesseError) -> Acceptance {
        let request = WrapUpReasonRequests.update(id, to: change)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Deletes a wrap-up reason.
    ///
    /// - Parameter id: The id of the wrap-up reason.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "WrapUpReason: Delete": the address is the `uri` of the object.
    @discardableResult
    public func deleteWrapUpReason(_ id: ObjectID<WrapUpReason>) async throws(FinesseError) -> Acceptance {
        let request = WrapUpReasonRequests.delete(id)
        let answer = try await send(request)
        return try answer.done()
    }
}

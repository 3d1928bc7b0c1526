extension FinesseClient {
    /// Reads a reason code.
    ///
    /// - Parameter id: The id of the reason code.
    /// - Returns: The reason code as the server has it now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "ReasonCode: Get".
    public func reasonCode(_ id: ObjectID<ReasonCode>) async throws(FinesseError) -> ReasonCode {
        let request = ReasonCodeRequests.show(id)
        let answer = try await send(request)
        return try answer.object(ReasonCode.self)
    }

    /// Reads the reason code that has a number in a category.
    ///
    /// - Parameters:
    ///   - code: The number that the contact centre counts by, not the id.
    ///   - category: NOT_READY or LOGOUT.
    /// - Returns: The reason code.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "ReasonCode: Get", which speaks of several forms: the query takes the names of the two
    /// elements.
    public func reasonCode(
        numbered code: Int,
        in category: ReasonCodeCategory
    ) async throws(FinesseError) -> ReasonCode {
        let request = ReasonCodeRequests.find(numbered: code, in: category)
        let answer = try await send(request)
        return try answer.object(ReasonCode.self)
    }

    /// Reads all reason codes of a category.
    ///
    /// - Parameter category: NOT_READY or LOGOUT.
    /// - Returns: The reason codes, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "ReasonCode: Get List".
    public func reasonCodes(category: ReasonCodeCategory) async throws(FinesseError) -> FinesseList<ReasonCode> {
        let request = ReasonCodeRequests.list(category: category)
        let answer = try await send(request)
        return try answer.list(of: ReasonCode.self, named: "ReasonCodes")
    }

    /// Creates a reason code.
    ///
    /// - Parameter change: What the reason code shall be.
    /// - Returns: Where it was created.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "ReasonCode: Create": the address is that of the object without its id.
    @discardableResult
    public func createReasonCode(_ change: ReasonCodeChange) async throws(FinesseError) -> Creation {
        let request = ReasonCodeRequests.create(change)
        let answer = try await send(request)
        return try answer.created()
    }

    /// Changes a reason code: what is not given stays as it is.
    ///
    /// - Parameters:
    ///   - id: The id of the reason code.
    ///   - change: What the reason code shall be.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "ReasonCode: Update".
    @discardableResult
    public func updateReasonCode(
        _ id: ObjectID<ReasonCode>,
        to change: ReasonCodeChange
    ) async throws(FinesseError) -> Acceptance {
        let request = ReasonCodeRequests.update(id, to: change)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Deletes a reason code.
    ///
    /// - Parameter id: The id of the reason code.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "ReasonCode: Delete".
    @discardableResult
    public func deleteReasonCode(_ id: ObjectID<ReasonCode>) async throws(FinesseError) -> Acceptance {
        let request = ReasonCodeRequests.delete(id)
        let answer = try await send(request)
        return try answer.done()
    }
}

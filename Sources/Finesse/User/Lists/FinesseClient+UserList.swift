public import FinesseTypes

extension FinesseClient {
    /// Reads a reason code that a user may choose: one for all teams, or one of the user's own.
    ///
    /// - Parameters:
    ///   - id: The id of the reason code.
    ///   - user: The login id.
    /// - Returns: The reason code.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "User: Get Reason Code".
    public func reasonCode(_ id: ObjectID<ReasonCode>, ofUser user: LoginID) async throws(FinesseError) -> ReasonCode {
        let request = UserListRequests.reasonCode(id, ofUser: user)
        let answer = try await send(request)
        return try answer.object(ReasonCode.self)
    }

    /// Reads the reason codes that a user may choose from.
    ///
    /// From release 12.5 on the list of the agent's team does the same:
    /// ``teamReasonCodes(_:category:bypassingCache:)``.
    ///
    /// - Parameters:
    ///   - user: The login id.
    ///   - category: NOT_READY or LOGOUT.
    /// - Returns: The reason codes, in the server's order; may be empty.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "User: Get Reason Code List".
    public func reasonCodes(
        ofUser user: LoginID,
        category: ReasonCodeCategory
    ) async throws(FinesseError) -> FinesseList<ReasonCode> {
        let request = UserListRequests.reasonCodes(ofUser: user, category: category)
        let answer = try await send(request)
        return try answer.list(of: ReasonCode.self, named: "ReasonCodes")
    }

    /// Reads a wrap-up reason that a user may choose.
    ///
    /// - Parameters:
    ///   - id: The id of the wrap-up reason.
    ///   - user: The login id.
    /// - Returns: The wrap-up reason.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "User: Get Wrap-Up Reason".
    public func wrapUpReason(
        _ id: ObjectID<WrapUpReason>,
        ofUser user: LoginID
    ) async throws(FinesseError) -> WrapUpReason {
        let request = UserListRequests.wrapUpReason(id, ofUser: user)
        let answer = try await send(request)
        return try answer.object(WrapUpReason.self)
    }

    /// Reads the wrap-up reasons that a user may choose from.
    ///
    /// From release 12.5 on the list of the agent's team does the same: ``teamWrapUpReasons(_:bypassingCache:)``.
    ///
    /// - Parameter user: The login id.
    /// - Returns: The wrap-up reasons, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "User: Get Wrap-Up Reason List".
    public func wrapUpReasons(ofUser user: LoginID) async throws(FinesseError) -> FinesseList<WrapUpReason> {
        let request = UserListRequests.wrapUpReasons(ofUser: user)
        let answer = try await send(request)
        return try answer.list(of: WrapUpReason.self, named: "WrapUpReasons")
    }

    /// Reads the layout of call variables that a user's desktop has by default.
    ///
    /// - Parameter user: The login id.
    /// - Returns: The layout.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "User: Get Default Media Properties Layout".
    public func mediaPropertiesLayout(ofUser user: LoginID) async throws(FinesseError) -> MediaPropertiesLayout {
        let request = UserListRequests.layout(ofUser: user)
        let answer = try await send(request)
        return try answer.object(MediaPropertiesLayout.self)
    }

    /// Reads the layouts of call variables that a user's desktop has.
    ///
    /// From release 12.5 on the list of the agent's team does the same:
    /// ``teamMediaPropertiesLayouts(_:bypassingCache:)``.
    ///
    /// - Parameter user: The login id.
    /// - Returns: The layouts, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "User: Get Media Properties Layout List": the address is the name of the list.
    public func mediaPropertiesLayouts(
        ofUser user: LoginID
    ) async throws(FinesseError) -> FinesseList<MediaPropertiesLayout> {
        let request = UserListRequests.layouts(ofUser: user)
        let answer = try await send(request)
        return try answer.list(of: MediaPropertiesLayout.self, named: "MediaPropertiesLayouts")
    }

    /// Reads the workflows of a user.
    ///
    /// From release 12.5 on the list of the agent's team does the same: ``teamWorkflows(_:bypassingCache:)``.
    ///
    /// - Parameter user: The login id.
    /// - Returns: The workflows, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "User: Get List of Workflows".
    public func workflows(ofUser user: LoginID) async throws(FinesseError) -> FinesseList<Workflow> {
        let request = UserListRequests.workflows(ofUser: user)
        let answer = try await send(request)
        return try answer.list(of: Workflow.self, named: "Workflows")
    }
}

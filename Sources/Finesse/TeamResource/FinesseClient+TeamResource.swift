extension FinesseClient {
    /// Reads the reason codes that the agents of a team may choose from.
    ///
    /// - Parameters:
    ///   - team: The id of the team.
    ///   - category: NOT_READY or LOGOUT.
    ///   - bypassingCache: Whether the server shall read it anew, not from its cache.
    /// - Returns: The reason codes, in the server's order; may be empty.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "TeamResource: Get Phone Books": the address ends with the name of the list.
    public func teamReasonCodes(
        _ team: ObjectID<Team>,
        category: ReasonCodeCategory,
        bypassingCache: Bool = false
    ) async throws(FinesseError) -> FinesseList<ReasonCode> {
        let request = TeamResourceRequests.reasonCodes(team, category: category, bypassingCache: bypassingCache)
        let answer = try await send(request)
        return try answer.list(of: ReasonCode.self, named: "ReasonCodes")
    }

    /// Reads the wrap-up reasons that the agents of a team may choose from.
    ///
    /// - Parameters:
    ///   - team: The id of the team.
    ///   - bypassingCache: Whether the server shall read it anew, not from its cache.
    /// - Returns: The wrap-up reasons, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "TeamResource: Get Phone Books": the address ends with the name of the list.
    public func teamWrapUpReasons(
        _ team: ObjectID<Team>,
        bypassingCache: Bool = false
    ) async throws(FinesseError) -> FinesseList<WrapUpReason> {
        let request = TeamResourceRequests.wrapUpReasons(team, bypassingCache: bypassingCache)
        let answer = try await send(request)
        return try answer.list(of: WrapUpReason.self, named: "WrapUpReasons")
    }

    /// Reads the layouts of call variables that the desktops of a team have.
    ///
    /// - Parameters:
    ///   - team: The id of the team.
    ///   - bypassingCache: Whether the server shall read it anew, not from its cache.
    /// - Returns: The layouts, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "TeamResource: Get Phone Books": the address ends with the name of the list.
    public func teamMediaPropertiesLayouts(
        _ team: ObjectID<Team>,
        bypassingCache: Bool = false
    ) async throws(FinesseError) -> FinesseList<MediaPropertiesLayout> {
        let request = TeamResourceRequests.layouts(team, bypassingCache: bypassingCache)
        let answer = try await send(request)
        return try answer.list(of: MediaPropertiesLayout.self, named: "MediaPropertiesLayouts")
    }

    /// Reads the workflows of a team.
    ///
    /// - Parameters:
    ///   - team: The id of the team.
    ///   - bypassingCache: Whether the server shall read it anew, not from its cache.
    /// - Returns: The workflows, in the order in which they are tried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "TeamResource: Get Phone Books": the address ends with the name of the list.
    public func teamWorkflows(
        _ team: ObjectID<Team>,
        bypassingCache: Bool = false
    ) async throws(FinesseError) -> FinesseList<Workflow> {
        let request = TeamResourceRequests.workflows(team, bypassingCache: bypassingCache)
        let answer = try await send(request)
        return try answer.list(of: Workflow.self, named: "Workflows")
    }
}

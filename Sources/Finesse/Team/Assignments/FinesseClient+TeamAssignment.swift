extension FinesseClient {
    /// Reads all teams.
    ///
    /// - Returns: The teams, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Team: Get List".
    public func teams() async throws(FinesseError) -> FinesseList<Team> {
        let request = TeamAssignmentRequests.list()
        let answer = try await send(request)
        return try answer.list(of: Team.self, named: "Teams")
    }

    /// Reads which reason codes a team has been assigned.
    ///
    /// - Parameters:
    ///   - team: The id of the team.
    ///   - category: NOT_READY or LOGOUT.
    /// - Returns: What is assigned, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Team: Get Reason Codes".
    public func reasonCodes(
        assignedTo team: ObjectID<Team>,
        category: ReasonCodeCategory
    ) async throws(FinesseError) -> FinesseList<ReasonCode> {
        let request = TeamAssignmentRequests.reasonCodes(assignedTo: team, category: category)
        let answer = try await send(request)
        return try answer.list(of: ReasonCode.self, named: "ReasonCodes")
    }

    /// Assigns reason codes to a team, in place of all that were.
    ///
    /// - Parameters:
    ///   - ids: The ids of the reason codes.
    ///   - team: The id of the team.
    ///   - category: NOT_READY or LOGOUT.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Team: Update Reason Codes".
    @discardableResult
    public func assign(
        reasonCodes ids: [ObjectID<ReasonCode>],
        toTeam team: ObjectID<Team>,
        category: ReasonCodeCategory
    ) async throws(FinesseError) -> Acceptance {
        let request = TeamAssignmentRequests.assign(reasonCodes: ids, toTeam: team, category: category)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Reads which wrap-up reasons a team has been assigned.
    ///
    /// - Parameter team: The id of the team.
    /// - Returns: What is assigned, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Team: Get Wrap-Up Reasons".
    public func wrapUpReasons(assignedTo team: ObjectID<Team>) async throws(FinesseError) -> FinesseList<WrapUpReason> {
        let request = TeamAssignmentRequests.wrapUpReasons(assignedTo: team)
        let answer = try await send(request)
        return try answer.list(of: WrapUpReason.self, named: "WrapUpReasons")
    }

    /// Assigns wrap-up reasons to a team, in place of all that were.
    ///
    /// - Parameters:
    ///   - ids: The ids of the wrap-up reasons.
    ///   - team: The id of the team.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Team: Update Wrap-Up Reasons".
    @discardableResult
    public func assign(
        wrapUpReasons ids: [ObjectID<WrapUpReason>],
        toTeam team: ObjectID<Team>
    ) async throws(FinesseError) -> Acceptance {
        let request = TeamAssignmentRequests.assign(wrapUpReasons: ids, toTeam: team)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Reads which phone books a team has been assigned.
    ///
    /// - Parameter team: The id of the team.
    /// - Returns: What is assigned, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Team: Get Phone Books".
    public func phoneBooks(assignedTo team: ObjectID<Team>) async throws(FinesseError) -> FinesseList<PhoneBook> {
        let request = TeamAssignmentRequests.phoneBooks(assignedTo: team)
        let answer = try await send(request)
        return try answer.list(of: PhoneBook.self, named: "PhoneBooks")
    }

    /// Assigns phone books to a team, in place of all that were.
    ///
    /// - Parameters:
    ///   - ids: The ids of the phone books.
    ///   - team: The id of the team.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Team: Update Phone Books".
    @discardableResult
    public func assign(
        phoneBooks ids: [ObjectID<PhoneBook>],
        toTeam team: ObjectID<Team>
    ) async throws(FinesseError) -> Acceptance {
        let request = TeamAssignmentRequests.assign(phoneBooks: ids, toTeam: team)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Reads which layout of the desktop a team has.
    ///
    /// - Parameter team: The id of the team.
    /// - Returns: The layout.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Team: Get Layout".
    public func layout(assignedTo team: ObjectID<Team>) async throws(FinesseError) -> TeamLayoutConfig {
        let request = TeamAssignmentRequests.layout(assignedTo: team)
        let answer = try await send(request)
        return try answer.object(TeamLayoutConfig.self)
    }

    /// Gives a team a layout of the desktop, or the default one.
    ///
    /// - Parameters:
    ///   - layout: What the layout shall be.
    ///   - team: The id of the team.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Team: Update Layout".
    @discardableResult
    public func assign(
        layout: TeamLayoutConfigChange,
        toTeam team: ObjectID<Team>
    ) async throws(FinesseError) -> Acceptance {
        let request = TeamAssignmentRequests.assign(layout: layout, toTeam: team)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Reads which workflows a team has been assigned.
    ///
    /// - Parameter team: The id of the team.
    /// - Returns: What is assigned, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Team: Get Workflows".
    public func workflows(assignedTo team: ObjectID<Team>) async throws(FinesseError) -> FinesseList<Workflow> {
        let request = TeamAssignmentRequests.workflows(assignedTo: team)
        let answer = try await send(request)
        return try answer.list(of: Workflow.self, named: "Workflows")
    }

    /// Assigns workflows to a team, in place of all that were.
    ///
    /// - Parameters:
    ///   - ids: The ids of the workflows, in the order in which they are tried.
    ///   - team: The id of the team.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Team: Update Workflows".
    @discardableResult
    public func assign(
        workflows ids: [ObjectID<Workflow>],
        toTeam team: ObjectID<Team>
    ) async throws(FinesseError) -> Acceptance {
        let request = TeamAssignmentRequests.assign(workflows: ids, toTeam: team)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Reads which layouts of call variables a team has been assigned.
    ///
    /// - Parameter team: The id of the team.
    /// - Returns: What is assigned, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from the other assignments of "Team": the address ends with the name of the list.
    public func mediaPropertiesLayouts(
        assignedTo team: ObjectID<Team>
    ) async throws(FinesseError) -> FinesseList<MediaPropertiesLayout> {
        let request = TeamAssignmentRequests.mediaPropertiesLayouts(assignedTo: team)
        let answer = try await send(request)
        return try answer.list(of: MediaPropertiesLayout.self, named: "MediaPropertiesLayouts")
    }

    /// Assigns layouts of call variables to a team, in place of all that were.
    ///
    /// - Parameters:
    ///   - ids: The ids of the layouts of call variables.
    ///   - team: The id of the team.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from the other assignments of "Team": the address ends with the name of the list.
    @discardableResult
    public func assign(
        mediaPropertiesLayouts ids: [ObjectID<MediaPropertiesLayout>],
        toTeam team: ObjectID<Team>
    ) async throws(FinesseError) -> Acceptance {
        let request = TeamAssignmentRequests.assign(mediaPropertiesLayouts: ids, toTeam: team)
        let answer = try await send(request)
        return try answer.done()
    }
}

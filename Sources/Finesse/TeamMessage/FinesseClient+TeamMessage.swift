extension FinesseClient {
    /// Reads a message to teams.
    ///
    /// - Parameter id: The id of the message.
    /// - Returns: The message.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 404, 500, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "TeamMessage: Get".
    public func teamMessage(_ id: ObjectID<TeamMessage>) async throws(FinesseError) -> TeamMessage {
        let request = TeamMessageRequests.show(id)
        let answer = try await send(request)
        return try answer.object(TeamMessage.self)
    }

    /// Reads the messages that the caller has written.
    ///
    /// - Returns: The messages, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 404, 500, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "TeamMessage: Get List": the address is the name of the list.
    public func teamMessages() async throws(FinesseError) -> FinesseList<TeamMessage> {
        let request = TeamMessageRequests.list()
        let answer = try await send(request)
        return try answer.list(of: TeamMessage.self, named: "TeamMessages")
    }

    /// Sends a message to teams.
    ///
    /// A server that could not tell the other node answers 207: the message stands all the same.
    ///
    /// - Parameter message: The message.
    /// - Returns: Where the message is kept, if the server says so.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "TeamMessage: Create".
    @discardableResult
    public func sendTeamMessage(_ message: NewTeamMessage) async throws(FinesseError) -> Creation {
        let request = TeamMessageRequests.create(message)
        let answer = try await send(request)
        return try answer.created()
    }

    /// Takes a message to teams back.
    ///
    /// - Parameter id: The id of the message.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 404, 500, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "TeamMessage: Delete": the address is the `uri` of the object.
    @discardableResult
    public func deleteTeamMessage(_ id: ObjectID<TeamMessage>) async throws(FinesseError) -> Acceptance {
        let request = TeamMessageRequests.delete(id)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Reads the messages that a team is shown now.
    ///
    /// - Parameter team: The id of the team.
    /// - Returns: The messages, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 404), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "TeamMessage".
    public func teamMessages(to team: ObjectID<Team>) async throws(FinesseError) -> FinesseList<TeamMessage> {
        let request = TeamMessageRequests.listOfTeam(to: team)
        let answer = try await send(request)
        return try answer.list(of: TeamMessage.self, named: "TeamMessages")
    }
}

extension FinesseClient {
    /// Reads a team with the agents in it.
    ///
    /// - Parameters:
    ///   - id: The team.
    ///   - includesLoggedOutAgents: Whether agents who are signed out are in it; nil leaves that to the server.
    /// - Returns: The team as the server shows it now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 404, 500, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Team: Get Team".
    public func team(
        _ id: ObjectID<Team>,
        includesLoggedOutAgents: Bool? = nil
    ) async throws(FinesseError) -> Team {
        let request = TeamRequests.show(id, includesLoggedOutAgents: includesLoggedOutAgents)
        let answer = try await send(request)
        return Team(element: try answer.document(named: Team.elementName))
    }
}

/// The requests on teams, built and not sent.
enum TeamRequests {
    static func show(_ id: ObjectID<Team>, includesLoggedOutAgents: Bool?) -> FinesseRequest {
        let query = includesLoggedOutAgents.map { [(name: "includeLoggedOutAgents", value: $0 ? "true" : "false")] }
        return FinesseRequest(.team, id.rawValue, query: query ?? [])
    }
}

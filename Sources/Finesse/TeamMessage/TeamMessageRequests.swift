/// The requests on messages to teams, built and not sent.
///
/// Source: Finesse REST guide, "TeamMessage APIs".
enum TeamMessageRequests {
    static func show(_ id: ObjectID<TeamMessage>) -> FinesseRequest {
        FinesseRequest(.teamMessage, id.rawValue)
    }

    static func list() -> FinesseRequest {
        FinesseRequest(.teamMessages)
    }

    static func create(_ message: NewTeamMessage) -> FinesseRequest {
        FinesseRequest(.createTeamMessage, body: .element(message.element))
    }

    static func delete(_ id: ObjectID<TeamMessage>) -> FinesseRequest {
        FinesseRequest(.deleteTeamMessage, id.rawValue)
    }

    static func listOfTeam(to team: ObjectID<Team>) -> FinesseRequest {
        FinesseRequest(.activeTeamMessages, team.rawValue)
    }
}

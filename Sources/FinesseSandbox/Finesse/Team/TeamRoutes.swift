extension RESTService {
    /// Source: Finesse REST developer guide, "Team—Get Team"; the query's name is that of public clients.
    static let teamRoutes: [RESTRoute] = [
        .serving("T1", "GET", "Team/{id}", who: .supervisor, isConfiguration: false) { call throws(ApiError) in
            let id = call.path["id"] ?? ""
            guard let team = call.world.configuration.teams.first(where: { $0.id == id }) else {
                throw .objectNotFound("Team", id)
            }
            if let user = call.caller.user, !user.isSupervisor || user.teamId != id {
                throw .notAuthorized(user.loginId)
            }
            let showsAll = call.query["includeLoggedOutAgents"]?.lowercased() == "true"
            return .document(await call.world.element(team, showsAll: showsAll))
        }
    ]
}

extension SandboxWorld {
    /// The element of a team.
    fileprivate func element(_ team: SandboxTeam, showsAll: Bool) -> FinesseXML {
        let document = UserDocument(directory: directory)
        let isExpress = configuration.deployment == .uccx
        var users: [FinesseXML] = []
        for user in directory.users where user.teamId == team.id {
            let agent = agent(user.loginId)
            guard showsAll || agent.isSignedIn else { continue }
            users.append(
                document.summary(
                    user,
                    agent,
                    reason: agent.reasonCodeId < 0 ? nil : reasonCode(id: agent.reasonCodeId),
                    mediaState: isExpress ? (agent.talk == nil ? "IDLE" : "BUSY") : nil
                )
            )
        }
        return FinesseXML(
            "Team",
            children: [
                FinesseXML("uri", "/finesse/api/Team/\(TextEncodings.percentEncode(team.id))"),
                FinesseXML("id", team.id), FinesseXML("name", team.name), FinesseXML("users", children: users),
            ]
        )
    }
}

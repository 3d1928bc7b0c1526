extension RESTService {
    /// There from 12.0(1) on.
    ///
    /// Source: Finesse REST guide, "TeamMessage APIs", whose pages name `TeamMessage` and `TeamMessages` for the creation;
    /// of the list and the deletion the addresses are inferred.
    static let teamMessageRoutes: [RESTRoute] =
        [
            message("TM1", "GET", "TeamMessage/{id}") { call throws(ApiError) in
                .document(TeamMessageRules.document(try await message(of: call)))
            },
            message("TM2", "GET", "TeamMessages") { call throws(ApiError) in
                let author = call.author.id
                let messages = await call.world.activeTeamMessages.filter { $0.authorId == author }
                return .document(FinesseXML("TeamMessages", children: messages.map(TeamMessageRules.document)))
            },
            message("TM3", "POST", "TeamMessage", create), message("TM3", "POST", "TeamMessages", create),
            message("TM4", "DELETE", "TeamMessage/{id}") { call throws(ApiError) in
                let message = try await message(of: call)
                guard call.caller == .administrator || message.authorId == call.author.id else {
                    throw .notAuthorized(call.author.id)
                }
                await call.world.deleteTeamMessage(message.id)
                await call.world.publish(message, method: "DELETE", requestId: call.requestId)
                return call.stored()
            },
            .serving("TM5", "GET", "Team/{id}/TeamMessages", who: .user, isConfiguration: false) {
                call throws(ApiError) in
                guard call.world.configuration.knows(.release120) else { throw .notFound(call.request.path) }
                let team = try call.memberTeam()
                let messages = await call.world.activeTeamMessages.filter { $0.teams.contains(team) }
                return .document(FinesseXML("TeamMessages", children: messages.map(TeamMessageRules.document)))
            },
        ]

    private static func message(
        _ api: String,
        _ method: String,
        _ path: String,
        _ work: @escaping @Sendable (RESTCall) async throws(ApiError) -> RESTReply
    ) -> RESTRoute {
        .serving(api, method, path, who: .supervisor, isConfiguration: false) { call throws(ApiError) in
            guard call.world.configuration.knows(.release120) else { throw .notFound(call.request.path) }
            if let user = call.caller.user, !user.isSupervisor { throw .notAuthorized(user.loginId) }
            return try await work(call)
        }
    }

    private static let create: @Sendable (RESTCall) async throws(ApiError) -> RESTReply = { call throws(ApiError) in
        let draft = try TeamMessageRules.draft(try call.object(named: "TeamMessage"))
        for team in draft.teams {
            guard call.world.configuration.teams.contains(where: { $0.id == team }) else {
                throw .objectNotFound("Team", team)
            }
            if let user = call.caller.user, user.teamId != team { throw .notAuthorized(user.loginId) }
        }
        let message = try await call.world.createTeamMessage(draft, by: call.author)
        await call.world.publish(message, method: "POST", requestId: call.requestId)
        return call.stored("/finesse/api/TeamMessage/\(message.id)")
    }

    private static func message(of call: RESTCall) async throws(ApiError) -> TeamMessageRecord {
        let id = call.path["id"] ?? ""
        guard let message = await call.world.teamMessage(id) else { throw .objectNotFound("TeamMessage", id) }
        return message
    }
}

extension SandboxWorld {
    /// Tells the teams of a message.
    ///
    /// Source: inferred from the other objects' notifications; no page names the node.
    fileprivate func publish(_ message: TeamMessageRecord, method: String, requestId: String) {
        for team in message.teams {
            let node = "/finesse/api/Team/\(team)/TeamMessages"
            publish(
                NotificationRecord(
                    node: node,
                    source: node,
                    method: method,
                    requestId: requestId,
                    data: TeamMessageRules.document(message).text()
                )
            )
        }
    }
}

extension RESTCall {
    /// The field `requestId`; empty where there is none.
    var requestId: String { request.header("requestid") ?? "" }

    /// Who writes.
    fileprivate var author: (id: String, firstName: String, lastName: String) {
        guard let user = caller.user else { return (world.configuration.administrator.userName, "", "") }
        return (world.directory.loginId(of: user), user.firstName, user.lastName)
    }

    /// 200, or 207 while the other node does not hear of it.
    fileprivate func stored(_ location: String? = nil) -> RESTReply {
        var answer = SandboxAnswer(status: request.lacksOtherNode ? 207 : 200, headers: [("Content-Length", "0")])
        if let location { answer = answer.adding("Location", origins.text(.finesse) + location) }
        return .answer(answer)
    }
}

extension RESTService {
    /// What a team's agents choose from, there from 12.5(1) on.
    ///
    /// The answers are never older than the last change, so `bypassServerCache` changes nothing.
    ///
    /// Source: Finesse REST guide, "TeamResource APIs"; the addresses of all but the fourth are inferred from it.
    static let teamResourceRoutes: [RESTRoute] =
        [
            resource("TR1", "ReasonCodes") { call, team throws(ApiError) in
                let category = try ReasonCodeRules.category(call.query["category"], orAll: true)
                return .document(await call.world.reasonCodesDocument(teamId: team, category: category))
            },
            resource("TR2", "WrapUpReasons") { call, team throws(ApiError) in
                .document(await call.world.wrapUpReasonsDocument(teamId: team))
            },
            resource("TR3", "MediaPropertiesLayouts") { call, team throws(ApiError) in
                .document(await call.world.mediaLayoutsDocument(teamId: team))
            },
            resource("TR4", "PhoneBooks") { call, team throws(ApiError) in
                .answer(try await call.world.phoneBookAnswer(teamId: team, range: try call.contactRange()))
            },
            resource("TR5", "Workflows") { call, team throws(ApiError) in
                .document(await call.world.workflowsDocument(teamId: team))
            },
        ]

    private static func resource(
        _ api: String,
        _ name: String,
        _ work: @escaping @Sendable (RESTCall, String) async throws(ApiError) -> RESTReply
    ) -> RESTRoute {
        .serving(api, "GET", "TeamResource/{id}/\(name)", who: .user, isConfiguration: false) { call throws(ApiError) in
            guard call.world.configuration.knows(.release125) else { throw .notFound(call.request.path) }
            return try await work(call, try call.memberTeam())
        }
    }
}

extension RESTCall {
    /// The team of the path, of which the caller must be one.
    func memberTeam() throws(ApiError) -> String {
        let id = path["id"] ?? ""
        guard world.configuration.teams.contains(where: { $0.id == id }) else { throw .objectNotFound("Team", id) }
        guard let user = caller.user, user.teamId != id else { return id }
        throw .invalidAuthorization(user.loginId)
    }
}

extension ApiError {
    /// The caller is somebody else than those who may read this.
    static func invalidAuthorization(_ user: String) -> ApiError {
        ApiError(
            status: 401,
            type: "Invalid Authorization",
            message: "The user is not a member of the team",
            data: user,
            refusal: .otherUser
        )
    }
}

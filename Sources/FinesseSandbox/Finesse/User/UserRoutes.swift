extension RESTService {
    /// Source: Finesse REST developer guide, "User APIs".
    static let userRoutes: [RESTRoute] =
        ["U1", "U2", "U3", "U10", "U11"].map { api in
            .serving(api, "PUT", "User/{id}", who: .own, isConfiguration: false, change)
        }
        + ["U4", "U5"].map { api in
            .serving(api, "GET", "User/{id}", who: .own, isConfiguration: false, show)
        } + [
            .serving("U6", "GET", "Users", who: .user, isConfiguration: false) { call throws(ApiError) in
                guard call.caller == .administrator else { throw .listNotAuthorized }
                let document = UserDocument(directory: call.world.directory)
                var users: [FinesseXML] = []
                for (user, agent, reason) in await call.world.everybody() {
                    let id = call.world.directory.loginId(of: user)
                    users.append(document.element(user, agent, reason: reason, askedFor: id))
                }
                return .document(FinesseXML("Users", children: users))
            }
        ]

    private static let show: @Sendable (RESTCall) async throws(ApiError) -> RESTReply = { call throws(ApiError) in
        let directory = call.world.directory
        let name = call.path["id"] ?? ""
        guard let user = directory.user(named: name) else { throw .userNotFound(name) }
        let findsName = call.world.live.value { $0.deployment == .uccx ? true : $0.desktop.findsUsersByLoginName }
        guard findsName || user.loginId == name else { throw .otherUser(name) }
        guard call.caller.mayRead(user) else { throw .otherUser(name) }
        let (agent, reason) = await call.world.situation(of: user)
        return .document(UserDocument(directory: directory).element(user, agent, reason: reason, askedFor: name))
    }

    private static let change: @Sendable (RESTCall) async throws(ApiError) -> RESTReply = { call throws(ApiError) in
        let name = call.path["id"] ?? ""
        guard let user = call.world.directory.user(named: name) else { throw .userNotFound(name) }
        // Unified CCE takes the login id only, whatever the name lookup allows.
        guard call.world.configuration.deployment == .uccx || user.loginId == name else { throw .otherUser(name) }
        guard let caller = call.caller.user else { throw .notAuthorized("") }
        let isOwn = caller.loginId == user.loginId
        guard isOwn || caller.isSupervisor else { throw .otherUser(name) }
        guard isOwn || caller.teamId == user.teamId else { throw .invalidSupervisor(name) }
        let asked = try UserDocument.read(try call.body(named: "User"))
        try await call.world.requestChange(
            asked,
            of: user,
            isSupervisors: !isOwn,
            requestId: call.requestId
        )
        return .answer(
            SandboxAnswer(status: 202, headers: [("Content-Length", "0")]).noting("asked for \(asked.state ?? "")")
        )
    }
}

extension RESTCaller {
    /// Whether the caller may read about a user: the user does, a supervisor of the team, and the administrator.
    func mayRead(_ user: SandboxUser) -> Bool {
        switch self {
        case .nobody: false
        case .administrator: true
        case .user(let caller):
            caller.loginId == user.loginId || (caller.isSupervisor && caller.teamId == user.teamId)
        }
    }
}

extension SandboxWorld {
    /// Every user, what is known about the work, and the reason code.
    func everybody() -> [(SandboxUser, AgentRecord, ReasonCodeRecord?)] {
        directory.users.map { user in
            let (agent, reason) = situation(of: user)
            return (user, agent, reason)
        }
    }

    /// What is known about a user's work, and the reason code, where there is one.
    fileprivate func situation(of user: SandboxUser) -> (AgentRecord, ReasonCodeRecord?) {
        let agent = agent(user.loginId)
        return (agent, agent.reasonCodeId < 0 ? nil : reasonCode(id: agent.reasonCodeId))
    }
}

extension ApiError {
    /// Somebody other than the administrator asks for the list of users.
    fileprivate static let listNotAuthorized = ApiError(
        status: 401,
        type: "Unauthorized",
        message: "The user is not authorized to perform this operation",
        data: "",
        refusal: .otherUser
    )
}

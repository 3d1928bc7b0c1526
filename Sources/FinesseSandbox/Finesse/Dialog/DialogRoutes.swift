extension RESTService {
    /// Source: Finesse REST developer guide, "Dialog APIs".
    static let dialogRoutes: [RESTRoute] =
        [
            .serving("U7", "GET", "User/{id}/Dialogs", who: .own, isConfiguration: false) { call throws(ApiError) in
                let user = try call.dialogsUser()
                guard call.caller.mayRead(user) else { throw .otherUser(call.path["id"] ?? "") }
                return .document(FinesseXML("Dialogs", children: await call.world.elements(of: user.loginId)))
            },
            .serving("D1", "GET", "Dialog/{dialogId}", who: .user, isConfiguration: false) { call throws(ApiError) in
                let id = call.path["dialogId"] ?? ""
                if TaskCalls.isTask(id) { return try await TaskCalls.show(call, id: id) }
                guard let (dialog, element) = await call.world.dialogAndElement(id) else { throw .dialogNotFound(id) }
                guard call.mayRead(dialog) else { throw .otherUser(call.caller.user?.loginId ?? "") }
                return .document(element)
            },
        ]
        + ["D2", "D8", "D10"].map { api in
            .serving(api, "POST", "User/{id}/Dialogs", who: .own, isConfiguration: false, begin)
        }
        + ["D3", "D4", "D5", "D6", "D7", "D9", "D11", "D12", "D13", "D14", "D15", "D16", "D17", "D18"].map { api in
            .serving(api, "PUT", "Dialog/{dialogId}", who: .user, isConfiguration: false, act)
        }

    private static let begin: @Sendable (RESTCall) async throws(ApiError) -> RESTReply = { call throws(ApiError) in
        let user = try call.dialogsUser()
        guard let caller = call.caller.user else { throw .administratorCalls }
        guard caller.loginId == user.loginId else { throw .otherUser(call.path["id"] ?? "") }
        var order = try DialogReading.beginning(
            ObjectBody(try call.body(named: "Dialog")),
            call.world.configuration.deployment
        )
        order.loginId = user.loginId
        order.requestId = call.requestId
        if order.action != .makeCall, !caller.isSupervisor { throw .notAuthorized(caller.loginId) }
        try await call.world.accept(order, from: caller)
        return .accepted
    }

    private static let act: @Sendable (RESTCall) async throws(ApiError) -> RESTReply = { call throws(ApiError) in
        let id = call.path["dialogId"] ?? ""
        if TaskCalls.isTask(id) { return try await TaskCalls.act(call, id: id) }
        guard let caller = call.caller.user else { throw .notAuthorized("") }
        var order = try DialogReading.action(ObjectBody(try call.body(named: "Dialog")))
        order.dialogId = id
        order.loginId = caller.loginId
        order.requestId = call.requestId
        try await call.world.accept(order, from: caller)
        return .accepted
    }
}

extension RESTCall {
    /// The user whose dialogs the path names, which may be by the id that the user's own element gives.
    fileprivate func dialogsUser() throws(ApiError) -> SandboxUser {
        let name = path["id"] ?? ""
        let user = world.directory.user(named: name) ?? world.directory.users.first { $0.dialogsId == name }
        guard let user else { throw .userNotFound(name) }
        return user
    }

    /// Whether the caller may read about a call: who takes part does, a supervisor of one of them, and the administrator.
    fileprivate func mayRead(_ dialog: DialogRecord) -> Bool {
        dialog.participants.contains { party in
            party.loginId.flatMap { world.directory.user(named: $0) }.map(caller.mayRead) ?? false
        }
    }
}

extension SandboxWorld {
    /// The elements of an agent's calls.
    fileprivate func elements(of loginId: String) -> [FinesseXML] { dialogs(of: loginId).map { element($0) } }

    /// A call and its element.
    fileprivate func dialogAndElement(_ id: String) -> (DialogRecord, FinesseXML)? {
        dialog(id).map { ($0, element($0)) }
    }
}

extension ApiError {
    /// The administrator, who has no phone, wants to call.
    fileprivate static let administratorCalls = ApiError(
        status: 401,
        type: "Invalid Authorization",
        message: "User (administrator) is not an authorizied supervisor.",
        data: "administrator",
        refusal: .otherUser
    )
}

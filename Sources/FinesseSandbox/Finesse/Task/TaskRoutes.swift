/// What dialogs' calls do for tasks, whose ids have underscores.
///
/// Source: Finesse REST guide, "Dialog APIs for nonvoice tasks".
enum TaskCalls {
    /// Whether a dialog's id is a task's.
    static func isTask(_ id: String) -> Bool { id.contains("_") }

    /// Get Dialog.
    static func show(_ call: RESTCall, id: String) async throws(ApiError) -> RESTReply {
        guard call.world.configuration.deployment == .ucce else { throw .notImplemented(call.request.path) }
        guard let task = await call.world.task(id) else { throw .taskNotFound(id) }
        if let user = call.caller.user, user.loginId != task.loginId { throw .notAuthorized(user.loginId) }
        return .document(await call.world.taskDocument(task))
    }

    /// Take Action on Participant.
    static func act(_ call: RESTCall, id: String) async throws(ApiError) -> RESTReply {
        guard call.world.configuration.deployment == .ucce else { throw .notImplemented(call.request.path) }
        guard let user = call.caller.user else { throw .notAuthorized("") }
        let action = try TaskRules.action(try call.object(named: "Dialog"), of: user.loginId)
        let task = await call.world.task(id)
        if let task, task.loginId != user.loginId { throw .otherUser(user.loginId) }
        await call.world.requestMedia(
            .action(
                action,
                dialogId: id,
                loginId: user.loginId,
                mediaId: task?.mediaId ?? "",
                requestId: call.requestId
            )
        )
        return call.acceptedWithRequestId
    }
}

extension SandboxWorld {
    /// The task with an id.
    func task(_ id: String) -> TaskRecord? { state.tasks.value(id, now: clock.now) }
}

extension ApiError {
    /// A task that is not there.
    fileprivate static func taskNotFound(_ id: String) -> ApiError {
        ApiError(
            status: 404,
            type: "Not Found",
            message: "Invalid dialogId specified for dialog",
            data: id,
            refusal: .notFound
        )
    }
}

/// The rules by which an agent works in a media routing domain.
///
/// Source: Finesse REST guide, "Media" and "Agent states for nonvoice media".
enum MediaRules {
    /// The circumstances of a request.
    struct Situation: Hashable, Sendable {
        /// Whether the contact centre knows the user as an agent.
        var isAgent = true
        /// Whether the domain is voice.
        var isVoice = false
        /// Whether the agent has a skill group in the domain.
        var isMember = true
        var isInApplicationPath = true
        var isOnline = true
        /// Whether as many agents are signed in as may be.
        var isFull = false
        /// The states of the agent's tasks in the domain.
        var tasks: [TaskState] = []
    }

    /// What becomes of a request.
    enum Decision: Hashable, Sendable {
        case change(MediaRecord)
        /// Tasks that are being wrapped up end.
        case endWrapUp
        case refuse(MediaFault)
    }

    /// Reads a request.
    ///
    /// - Parameters:
    ///   - body: The body.
    ///   - isReason: Whether a number is one of a reason code of a category.
    /// - Returns: The request.
    /// - Throws: 400 for what Finesse itself refuses.
    static func read(
        _ body: ObjectBody,
        isReason: (_ id: Int, _ category: String) -> Bool
    ) throws(ApiError) -> MediaRequest {
        if let state = body.text("state"), !state.isEmpty {
            let reason = try badRequests { () throws(ApiError) in try body.number("reasonCodeId") }
            if let reason, !["NOT_READY", "LOGOUT"].contains(state) || !isReason(reason, state) {
                throw .badRequest("There is no reason code \(reason) for \(state)", "reasonCodeId")
            }
            switch state {
            case "LOGIN": return try signIn(body)
            case "LOGOUT": return .signOut(reasonCodeId: reason)
            case "READY": return .ready
            case "NOT_READY": return .notReady(reasonCodeId: reason)
            case "ACTIVE": return .active
            default: throw .badRequest("A user cannot ask for the state \(state)", "state")
            }
        }
        guard let routable = try badRequests({ () throws(ApiError) in try body.flag("routable") }) else {
            throw .parameterMissing("state")
        }
        return .routable(routable)
    }

    private static func signIn(_ body: ObjectBody) throws(ApiError) -> MediaRequest {
        for name in ["maxDialogLimit", "interruptAction"] { _ = try body.needed(name) }
        let limit = try badRequests { () throws(ApiError) in try body.number("maxDialogLimit") } ?? 0
        guard (1...10).contains(limit) else {
            throw .badRequest("maxDialogLimit must be 1 to 10", "maxDialogLimit")
        }
        let interrupt = body.text("interruptAction") ?? ""
        guard ["ACCEPT", "IGNORE"].contains(interrupt) else {
            throw .badRequest("interruptAction must be ACCEPT or IGNORE", "interruptAction")
        }
        let logout = body.text("dialogLogoutAction") ?? "CLOSE"
        guard ["CLOSE", "TRANSFER"].contains(logout) else {
            throw .badRequest("dialogLogoutAction must be CLOSE or TRANSFER", "dialogLogoutAction")
        }
        return .signIn(maxDialogLimit: limit, interruptAction: interrupt, dialogLogoutAction: logout)
    }

    /// These APIs know no `Invalid Input`.
    private static func badRequests<Value>(_ read: () throws(ApiError) -> Value) throws(ApiError) -> Value {
        do throws(ApiError) {
            return try read()
        } catch {
            throw .badRequest(error.message, error.data)
        }
    }

    /// Decides what the contact centre makes of a request.
    static func decide(_ request: MediaRequest, _ present: MediaRecord, _ situation: Situation) -> Decision {
        if let fault = fault(of: request, present, situation) { return .refuse(fault) }
        var record = present
        switch request {
        case .signIn(let limit, let interrupt, let logout):
            record = MediaRecord(state: "NOT_READY", routable: true)
            record.maxDialogLimit = limit
            record.interruptAction = interrupt
            record.dialogLogoutAction = logout
        case .signOut(let reason):
            record = MediaRecord()
            record.reasonCodeId = reason ?? -1
        case .ready:
            record.state = "READY"
            record.routable = true
            record.endsRoutable = false
            record.reasonCodeId = -1
        case .notReady(let reason):
            record.state = "NOT_READY"
            record.reasonCodeId = reason ?? -1
        case .routable(true):
            record.routable = true
            record.endsRoutable = false
        case .routable(false):
            let waits = situation.tasks.contains { $0.isPending }
            record.routable = waits && present.routable
            record.endsRoutable = waits && present.routable
        case .active:
            return .endWrapUp
        }
        return .change(record)
    }

    private static func fault(
        of request: MediaRequest,
        _ present: MediaRecord,
        _ situation: Situation
    ) -> MediaFault? {
        if case .signIn = request {
            if situation.isVoice { return .cannotLogIntoVoice }
            if !situation.isOnline { return .controllerOffline }
            if !situation.isAgent { return .agentNotFound }
            if !situation.isMember { return .domainNotFound }
            if !situation.isInApplicationPath { return .notInApplicationPath }
            if present.state != "LOGOUT" { return .alreadyLoggedIn }
            return situation.isFull ? .agentLimitExceeded : nil
        }
        if !situation.isOnline { return .controllerOffline }
        if present.state == "LOGOUT" { return .notLoggedIn }
        switch request {
        case .notReady where situation.tasks.contains(.offered): return .invalidSequence
        case .active where !situation.tasks.contains(.wrappingUp): return .invalidSequence
        default: return nil
        }
    }

    /// The state that is seen: the agent's own, or the one of the tasks that comes first.
    static func shown(_ record: MediaRecord, tasks: [TaskState]) -> String {
        guard record.state != "LOGOUT" else { return record.state }
        let order: [(TaskState, String)] = [
            (.interrupted, "INTERRUPTED"), (.active, "ACTIVE"), (.wrappingUp, "WORK_READY"), (.paused, "PAUSED"),
            (.offered, "RESERVED"), (.accepted, "RESERVED"),
        ]
        return order.first { tasks.contains($0.0) }?.1 ?? record.state
    }
}

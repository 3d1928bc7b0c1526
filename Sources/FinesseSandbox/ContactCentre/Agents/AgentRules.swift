/// What a `PUT User` asks for.
struct AgentStateRequest: Hashable, Sendable {
    var state: String?
    var phone: String?
    var reasonCodeId: Int?
    var deviceId: String?
    /// The mode and number of a mobile agent, as they were sent; nothing where there is no such element.
    var mobile: (mode: String, dialNumber: String)?

    static func == (left: AgentStateRequest, right: AgentStateRequest) -> Bool {
        left.key == right.key
    }

    func hash(into hasher: inout Hasher) { hasher.combine(key) }

    private var key: [String?] {
        [state, phone, reasonCodeId.map { String($0) }, deviceId, mobile?.mode, mobile?.dialNumber]
    }
}

/// A request that was accepted and takes effect a little later.
struct AgentOrder: Codable, Hashable, Sendable {
    /// What is done.
    enum Kind: Codable, Hashable, Sendable {
        case signIn(phone: String, mobile: MobileAgent?, deviceId: String?)
        case state(AgentState)
    }

    var loginId: String
    var kind: Kind
    var reasonCodeId: Int?
    var isSupervisors = false
    var requestId = ""

    /// The state that it leads to.
    var target: AgentState {
        switch kind {
        case .signIn: .notReady
        case .state(let state): state
        }
    }
}

/// The rules by which an agent's state changes on request: first as Finesse checks them, then as the contact centre does.
///
/// Source: Finesse REST guide, "User APIs".
enum AgentRules {
    /// What a request is judged by.
    struct Situation: Hashable, Sendable {
        var record: AgentRecord
        var deployment: SandboxDeployment
        /// The numbers of the reason codes that the agent may give, by category.
        var reasons: [String: Set<Int>] = [:]
        /// Whether one must be given where there are any.
        var requiresReasons = false
    }

    /// What becomes of a request.
    enum Decision: Hashable, Sendable {
        /// It is answered 202 and has an effect.
        case accept(AgentOrder)
        /// It is answered 202 and changes nothing.
        case keep
        /// It is refused.
        case refuse(ApiError)
    }

    private static let known = Set(AgentState.allCases.map(\.rawValue)).union(["LOGIN"])

    /// Decides about a request.
    ///
    /// - Parameters:
    ///   - request: What was asked.
    ///   - loginId: The agent.
    ///   - isSupervisors: Whether a supervisor asks for it.
    ///   - situation: What it is judged by.
    /// - Returns: What becomes of the request.
    static func decide(
        _ request: AgentStateRequest,
        of loginId: String,
        isSupervisors: Bool,
        _ situation: Situation
    ) -> Decision {
        guard let word = request.state, !word.isEmpty else { return .refuse(.parameterMissing("state")) }
        guard known.contains(word) else {
            return .refuse(.invalidInput("Invalid State specified for user", "state"))
        }
        let present = situation.record.target
        guard let state = AgentState(rawValue: word) else {
            if isSupervisors { return .refuse(.otherUser(loginId)) }
            return signIn(request, of: loginId, situation)
        }
        if isSupervisors, request.reasonCodeId != nil {
            return .refuse(.invalidInput("A supervisor gives no reason code", "finesse.api.reasoncode.not_allowed"))
        }
        guard allows(state, from: present, isSupervisors: isSupervisors, situation) else {
            return .refuse(.invalidState(from: present.rawValue, to: word))
        }
        if !isSupervisors, let error = reasonFault(request, for: state, situation) { return .refuse(error) }
        return .accept(
            AgentOrder(
                loginId: loginId,
                kind: .state(state),
                reasonCodeId: request.reasonCodeId,
                isSupervisors: isSupervisors
            )
        )
    }

    private static func signIn(
        _ request: AgentStateRequest,
        of loginId: String,
        _ situation: Situation
    ) -> Decision {
        guard let phone = request.phone, !phone.isEmpty else { return .refuse(.parameterMissing("extension")) }
        let hasPlus = phone.hasPrefix("+") && situation.deployment == .uccx
        let digits = hasPlus ? phone.dropFirst() : Substring(phone)
        guard phone.utf8.count <= 15, !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return .refuse(.badRequest("Invalid extension", "extension"))
        }
        var mobile: MobileAgent?
        if let sent = request.mobile {
            guard situation.deployment == .ucce else {
                return .refuse(.genericError("There are no mobile agents in this deployment", "mobileAgent"))
            }
            guard !sent.mode.isEmpty else { return .refuse(.parameterMissing("mode")) }
            guard let mode = MobileAgent.Mode(rawValue: sent.mode) else {
                return .refuse(.invalidInput("mode must be CALL_BY_CALL or NAILED_CONNECTION", "mode"))
            }
            guard !sent.dialNumber.isEmpty else { return .refuse(.parameterMissing("dialNumber")) }
            mobile = MobileAgent(mode: mode, dialNumber: sent.dialNumber)
        }
        if request.reasonCodeId != nil {
            return .refuse(.invalidInput("No reason code is allowed", "finesse.api.reasoncode.not_allowed"))
        }
        // A repeated sign-in keeps the present state; the first one goes to NOT_READY.
        guard situation.record.target == .logout else { return .keep }
        return .accept(
            AgentOrder(loginId: loginId, kind: .signIn(phone: phone, mobile: mobile, deviceId: request.deviceId))
        )
    }

    /// Whether a state may be asked for.
    private static func allows(
        _ state: AgentState,
        from present: AgentState,
        isSupervisors: Bool,
        _ situation: Situation
    ) -> Bool {
        if isSupervisors { return AgentTransition.supervised(to: state).contains(present) }
        // Unified CCX accepts what it then reports as an error.
        if situation.deployment == .uccx, present == .reservedOutbound { return state.isSettable }
        let table = AgentTransition.all(situation.deployment)
        return table.contains(AgentTransition(present, state, .request))
            || table.contains(AgentTransition(present, state, .pendingRequest))
    }

    private static func reasonFault(
        _ request: AgentStateRequest,
        for state: AgentState,
        _ situation: Situation
    ) -> ApiError? {
        let allowed = situation.reasons[state.rawValue] ?? []
        if let id = request.reasonCodeId, !allowed.contains(id) {
            return .invalidInput("The reason code is not allowed", "finesse.api.reasoncode.not_allowed")
        }
        guard request.reasonCodeId == nil, situation.requiresReasons, !allowed.isEmpty else { return nil }
        return ApiError(
            status: 400,
            type: "Parameter Missing",
            message: "A reason code is required",
            data: "finesse.api.reasoncode.require_reasoncode",
            refusal: .badParameter
        )
    }
}

// MARK: As the contact centre does it

extension AgentRules {
    /// What the contact centre makes of a request to be in a state.
    ///
    /// - Parameters:
    ///   - state: The state.
    ///   - order: The request.
    ///   - record: The agent.
    ///   - deployment: The product.
    ///   - reason: The number of the reason code: the one that was given, or the contact centre's own.
    ///   - now: The instant.
    /// - Returns: The agent afterwards.
    /// - Throws: What it reports as an error.
    static func perform(
        _ state: AgentState,
        _ order: AgentOrder,
        on record: AgentRecord,
        deployment: SandboxDeployment,
        reason: Int,
        now: SandboxInstant
    ) throws(CentreFault) -> AgentRecord {
        var next = record
        if deployment == .uccx, record.state == .reservedOutbound, !order.isSupervisors { throw .internalError }
        let table = AgentTransition.all(deployment)
        let isAllowed =
            order.isSupervisors
            ? AgentTransition.supervised(to: state).contains(record.state)
            : table.contains(AgentTransition(record.state, state, .request))
                || table.contains(AgentTransition(record.state, state, .pendingRequest))
        guard isAllowed else { throw .agentState }
        guard record.resume != nil else {
            (next.pendingState, next.pendingReasonCodeId) = (nil, nil)
            next.enter(state, reasonCodeId: reason, at: now)
            return next
        }
        // Once in a call, and not again: neither the state nor its reason.
        if deployment == .uccx, record.pendingState != nil, !order.isSupervisors { throw .agentState }
        next.pendingState = state
        next.pendingReasonCodeId = reason
        next.target = record.state
        return next
    }

    /// The agent after signing in.
    static func signedIn(
        _ record: AgentRecord,
        phone: String,
        mobile: MobileAgent?,
        deviceId: String?,
        now: SandboxInstant
    ) -> AgentRecord {
        var next = record
        next.enter(.notReady, at: now)
        (next.phone, next.mobile, next.deviceId) = (phone, mobile, deviceId)
        return next
    }
}

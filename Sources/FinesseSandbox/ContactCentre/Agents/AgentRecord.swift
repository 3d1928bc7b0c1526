/// What Finesse knows about an agent's work.
struct AgentRecord: Codable, Hashable, Sendable {
    /// The state that is seen.
    var state = AgentState.logout
    /// The state that the accepted requests lead to.
    var target = AgentState.logout
    /// The extension.
    var phone = ""
    var changedAt: SandboxInstant?
    var reasonCodeId = -1
    /// The phone of a mobile agent.
    var mobile: MobileAgent?
    /// The device that was chosen at the sign-in.
    var deviceId: String?
    /// The state to come when the calls are over.
    var pendingState: AgentState?
    /// The reason for the pending state.
    var pendingReasonCodeId: Int?
    /// The state to go back to when the calls are over; nothing while there are none.
    var resume: AgentState?
    /// What kind of call the agent talks on.
    var talk: TalkKind?
    private var dialogIds: [String]?

    /// The dialogs that the agent is part of, the oldest first.
    var dialogs: [String] {
        get { dialogIds ?? [] }
        set { dialogIds = newValue.isEmpty ? nil : newValue }
    }

    /// Whether the agent is signed in.
    var isSignedIn: Bool { state != .logout }

    /// Takes another state at an instant.
    mutating func enter(_ next: AgentState, reasonCodeId: Int = -1, at now: SandboxInstant) {
        state = next
        target = next
        self.reasonCodeId = reasonCodeId
        changedAt = now
        guard next == .logout else { return }
        (phone, mobile, deviceId, pendingState, pendingReasonCodeId, resume, talk) = ("", nil, nil, nil, nil, nil, nil)
    }
}

/// How a mobile agent is reached.
///
/// Source: Finesse REST guide, "Sign In as a Mobile Agent".
struct MobileAgent: Codable, Hashable, Sendable {
    /// How the phone is kept.
    enum Mode: String, Codable, CaseIterable, Hashable, Sendable {
        case callByCall = "CALL_BY_CALL"
        case nailedConnection = "NAILED_CONNECTION"
    }

    var mode: Mode
    var dialNumber: String
}

/// What kind of call an agent talks on, as queues count them.
enum TalkKind: String, Codable, Hashable, Sendable {
    case inbound
    case outbound
    case `internal`
}

public import FinesseTypes

/// An agent's state and calls at one moment, and what they allow.
///
/// What a state allows is decided here, from the documents; what a call allows the server says itself.
///
/// Source: Finesse REST guide, "User", state transitions of Unified CCE and of Unified CCX; "Dialog", `actions`.
public struct AgentSituation: Hashable, Sendable {
    /// The agent.
    public var user: User
    /// The agent's calls.
    public var dialogs: [Dialog]
    /// The kind of contact centre.
    public var deployment: DeploymentType

    /// Makes a situation from its parts.
    ///
    /// - Parameters:
    ///   - user: The agent, as just read.
    ///   - dialogs: The agent's calls, as just read.
    ///   - deployment: The kind of contact centre.
    public init(user: User, dialogs: [Dialog], deployment: DeploymentType) {
        self.user = user
        self.dialogs = dialogs
        self.deployment = deployment
    }

    /// Everything that is possible now.
    public var allowed: [AgentAction] { AgentAction.allCases.filter(allows) }

    /// Says whether something is possible now.
    ///
    /// - Parameter action: What is to be done.
    /// - Returns: False where the server would refuse it.
    public func allows(_ action: AgentAction) -> Bool {
        switch action {
        case .signIn: !user.state.isSignedIn
        case .ready: readyFrom.contains(user.state)
        case .notReady: notReadyFrom.contains(user.state)
        case .signOut: user.state == .notReady || isExpress && user.state == .ready
        case .dial: (user.state == .notReady || !isExpress && user.state == .ready) && !isInCall
        case .answer, .hold, .retrieve, .consult, .transfer, .conference, .drop, .wrapUp:
            dialog(allowing: action.dialogActions) != nil
        }
    }

    /// The call in which the agent may do something: the one the agent talks in, before any other.
    ///
    /// - Parameters:
    ///   - actions: What is to be done, any one of these.
    ///   - id: The call that is meant; nil for any.
    /// - Returns: The call; nil when none allows it.
    public func dialog(allowing actions: [DialogAction], id: ObjectID<Dialog>? = nil) -> Dialog? {
        let candidates = dialogs.filter { dialog in
            guard id == nil || dialog.id == id, let own = own(in: dialog) else { return false }
            return own.actions.contains(where: actions.contains)
        }
        return candidates.first { own(in: $0)?.state == .active } ?? candidates.first
    }

    /// The agent's own part in a call; nil where the agent has none.
    ///
    /// - Parameter dialog: The call.
    /// - Returns: The participant at the agent's extension.
    public func own(in dialog: Dialog) -> Dialog.Participant? {
        user.phoneExtension.flatMap { dialog.participant(at: $0) }
    }

    private var isExpress: Bool { deployment == .express }

    /// Whether the agent is in a call; on Unified CCX the state does not tell.
    private var isInCall: Bool {
        dialogs.contains { own(in: $0)?.state?.isPresent == true }
    }

    private var readyFrom: Set<AgentState> {
        isExpress ? [.notReady, .work] : [.notReady, .work, .workReady, .reservedOutbound, .talking, .hold]
    }

    /// From a call on the change is pending until it ends; on Unified CCX once in a call.
    private var notReadyFrom: Set<AgentState> {
        guard isExpress else {
            return [
                .notReady, .ready, .work, .workReady, .reservedOutbound, .reservedOutboundPreview, .talking, .hold,
            ]
        }
        let base: Set<AgentState> = [.notReady, .ready, .work, .reservedOutboundPreview]
        return user.pendingState == nil ? base.union([.talking]) : base
    }
}

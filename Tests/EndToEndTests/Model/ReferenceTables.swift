import Finesse
import FinesseTypes

/// What the documents say of agents and calls, written from them and from nothing of ours: what the model is judged by.
struct ReferenceTables {
    let isExpress: Bool

    /// The states that may follow a state.
    ///
    /// The guide calls them typical. Beyond them stands here what it says elsewhere: a READY agent who dials is NOT_READY
    /// first, a phone may ring, and be answered, while its agent does the work after a call, and who comes into a routed call
    /// of Unified CCX by a conference or a barge is TALKING.
    ///
    /// Source: Finesse REST guide, "User: Sign In", the tables of agent state transitions of Unified CCE and of Unified CCX.
    func following(_ state: AgentState) -> Set<AgentState> { (isExpress ? express : enterprise)[state] ?? [] }

    private let enterprise: [AgentState: Set<AgentState>] = [
        .logout: [.login, .notReady], .login: [.notReady], .notReady: [.logout, .notReady, .ready, .talking],
        .ready: [.reserved, .reservedOutbound, .reservedOutboundPreview, .notReady],
        .reserved: [.ready, .talking], .reservedOutbound: [.ready, .notReady, .talking],
        .reservedOutboundPreview: [.ready, .notReady, .talking],
        .talking: [.ready, .notReady, .work, .workReady, .hold],
        .hold: [.ready, .notReady, .work, .workReady, .talking],
        .work: [.ready, .notReady, .talking], .workReady: [.ready, .notReady, .talking],
    ]

    private let express: [AgentState: Set<AgentState>] = [
        .logout: [.login, .notReady], .login: [.notReady], .notReady: [.logout, .notReady, .ready, .talking],
        .ready: [.notReady, .logout, .reserved, .reservedOutboundPreview],
        .reserved: [.ready, .notReady, .talking], .reservedOutboundPreview: [.talking, .ready, .notReady],
        .talking: [.ready, .notReady, .work], .work: [.ready, .notReady],
    ]

    /// The states that an agent without calls may ask for.
    func requests(in state: AgentState) -> Set<AgentState> {
        switch state {
        case .notReady: [.notReady, .ready, .logout]
        case .ready: isExpress ? [.notReady, .logout] : [.notReady]
        case .work, .workReady: [.ready, .notReady]
        default: []
        }
    }

    /// Whether a supervisor may ask for a state of somebody else; nothing where the documents don't say.
    ///
    /// Source: Finesse REST guide, "User: Change Agent State", the rules for supervisors.
    func mayBeAsked(for wanted: AgentState, bySupervisorIn state: AgentState) -> Bool? {
        switch wanted {
        case .logout: state != .logout
        case .notReady: [.ready, .work, .workReady].contains(state)
        default: nil
        }
    }

    /// The states in which a supervisor may listen to an agent who talks.
    ///
    /// Source: Finesse REST guide, "Dialog: Make a Silent Monitor Call".
    func mayBeMonitored(in state: AgentState) -> Bool { state == .talking || (isExpress && state == .notReady) }
}

extension ReferenceTables {
    /// The places in a call that may follow a place; nothing stands for no place at all.
    ///
    /// Source: Finesse REST guide, "CTI Event Mappings for Dialog State".
    static func following(_ state: ParticipantState?) -> Set<ParticipantState?> {
        switch state {
        // A caller begins, a phone rings, and who comes in by a transfer, a conference or to listen is there at once.
        case nil: [.initiating, .alerting, .active, .held]
        case .initiating: [.initiated]
        case .initiated: [.active, .failed, .dropped]
        case .alerting: [.active, .dropped]
        case .active: [.held, .dropped, .wrapUp]
        case .held: [.active, .dropped, .wrapUp]
        case .failed, .wrapUp: [.dropped]
        case .dropped: [nil]
        default: []
        }
    }

    /// What may be offered to somebody who takes part in a call.
    ///
    /// Source: Finesse REST guide, "Dialog: Participant states" and "Actions", with what a running system offers besides.
    func actions(_ state: ParticipantState?) -> Set<DialogAction> {
        switch state {
        case .initiating, .initiated: return [.drop, .updateCallData]
        case .alerting: return [.answer]
        case .active:
            let all: Set<DialogAction> = [
                .hold, .drop, .updateCallData, .consultCall, .singleStepTransfer, .sendDTMF, .bargeCall,
            ]
            return isExpress ? all.union([.startRecording]) : all
        case .held: return [.retrieve, .drop, .updateCallData, .transfer, .conference]
        case .failed: return [.drop]
        case .wrapUp: return [.updateCallData]
        default: return []
        }
    }

    /// The state of an agent with such calls; nothing where they leave it as it is.
    ///
    /// Source: Finesse REST guide, "User", the states: hold is Unified CCE's, and Unified CCX is NOT_READY on what it did not
    /// route.
    func states(with calls: some Collection<ParticipantState?>) -> Set<AgentState>? {
        let isTalking = !Set(calls).isDisjoint(with: [.initiating, .initiated, .active, .failed])
        guard isTalking || calls.contains(.held) else { return nil }
        if isExpress { return [.talking, .notReady] }
        return isTalking ? [.talking] : [.hold]
    }
}

/// The state of an agent.
///
/// Source: Finesse REST guide, "User API parameters".
enum AgentState: String, Codable, CaseIterable, Hashable, Sendable {
    case logout = "LOGOUT"
    case notReady = "NOT_READY"
    case ready = "READY"
    case reserved = "RESERVED"
    case reservedOutbound = "RESERVED_OUTBOUND"
    case reservedOutboundPreview = "RESERVED_OUTBOUND_PREVIEW"
    case talking = "TALKING"
    case hold = "HOLD"
    case work = "WORK"
    case workReady = "WORK_READY"
    case unknown = "UNKNOWN"

    /// Whether it is one of the two states after a call.
    var isWork: Bool { self == .work || self == .workReady }

    /// Whether an agent may ask for it.
    var isSettable: Bool { [.ready, .notReady, .logout].contains(self) }
}

/// One line of the tables of agents' states.
struct AgentTransition: Hashable, Sendable {
    /// What brings it about.
    enum Cause: String, Hashable, Sendable {
        /// The agent signs in.
        case signIn
        /// The agent asks for it.
        case request
        /// The agent asks for it, and it takes place when the call or the reservation is over.
        case pendingRequest
        /// The agent places a call.
        case placesCall
        /// A call comes in, or a reservation.
        case arrives
        /// A call is not answered, or a reservation is closed.
        case notAnswered
        /// A call is answered, or connected to the reserved agent.
        case answered
        /// A call is put on hold.
        case held
        /// A call is taken back.
        case retrieved
        /// The last call ends.
        case callEnded
        /// The time for the work after a call is over.
        case timer
    }

    var from: AgentState
    var to: AgentState
    var cause: Cause

    init(_ from: AgentState, _ to: AgentState, _ cause: Cause) {
        self.from = from
        self.to = to
        self.cause = cause
    }
}

extension AgentTransition {
    /// Every transition of a product.
    static func all(_ deployment: SandboxDeployment) -> Set<AgentTransition> { deployment == .ucce ? ucce : uccx }

    /// Source: Finesse REST guide, "Change Agent State", the tables of Unified CCE.
    static let ucce: Set<AgentTransition> =
        Set<AgentTransition>([
            AgentTransition(.logout, .notReady, .signIn),
            AgentTransition(.notReady, .logout, .request), AgentTransition(.notReady, .notReady, .request),
            AgentTransition(.notReady, .ready, .request), AgentTransition(.notReady, .talking, .placesCall),
            AgentTransition(.notReady, .talking, .answered),
            AgentTransition(.ready, .reserved, .arrives), AgentTransition(.ready, .reservedOutbound, .arrives),
            AgentTransition(.ready, .reservedOutboundPreview, .arrives),
            AgentTransition(.ready, .notReady, .request), AgentTransition(.ready, .notReady, .placesCall),
            AgentTransition(.reserved, .ready, .notAnswered), AgentTransition(.reserved, .talking, .answered),
            AgentTransition(.reservedOutbound, .ready, .request),
            AgentTransition(.reservedOutbound, .notReady, .request),
            AgentTransition(.reservedOutbound, .ready, .notAnswered),
            AgentTransition(.reservedOutbound, .talking, .answered),
            AgentTransition(.reservedOutboundPreview, .ready, .notAnswered),
            AgentTransition(.reservedOutboundPreview, .notReady, .pendingRequest),
            AgentTransition(.reservedOutboundPreview, .notReady, .notAnswered),
            AgentTransition(.reservedOutboundPreview, .talking, .answered),
            AgentTransition(.talking, .hold, .held), AgentTransition(.hold, .talking, .retrieved),
            AgentTransition(.talking, .ready, .pendingRequest), AgentTransition(.talking, .notReady, .pendingRequest),
            AgentTransition(.hold, .ready, .pendingRequest), AgentTransition(.hold, .notReady, .pendingRequest),
        ]).union(
            [AgentState.talking, .hold].flatMap { from in
                [AgentState.ready, .notReady, .work, .workReady].map { AgentTransition(from, $0, .callEnded) }
            }
        ).union(afterCall)
        .union([
            AgentTransition(.workReady, .ready, .request), AgentTransition(.workReady, .ready, .timer),
            AgentTransition(.workReady, .notReady, .request),
        ])

    /// What Unified CCX adds to the guide's table for a call that is routed to an agent is inferred from that of Unified CCE.
    ///
    /// Source: Finesse REST guide, "Change Agent State", the table of Unified CCX.
    static let uccx: Set<AgentTransition> =
        Set<AgentTransition>([
            AgentTransition(.logout, .notReady, .signIn),
            AgentTransition(.notReady, .logout, .request), AgentTransition(.notReady, .notReady, .request),
            AgentTransition(.notReady, .ready, .request),
            AgentTransition(.ready, .notReady, .request), AgentTransition(.ready, .logout, .request),
            AgentTransition(.ready, .notReady, .answered),
            AgentTransition(.ready, .reserved, .arrives), AgentTransition(.ready, .reservedOutbound, .arrives),
            AgentTransition(.ready, .reservedOutboundPreview, .arrives),
            AgentTransition(.reserved, .ready, .notAnswered), AgentTransition(.reserved, .talking, .answered),
            AgentTransition(.reserved, .notReady, .answered),
            AgentTransition(.reservedOutbound, .ready, .notAnswered),
            AgentTransition(.reservedOutbound, .talking, .answered),
            AgentTransition(.reservedOutboundPreview, .ready, .notAnswered),
            AgentTransition(.reservedOutboundPreview, .notReady, .pendingRequest),
            AgentTransition(.reservedOutboundPreview, .notReady, .notAnswered),
            AgentTransition(.reservedOutboundPreview, .talking, .answered),
            AgentTransition(.talking, .notReady, .pendingRequest), AgentTransition(.talking, .ready, .callEnded),
            AgentTransition(.talking, .notReady, .callEnded), AgentTransition(.talking, .work, .callEnded),
            AgentTransition(.notReady, .ready, .callEnded),
        ]).union(afterCall)
        .union([AgentTransition(.work, .ready, .timer)])

    private static let afterCall: Set<AgentTransition> = [
        AgentTransition(.work, .ready, .request), AgentTransition(.work, .notReady, .request),
        AgentTransition(.work, .notReady, .timer),
    ]

    /// What a supervisor may ask for, from which states.
    ///
    /// Source: Finesse REST guide, "Change Agent State", the rules for supervisors; that READY is reached from where the
    /// agent reaches it is inferred.
    static func supervised(to state: AgentState) -> Set<AgentState> {
        switch state {
        case .logout:
            [
                .ready, .notReady, .reserved, .reservedOutbound, .reservedOutboundPreview, .talking, .hold, .work,
                .workReady,
            ]
        case .notReady: [.ready, .work, .workReady]
        case .ready: [.notReady, .work, .workReady]
        default: []
        }
    }
}

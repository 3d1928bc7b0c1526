/// A call, as Finesse shows it.
///
/// Source: Finesse REST guide, "Dialog".
struct DialogRecord: Codable, Hashable, Sendable {
    /// What it is for.
    enum Kind: String, Codable, Hashable, Sendable {
        /// A call.
        case call
        /// A call beside another one, to ask somebody.
        case consult
        /// A supervisor listens.
        case monitor
        /// An agent is shown whom a campaign will call.
        case preview
    }

    var id: String
    var secondaryId: String?
    /// The dialog that a consult call or a supervisor's belongs to.
    var associatedId: String?
    var kind = Kind.call
    var from: String
    var to: String
    var dialedNumber: String
    var callType: String
    /// The queue that it came through.
    var queueId: String?
    var variables: [CallVariable] = []
    var wrapUpReason = ""
    var wrapUpItems: [String] = []
    var participants: [Participant] = []
    /// The party that may add others, once there are more than two.
    var controller: String?
    var callback: ScheduledCallback?
    /// Whether it is recorded.
    var isRecorded = false
    /// The campaign behind it, if any.
    var campaign: CampaignCall?
    /// How long a simulated caller talks, in milliseconds; 0 for ever.
    var handleTime: Int64 = 0
    /// The waiting caller that it is about.
    var callerKey: String?

    /// A place in a call.
    struct Participant: Codable, Hashable, Sendable {
        var address: String
        /// The agent whose device it is; nothing for other phones.
        var loginId: String?
        var state: ParticipantState
        var cause: String?
        var startedAt: SandboxInstant
        var changedAt: SandboxInstant
        /// Whether it placed the call.
        var isInitiator = false
        /// Whether it ever talked.
        var hasTalked = false
        /// Whether it listens only, or is listened to: nothing can be done with it then.
        var isSilent = false
        /// Whether the agent's list of dialogs has the call.
        var isListed = false

        init(
            _ address: String,
            _ loginId: String?,
            _ state: ParticipantState,
            isInitiator: Bool = false,
            at now: SandboxInstant
        ) {
            self.address = address
            self.loginId = loginId
            self.state = state
            self.isInitiator = isInitiator
            startedAt = now
            changedAt = now
            isListed = loginId != nil
            hasTalked = state == .active
        }

        /// Takes another state.
        mutating func enter(_ next: ParticipantState, cause: String? = nil, at now: SandboxInstant) {
            state = next
            self.cause = cause
            changedAt = now
            if next == .active { hasTalked = true }
        }
    }
}

/// The state of a place in a call.
///
/// Source: Finesse REST guide, "State (Participant) Parameter Values".
enum ParticipantState: String, Codable, CaseIterable, Hashable, Sendable {
    case initiating = "INITIATING"
    case initiated = "INITIATED"
    case alerting = "ALERTING"
    case active = "ACTIVE"
    case failed = "FAILED"
    case held = "HELD"
    case dropped = "DROPPED"
    case wrapUp = "WRAP_UP"
    case accepted = "ACCEPTED"

    /// Whether the party is still there.
    var isLive: Bool { self != .dropped && self != .wrapUp }
    /// Whether the party takes part in the talk.
    var isConnected: Bool { self == .active || self == .held }
}

/// A name and a value that go with a call.
struct CallVariable: Codable, Hashable, Sendable {
    var name: String
    var value: String
}

/// When and where a customer wants to be called back.
struct ScheduledCallback: Codable, Hashable, Sendable {
    var time = ""
    var number = ""
}

/// What a campaign knows of a call.
///
/// Source: Finesse REST guide, "Outbound call types and BAStatus".
struct CampaignCall: Codable, Hashable, Sendable {
    /// How the campaign dials.
    enum Mode: String, Codable, CaseIterable, Hashable, Sendable {
        case progressive
        case predictive
        case preview
        case directPreview

        /// `callType` and `BAStatus` of the reservation; nothing where there is none to be seen.
        var reservation: (callType: String, status: String)? {
            switch self {
            case .progressive, .predictive: nil
            case .preview: ("OUTBOUND_PREVIEW", "PREVIEW_OUTBOUND_RESERVATION")
            case .directPreview: ("OUTBOUND_DIRECT_PREVIEW", "DIRECT_PREVIEW_OUTBOUND_RESERVATION")
            }
        }

        /// `BAStatus` of the customer's call.
        var status: String {
            switch self {
            case .progressive: "PROGRESSIVE_OUTBOUND"
            case .predictive: "PREDICTIVE_OUTBOUND"
            case .preview: "PREVIEW_OUTBOUND"
            case .directPreview: "DIRECT_PREVIEW_OUTBOUND"
            }
        }
    }

    var mode: Mode
    /// The customer's number.
    var customer: String
    /// What reclassifying said of the number.
    var response = ""
}

extension DialogRecord {
    /// The state of the whole.
    ///
    /// Source: Finesse REST guide, "State (Dialog) Parameter Values".
    var state: String {
        let states = Set(participants.map(\.state))
        for state in [ParticipantState.failed, .accepted] where states.contains(state) { return state.rawValue }
        if states.contains(where: \.isConnected) { return ParticipantState.active.rawValue }
        for state in [ParticipantState.alerting, .initiated, .initiating] where states.contains(state) {
            return state.rawValue
        }
        return ParticipantState.dropped.rawValue
    }

    /// The live place of a phone.
    func participant(_ address: String) -> Participant? {
        participants.last { $0.address == address && $0.state.isLive } ?? participants.last { $0.address == address }
    }

    /// Whether it came through a queue or a campaign.
    var isRouted: Bool { queueId != nil || campaign != nil }

    /// The places of those who are still there and can be heard.
    var live: [Participant] { participants.filter { $0.state.isLive && !$0.isSilent } }

    /// Whether it has more than two parties.
    var isConference: Bool { live.count > 2 }

    /// Whether nobody's list has it any more.
    var isOver: Bool { !participants.contains(where: \.isListed) }

    /// Changes the place of a phone.
    mutating func change(_ address: String, _ change: (inout Participant) -> Void) {
        let index =
            participants.lastIndex { $0.address == address && $0.state.isLive }
            ?? participants.lastIndex { $0.address == address }
        guard let index else { return }
        change(&participants[index])
    }
}

/// The contact centre's queues, callers, phones and rules.
public struct SandboxContactCentre: Hashable, Sendable {
    /// Who may drop a party from a conference.
    public enum ParticipantDropper: String, CaseIterable, Hashable, Sendable {
        /// A supervisor of one of the agents in it.
        case supervisorOnly = "supervisor_only"
        /// The one who made the conference, too.
        case controllerAndSupervisor = "conference_controller_and_supervisor"
        /// Everybody in it, too.
        case all
    }

    /// The queues.
    public var queues: [SandboxQueue] = SandboxQueue.builtIn
    /// The simulated callers.
    public var callers = SandboxCallers()
    /// How long a call rings at an agent before it goes back to its queue.
    public var ringTime: Duration = .seconds(15)
    /// How long a phone outside rings before somebody answers.
    public var answerDelay: Duration = .seconds(3)
    /// Phones outside that are busy.
    public var busyNumbers: [String] = ["5550100"]
    /// Phones that there are not; neither are those whose number has anything but digits and a plus.
    public var unknownNumbers: [String] = ["5550199"]
    /// Extensions that somebody else uses.
    public var busyDevices: [String] = []
    /// Extensions that no agent can sign in at.
    public var invalidDevices: [String] = []
    /// Whether agents may sign in as mobile agents.
    public var allowsMobileAgents = true
    /// Whether a reason must be given where there are reason codes, as the product asks for it.
    public var requiresReasonCodes = false
    /// How many parties a conference has at most.
    public var conferenceLimit = 8
    /// Who may drop a party from a conference.
    public var enableDropParticipantFor: ParticipantDropper = .supervisorOnly

    /// Creates the default contact centre: nobody calls on his own.
    public init() {}
}

/// A queue, which the agents of some teams serve.
public struct SandboxQueue: Hashable, Sendable {
    /// The id.
    public var id: String
    /// The name.
    public var name: String
    /// The number that callers dial.
    public var number: String
    /// The ids of the teams whose agents serve it.
    public var teams: [String]

    /// Creates a queue.
    ///
    /// - Parameters:
    ///   - id: The id.
    ///   - name: The name.
    ///   - number: The number that callers dial.
    ///   - teams: The ids of the teams whose agents serve it.
    public init(id: String, name: String, number: String, teams: [String]) {
        self.id = id
        self.name = name
        self.number = number
        self.teams = teams
    }

    /// The queues that a sandbox has without configuration.
    public static let builtIn: [SandboxQueue] = [
        SandboxQueue(id: "10", name: "Sales", number: "8000", teams: ["5000"]),
        SandboxQueue(id: "11", name: "Support", number: "8001", teams: ["5000", "5010"]),
        SandboxQueue(id: "12", name: "Unassigned", number: "8002", teams: []),
        SandboxQueue(id: "20", name: "Returns", number: "8010", teams: ["5010"]),
    ]
}

/// The simulated callers.
public struct SandboxCallers: Hashable, Sendable {
    /// The mean span between two callers, with an exponential distribution; zero when nobody calls on his own.
    public var interval: Duration = .zero
    /// The mean span after which a caller who waits gives up, with an exponential distribution; zero for never.
    public var patience: Duration = .seconds(120)
    /// The mean span after which a caller who talks hangs up, half as long up to half as long again; zero for never.
    public var handleTime: Duration = .seconds(180)
    /// What the spans are drawn from: the same seed gives the same callers.
    public var seed = 1

    /// Creates the default: nobody calls on his own.
    public init() {}
}

/// Whether an agent has work to do after a call.
///
/// Source: Finesse REST guide, "User API parameters"; the fourth word is the JavaScript library's.
public enum SandboxWrapUp: String, CaseIterable, Hashable, Sendable {
    /// After a call that came through a queue or a campaign.
    case optional = "OPTIONAL"
    /// Never.
    case notAllowed = "NOT_ALLOWED"
    /// After every call.
    case required = "REQUIRED"
    /// After every call, and with a reason.
    case requiredWithData = "REQUIRED_WITH_WRAP_UP_DATA"
}

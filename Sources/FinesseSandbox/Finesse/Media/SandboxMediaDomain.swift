/// A media routing domain: a channel besides voice, on which tasks reach agents.
public struct SandboxMediaDomain: Hashable, Sendable {
    /// The id; `1` is voice and no domain of this kind.
    public var id: String
    /// The name.
    public var name: String
    /// What it is for.
    public var description: String
    /// Whether its tasks give way to those of another domain.
    public var interruptible: Bool
    /// The kind of channel, in Finesse's words of 12.6(2).
    public var channel: String
    /// The ids of the teams whose agents work in it; empty for every team.
    public var teams: [String]
    /// How long a task is offered before it goes to somebody else.
    public var startTimeout: Duration
    /// How many agents may be signed in; nothing for any number.
    public var agentLimit: Int?
    /// Whether it is in the application path, without which nobody signs in.
    public var isInApplicationPath: Bool
    /// Whether the central controller serves it.
    public var isOnline: Bool
    /// What the Customer Collaboration Platform answers when a task is to be offered anew, 400 to 599; nothing where it does so.
    public var resubmissionStatus: Int?

    /// Creates a media routing domain.
    ///
    /// - Parameters:
    ///   - id: The id.
    ///   - name: The name.
    ///   - description: What it is for.
    ///   - interruptible: Whether its tasks give way to those of another domain.
    ///   - channel: The kind of channel.
    ///   - teams: The ids of the teams whose agents work in it; empty for every team.
    ///   - startTimeout: How long a task is offered before it goes to somebody else.
    ///   - agentLimit: How many agents may be signed in; nothing for any number.
    ///   - isInApplicationPath: Whether it is in the application path.
    ///   - isOnline: Whether the central controller serves it.
    ///   - resubmissionStatus: What the Customer Collaboration Platform answers when a task is to be offered anew; nothing
    ///     where it does so.
    public init(
        id: String,
        name: String,
        description: String = "",
        interruptible: Bool = false,
        channel: String = "CHAT",
        teams: [String] = [],
        startTimeout: Duration = .seconds(30),
        agentLimit: Int? = nil,
        isInApplicationPath: Bool = true,
        isOnline: Bool = true,
        resubmissionStatus: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.interruptible = interruptible
        self.channel = channel
        self.teams = teams
        self.startTimeout = startTimeout
        self.agentLimit = agentLimit
        self.isInApplicationPath = isInApplicationPath
        self.isOnline = isOnline
        self.resubmissionStatus = resubmissionStatus
    }

    /// The media routing domains that a sandbox has without configuration.
    public static let builtIn: [SandboxMediaDomain] = [
        SandboxMediaDomain(id: "5000", name: "Cisco_Chat_MRD", description: "Chat with customers"),
        SandboxMediaDomain(
            id: "5001",
            name: "Cisco_Email_MRD",
            description: "Mail of customers",
            interruptible: true,
            channel: "EMAIL"
        ),
    ]
}

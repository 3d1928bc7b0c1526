public import WebAgentScripting

/// How many page hosts there are in processes of their own, and within which bounds each of them lives.
public struct ProcessPageHostSettings: Hashable, Sendable {
    /// How many hosts there are at once; each serves one agent at a time, further agents wait their turn.
    public var maximumHosts = 4

    /// How many hosts wait for the next agent when nobody needs them.
    public var warmHosts = 1

    /// After how many pages a host is replaced by a new one.
    public var pagesPerHost = 100

    /// Whether a host that has served one agent may serve another.
    ///
    /// No page, script or storage of the first is left in it then; without this every agent gets a process that nobody has used.
    public var reusesHosts = true

    /// The bound on a host's memory, in bytes, on top of what its engine has taken when it is ready.
    public var memory: UInt64 = 512 << 20

    /// The bound on a host's processor time over its life, in seconds.
    public var processorSeconds: UInt32 = 120

    /// How long a host may take to be ready.
    public var startBound: Duration = .seconds(10)

    /// How long an agent waits for its turn.
    public var turnBound: Duration = .seconds(60)

    /// The walls a host must have; one that stands without them is not used.
    public var requiredWalls: PageHostWalls = Self.usualWalls

    /// Makes the usual settings.
    public init() {}

    /// Every wall the system can have without a kernel that knows Landlock.
    public static var usualWalls: PageHostWalls {
        #if os(Linux)
        [
            .memory, .processorTime, .noCore, .noFileGrowth, .noNewPrivileges, .notDumpable, .endsWithParent,
            .closedDescriptors, .systemCalls,
        ]
        #else
        [.processorTime, .noCore, .noFileGrowth]
        #endif
    }
}

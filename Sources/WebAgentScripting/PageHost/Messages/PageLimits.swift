/// The bounds a page host keeps for one page.
public struct PageLimits: Sendable, Hashable {
    /// How long one task (a script, a listener, a timer) may run, in milliseconds, before it is ended.
    public var taskMilliseconds: Int
    /// How much processor time all scripts of the page may use together, in milliseconds.
    public var scriptMilliseconds: Int
    /// How many tasks (timers, requests, load events) the page may run altogether.
    public var tasks: Int
    /// How many timers may wait at once.
    public var timers: Int
    /// How many nodes the page may have made, by its text or its scripts.
    public var nodes: Int
    /// How many wishes a page may send in one order; what is beyond is dropped and counted in the report.
    public var wishesPerOrder: Int
    /// How many frames the page may have at once, those in its frames included.
    public var frames: Int
    /// How deep frames may sit in frames.
    public var frameDepth: Int

    /// Creates the bounds.
    ///
    /// - Parameters:
    ///   - taskMilliseconds: The bound on one task.
    ///   - scriptMilliseconds: The bound on all scripts together.
    ///   - tasks: The bound on the number of tasks.
    ///   - timers: The bound on waiting timers.
    ///   - nodes: The bound on nodes.
    ///   - wishesPerOrder: The bound on wishes in one order.
    ///   - frames: The bound on frames.
    ///   - frameDepth: The bound on frames in frames.
    public init(
        taskMilliseconds: Int = 5_000,
        scriptMilliseconds: Int = 20_000,
        tasks: Int = 20_000,
        timers: Int = 10_000,
        nodes: Int = 2_000_000,
        wishesPerOrder: Int = 10_000,
        frames: Int = 100,
        frameDepth: Int = 8
    ) {
        self.taskMilliseconds = taskMilliseconds
        self.scriptMilliseconds = scriptMilliseconds
        self.tasks = tasks
        self.timers = timers
        self.nodes = nodes
        self.wishesPerOrder = wishesPerOrder
        self.frames = frames
        self.frameDepth = frameDepth
    }
}

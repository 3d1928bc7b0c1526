/// What became of the callers so far.
public struct SandboxCentreCounts: Hashable, Sendable {
    /// How many calls came to the queues.
    public var offered: Int
    /// How many of them an agent answered.
    public var answered: Int
    /// How many callers gave up before.
    public var abandoned: Int
}

extension FinesseSandbox {
    /// Counts what became of the callers so far.
    ///
    /// - Returns: The counts since the sandbox's start or its last reset.
    public func contactCentreCounts() async -> SandboxCentreCounts {
        let counters = await world.counters
        return SandboxCentreCounts(
            offered: counters.offered,
            answered: counters.answered,
            abandoned: counters.abandoned
        )
    }
}

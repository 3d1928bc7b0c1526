/// What the reverse proxy in front of a node has counted: a bucket that each request fills and that runs out by one a second.
///
/// Source: Cisco Finesse 15.0 reverse proxy guide, "Security": a burst for the addresses of single sign-on, 429 beyond it,
/// and 418 for about half an hour for who goes on.
struct ProxyCount: Codable, Hashable, Sendable {
    /// What becomes of a request.
    enum Verdict: Hashable, Sendable {
        case passes
        case tooMany
        case blocked
    }

    /// How long a client stays blocked.
    static let blockLifetime = Duration.seconds(1800)

    /// How full the bucket is, in thousandths of a request.
    private var level: Int64 = 0
    private var countedAt: SandboxInstant
    private var refused = 0
    private var blockedUntil: SandboxInstant?

    init(at now: SandboxInstant) {
        countedAt = now
    }

    /// Counts a request.
    ///
    /// - Parameters:
    ///   - burst: How many fit into the bucket.
    ///   - blocksAfter: After how many refused ones in a row the client is blocked; 0 for never.
    ///   - now: The time of the request.
    /// - Returns: What becomes of it.
    mutating func count(burst: Int, blocksAfter: Int, now: SandboxInstant) -> Verdict {
        if let blockedUntil, now < blockedUntil { return .blocked }
        blockedUntil = nil
        level = max(0, level - max(0, now.milliseconds - countedAt.milliseconds))
        countedAt = now
        guard level + 1000 <= Int64(burst) * 1000 else {
            refused += 1
            guard blocksAfter > 0, refused >= blocksAfter else { return .tooMany }
            refused = 0
            blockedUntil = now.advanced(by: Self.blockLifetime)
            return .blocked
        }
        level += 1000
        refused = 0
        return .passes
    }
}

extension SandboxWorld {
    /// Counts a request for single sign-on at the reverse proxy of a node, which has a burst set.
    func countSignOnRequest(at node: Int) -> ProxyCount.Verdict {
        let settings = configuration.desktop
        var count = state.proxyCounts.value(String(node), now: clock.now) ?? ProxyCount(at: clock.now)
        let verdict = count.count(burst: settings.requestBurst, blocksAfter: settings.blocksAfter, now: clock.now)
        state.proxyCounts.set(String(node), count, now: clock.now)
        return verdict
    }
}

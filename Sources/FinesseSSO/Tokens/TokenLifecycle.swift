/// Where an access token stands between its arrival and its end: pure, without a clock.
///
/// Source: "Single Sign-On: Refresh Existing Access Token" (refresh after 75 % of the life).
public struct TokenLifecycle: Hashable, Sendable {
    /// Where a token stands.
    public enum Phase: Hashable, Sendable {
        /// To be used as it is.
        case fresh
        /// Still valid; a refresh should be done now.
        case refreshDue
        /// No longer valid.
        case expired
    }

    /// When the token arrived.
    public var receivedAt: WallTime
    /// The same moment on the clock that nobody can set, where there is one.
    public var receivedSinceBoot: BootTime?
    /// How long it lives, from its arrival on.
    public var life: Duration

    /// The part of the life, in percent, after which a refresh is due.
    public static let refreshPercent = 75

    /// Takes what a set of tokens says of time.
    ///
    /// - Parameter tokens: The tokens.
    public init(_ tokens: TokenSet) {
        receivedAt = tokens.receivedAt
        receivedSinceBoot = tokens.receivedSinceBoot
        life = tokens.life
    }

    /// The age at which a refresh is due.
    public var refreshAge: Duration { life * Self.refreshPercent / 100 }

    /// How old the token is: by the clock on which it is older, so that the earlier end wins.
    ///
    /// The wall clock may have been set, and the other one knows nothing of the time before the machine was started.
    ///
    /// - Parameter now: The time.
    /// - Returns: The age; nil when the token is from the future and only the wall clock is there to tell.
    public func age(at now: ClockReading) -> Duration? {
        let byWall = now.wall.since(receivedAt)
        let byBoot = receivedSinceBoot.flatMap { now.boot?.since($0) }
        if let byBoot { return max(byBoot, byWall) }
        return byWall < .zero ? nil : byWall
    }

    /// Says where the token stands.
    ///
    /// A token from the future means that the clock was set back, so its age is not known: a refresh is due.
    ///
    /// - Parameter now: The time.
    /// - Returns: Its phase.
    public func phase(at now: ClockReading) -> Phase {
        guard let age = age(at: now) else { return .refreshDue }
        if age >= life { return .expired }
        return age >= refreshAge ? .refreshDue : .fresh
    }

    /// Says where the token stands by the wall clock alone, see ``phase(at:)-(ClockReading)``.
    ///
    /// - Parameter now: The time.
    /// - Returns: Its phase.
    public func phase(at now: WallTime) -> Phase { phase(at: ClockReading(wall: now, boot: nil)) }
}

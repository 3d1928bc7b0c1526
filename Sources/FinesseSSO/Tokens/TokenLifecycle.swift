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
    /// How long it lives, from its arrival on.
    public var life: Duration

    /// The part of the life, in percent, after which a refresh is due.
    public static let refreshPercent = 75

    /// Takes what a set of tokens says of time.
    ///
    /// - Parameter tokens: The tokens.
    public init(_ tokens: TokenSet) {
        receivedAt = tokens.receivedAt
        life = tokens.life
    }

    /// The age at which a refresh is due.
    public var refreshAge: Duration { life * Self.refreshPercent / 100 }

    /// Says where the token stands.
    ///
    /// A token from the future means that the clock was set back, so its age is not known: a refresh is due.
    ///
    /// - Parameter now: The time.
    /// - Returns: Its phase.
    public func phase(at now: WallTime) -> Phase {
        let age = now.since(receivedAt)
        if age < .zero { return .refreshDue }
        if age >= life { return .expired }
        return age >= refreshAge ? .refreshDue : .fresh
    }
}

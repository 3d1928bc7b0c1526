public import FinesseTypes

/// The tokens of one signed-in user, and when they came.
public struct TokenSet: Hashable, Sendable {
    /// The access token.
    public var accessToken: AccessToken
    /// The refresh token, if there is one.
    public var refreshToken: RefreshToken?
    /// When the access token arrived, by this machine's clock.
    public var receivedAt: WallTime
    /// The same moment on the clock that nobody can set, where there is one.
    public var receivedSinceBoot: BootTime?
    /// How long the access token lives, from its arrival on.
    public var life: Duration
    /// Whose tokens they are.
    public var identity: TokenIdentity

    /// Makes a set from its parts.
    ///
    /// - Parameters:
    ///   - accessToken: The access token.
    ///   - refreshToken: The refresh token, if there is one.
    ///   - receivedAt: When the access token arrived.
    ///   - receivedSinceBoot: The same moment on the clock that nobody can set.
    ///   - life: How long it lives.
    ///   - identity: Whose tokens they are.
    public init(
        accessToken: AccessToken,
        refreshToken: RefreshToken?,
        receivedAt: WallTime,
        receivedSinceBoot: BootTime? = nil,
        life: Duration,
        identity: TokenIdentity
    ) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.receivedAt = receivedAt
        self.receivedSinceBoot = receivedSinceBoot
        self.life = life
        self.identity = identity
    }

    /// Takes the tokens of a sign-in's answer.
    ///
    /// - Parameters:
    ///   - answer: The answer.
    ///   - receivedAt: When it arrived.
    ///   - receivedSinceBoot: The same moment on the clock that nobody can set.
    public init(_ answer: TokenAnswer, receivedAt: WallTime, receivedSinceBoot: BootTime? = nil) {
        self.init(
            accessToken: answer.accessToken,
            refreshToken: answer.refreshToken,
            receivedAt: receivedAt,
            receivedSinceBoot: receivedSinceBoot,
            life: answer.life,
            identity: answer.identity
        )
    }

    /// Takes the answer of a refresh: an answer without a refresh token keeps the old one.
    ///
    /// - Parameters:
    ///   - answer: The answer.
    ///   - receivedAt: When it arrived.
    ///   - receivedSinceBoot: The same moment on the clock that nobody can set.
    /// - Returns: The new set; this one is as it was.
    ///
    /// Source: "Client Integration", step 7, whose sample has no `refresh_token`.
    public func renewed(
        by answer: TokenAnswer,
        receivedAt: WallTime,
        receivedSinceBoot: BootTime? = nil
    ) -> TokenSet {
        TokenSet(
            accessToken: answer.accessToken,
            refreshToken: answer.refreshToken ?? refreshToken,
            receivedAt: receivedAt,
            receivedSinceBoot: receivedSinceBoot,
            life: answer.life,
            identity: answer.identity.userID == nil ? identity : answer.identity
        )
    }

    /// When the access token ends, by this machine's clock.
    public var expiresAt: WallTime {
        WallTime(milliseconds: receivedAt.milliseconds + life.components.seconds * 1000)
    }
}

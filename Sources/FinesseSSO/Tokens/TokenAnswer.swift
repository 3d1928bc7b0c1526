public import FinesseTypes

/// The JSON that a sign-in or a refresh ends with.
///
/// Source: "Client Integration", steps 4 and 7; "Single Sign-On: Fetch Access Token".
public struct TokenAnswer: Hashable, Sendable {
    /// The access token (wire name `token`).
    public var accessToken: AccessToken
    /// The refresh token; absent when it was not asked for, and in many answers to a refresh (wire name `refresh_token`).
    public var refreshToken: RefreshToken?
    /// How long the access token lives, from its arrival on (wire name `expires_in`, in seconds).
    public var life: Duration
    /// Whose token it is.
    public var identity: TokenIdentity

    /// Makes an answer from its parts.
    ///
    /// - Parameters:
    ///   - accessToken: The access token.
    ///   - refreshToken: The refresh token, if one was given.
    ///   - life: How long the access token lives.
    ///   - identity: Whose token it is.
    public init(
        accessToken: AccessToken,
        refreshToken: RefreshToken?,
        life: Duration,
        identity: TokenIdentity
    ) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.life = life
        self.identity = identity
    }
}

/// Whose token it is, in the words of the answer; all three are added because `return_user=yes` asks for them.
///
/// Source: "Client Integration", step 4.
public struct TokenIdentity: Hashable, Sendable {
    /// A login name or a login id (wire name `user_id`).
    public var userID: String?
    /// Wire name: `realm`.
    public var realm: String?
    /// The name with its realm (wire name `user_principal`).
    public var principal: String?

    /// Makes an identity from its parts.
    ///
    /// - Parameters:
    ///   - userID: `user_id`.
    ///   - realm: `realm`.
    ///   - principal: `user_principal`.
    public init(userID: String?, realm: String? = nil, principal: String? = nil) {
        self.userID = userID
        self.realm = realm
        self.principal = principal
    }
}

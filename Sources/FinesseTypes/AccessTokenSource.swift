/// Whoever has an access token to give: a sign-in just done, a stored one, a keeper that refreshes.
public protocol AccessTokenSource: Sendable {
    /// Gives the token to send now.
    ///
    /// - Returns: A token that is believed to be valid.
    /// - Throws: ``AccessTokenUnavailable`` when there is none and none can be had.
    func accessToken() async throws(AccessTokenUnavailable) -> AccessToken

    /// Gives another token after the server has refused one.
    ///
    /// - Parameter refused: The token that was answered with 401.
    /// - Returns: A different token, to be tried once; nil when there is no other.
    /// - Throws: ``AccessTokenUnavailable`` when the attempt to get another one failed.
    func replacement(for refused: AccessToken) async throws(AccessTokenUnavailable) -> AccessToken?
}

extension AccessTokenSource {
    /// Gives none: a source that cannot refresh has no other token.
    ///
    /// - Parameter refused: The token that was answered with 401.
    /// - Returns: Always nil.
    /// - Throws: Nothing here; a source that refreshes may.
    public func replacement(for refused: AccessToken) async throws(AccessTokenUnavailable) -> AccessToken? { nil }
}

/// Why a source has no access token.
public struct AccessTokenUnavailable: Error, Hashable, Sendable {
    /// What is wrong, as a sentence for people; it holds no secret.
    public var reason: String
    /// What to do about it, as a sentence for people.
    public var nextAction: String
    /// True when only a new sign-in helps; false when a later try may.
    public var isFinal: Bool

    /// Makes the error from its parts.
    ///
    /// - Parameters:
    ///   - reason: What is wrong, as a sentence.
    ///   - nextAction: What to do, as a sentence.
    ///   - isFinal: Whether only a new sign-in helps.
    public init(reason: String, nextAction: String, isFinal: Bool) {
        self.reason = reason
        self.nextAction = nextAction
        self.isFinal = isFinal
    }
}

extension AccessTokenUnavailable: CustomStringConvertible {
    /// Reason and next action.
    public var description: String { "\(reason) \(nextAction)" }
}

/// A source that always gives the same token.
public struct FixedAccessToken: AccessTokenSource {
    private let token: AccessToken

    /// Takes the one token.
    ///
    /// - Parameter token: What every call answers.
    public init(_ token: AccessToken) {
        self.token = token
    }

    /// Gives the one token.
    ///
    /// - Returns: The token it was made with.
    /// - Throws: Never.
    public func accessToken() async throws(AccessTokenUnavailable) -> AccessToken { token }
}

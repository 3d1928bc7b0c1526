/// An access token and the refresh token issued with it.
struct TokenPair: Codable, Sendable {
    var identity: SandboxIdentity
    var access: String
    var refresh: String
    var accessExpires: SandboxInstant
    var refreshExpires: SandboxInstant
}

/// The JSON that a successful sign-in or refresh ends with.
///
/// Source: Client Integration's steps 4 and 7.
enum TokenAnswer {
    /// The answer for a pair of tokens.
    ///
    /// - Parameters:
    ///   - tokens: The tokens.
    ///   - now: The present, from which `expires_in` counts.
    ///   - returnsUser: Whether the user's data are part of it.
    ///   - returnsRefreshToken: Whether the refresh token is part of it.
    /// - Returns: The answer, its members in the order of the samples.
    static func json(
        _ tokens: TokenPair,
        now: SandboxInstant,
        returnsUser: Bool,
        returnsRefreshToken: Bool
    ) -> JSONText {
        var members: [(name: String, value: JSONText)] = [("token", .string(tokens.access))]
        if returnsRefreshToken { members.append(("refresh_token", .string(tokens.refresh))) }
        members.append(("expires_in", .integer(tokens.accessExpires.seconds - now.seconds)))
        if returnsUser {
            members.append(("user_id", .string(tokens.identity.userID)))
            members.append(("realm", .string(tokens.identity.realm)))
            members.append(("user_principal", .string(tokens.identity.principal)))
        }
        return .object(members)
    }
}

/// The claims of a token, written in the order in which Client Integration's tokens have them.
///
/// Source: decoded from the samples of Client Integration, steps 4 and 7.
package struct TokenClaims: Hashable, Sendable {
    /// What a token is for.
    package enum Usage: String, Sendable {
        /// Presented to REST.
        case access
        /// Exchanged for a new pair.
        case refresh
    }

    /// The issuing identity service.
    package var issuer: String
    /// Finesse's OAuth client id.
    package var clientID: String
    /// The token's id, 40 hex digits.
    package var id: String
    /// What the token is for.
    package var usage: Usage
    /// The paired refresh token's id; access tokens only.
    package var refreshID: String?
    /// The user; access tokens only.
    package var userID: String?
    /// The realm; access tokens only.
    package var realm: String?
    /// The principal; access tokens only.
    package var principal: String?
    /// When the token was issued.
    package var issued: SandboxInstant
    /// When the token ends.
    package var expires: SandboxInstant

    /// Creates claims.
    package init(
        issuer: String,
        clientID: String,
        id: String,
        usage: Usage,
        refreshID: String? = nil,
        userID: String? = nil,
        realm: String? = nil,
        principal: String? = nil,
        issued: SandboxInstant,
        expires: SandboxInstant
    ) {
        self.issuer = issuer
        self.clientID = clientID
        self.id = id
        self.usage = usage
        self.refreshID = refreshID
        self.userID = userID
        self.realm = realm
        self.principal = principal
        self.issued = issued
        self.expires = expires
    }

    /// The header of every token.
    package static let header = #"{"cty":"JWT","alg":"RS256"}"#

    /// The payload.
    package var payload: String {
        JSONText.object([
            ("iss", .string(issuer)), ("sub", .string(subject)), ("exp", .integer(expires.seconds)),
            ("iat", .integer(issued.seconds)), ("jti", .string(id)),
        ]).text
    }

    /// The JSON text that `sub` holds as a string.
    package var subject: String {
        var members: [(name: String, value: JSONText)] = []
        if usage == .access {
            members.append(("scope", .array([.string("ccc_onprem_apps")])))
            members.append(("rt", .string(refreshID ?? "")))
            members.append(("user_id", .string(userID ?? "")))
            members.append(("realm", .string(realm ?? "")))
            members.append(("upn", .string(principal ?? "")))
        }
        members += [
            ("ids_id", .string(issuer)), ("client_id", .string(clientID)), ("token", .string(id)),
            ("expiry", .integer(expires.milliseconds)), ("usage", .string(usage.rawValue)), ("ver", .string("1.0")),
        ]
        return JSONText.object(members).text
    }
}

public import FinesseTypes

/// What can be read in a token, for a doctor's eyes only.
///
/// Nothing depends on it: a token that cannot be read is as good as any other. It verifies no signature.
///
/// Source: RFC 7519; the claims as the printed samples of "Client Integration" decode.
public enum TokenAnatomy: Hashable, Sendable {
    /// Three parts, whose header and claims could be read.
    case signed(TokenHeader, TokenClaims)
    /// Five parts: encrypted, only the header can be read, if that.
    case encrypted(TokenHeader?)
    /// Anything else.
    case opaque

    /// Looks at an access token.
    ///
    /// - Parameter token: The token.
    public init(of token: AccessToken) {
        self.init(text: token.reveal())
    }

    /// Looks at a refresh token.
    ///
    /// - Parameter token: The token.
    public init(of token: RefreshToken) {
        self.init(text: token.reveal())
    }

    private init(text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let header = parts.first.flatMap(Self.json).flatMap(TokenHeader.init)
        switch parts.count {
        case 5:
            self = .encrypted(header)
        case 3:
            guard let header, let claims = Self.json(parts[1]).flatMap(TokenClaims.init) else { fallthrough }
            self = .signed(header, claims)
        default:
            self = .opaque
        }
    }

    private static func json(_ part: Substring) -> JSONValue? {
        Base64URL.decode(part).flatMap { JSONValue(parsing: $0) }
    }

    /// The claims, when they could be read.
    public var claims: TokenClaims? {
        guard case .signed(_, let claims) = self else { return nil }
        return claims
    }

    /// Whether an access token names a refresh token as its partner.
    ///
    /// - Parameters:
    ///   - access: The anatomy of the access token.
    ///   - refresh: The anatomy of the refresh token.
    /// - Returns: nil when either cannot be read that far.
    public static func isPair(access: TokenAnatomy, refresh: TokenAnatomy) -> Bool? {
        guard let named = access.claims?.subject?.refreshTokenID, let id = refresh.claims?.id else { return nil }
        return named == id
    }
}

/// The header of a token.
public struct TokenHeader: Hashable, Sendable {
    /// Wire name: `alg`.
    public var algorithm: String?
    /// Wire name: `cty`.
    public var contentType: String?
    /// Wire name: `kid`.
    public var keyID: String?

    init?(_ json: JSONValue) {
        guard case .object = json else { return nil }
        algorithm = json["alg"]?.text
        contentType = json["cty"]?.text
        keyID = json["kid"]?.text
    }
}

/// The claims of a token, each absent when it is absent or of another type.
public struct TokenClaims: Hashable, Sendable {
    /// The identity service that issued it (wire name `iss`).
    public var issuer: String?
    /// When it ends, in seconds since 1970 (wire name `exp`).
    public var expiration: Int64?
    /// When it was issued, in seconds since 1970 (wire name `iat`).
    public var issuedAt: Int64?
    /// The id of the token (wire name `jti`).
    public var id: String?
    /// The inner document of `sub`, which is JSON inside a string.
    public var subject: TokenSubject?

    init?(_ json: JSONValue) {
        guard case .object = json else { return nil }
        issuer = json["iss"]?.text
        expiration = json["exp"]?.integer
        issuedAt = json["iat"]?.integer
        id = json["jti"]?.text
        subject = json["sub"]?.text.flatMap { JSONValue(parsing: Array($0.utf8)) }.flatMap(TokenSubject.init)
    }

    /// How long the token was made to live, by its own claims.
    public var life: Duration? {
        guard let expiration, let issuedAt, expiration >= issuedAt else { return nil }
        return .seconds(expiration - issuedAt)
    }
}

/// The document inside `sub`; a refresh token has no user, realm and scope in it.
public struct TokenSubject: Hashable, Sendable {
    /// Wire name: `scope`.
    public var scope: [String]
    /// The id of the paired refresh token (wire name `rt`).
    public var refreshTokenID: String?
    /// Wire name: `user_id`.
    public var userID: String?
    /// Wire name: `realm`.
    public var realm: String?
    /// Wire name: `upn`.
    public var principal: String?
    /// Wire name: `ids_id`.
    public var identityServiceID: String?
    /// Wire name: `client_id`.
    public var clientID: String?
    /// The id of this token (wire name `token`).
    public var tokenID: String?
    /// When it ends, in milliseconds since 1970 (wire name `expiry`).
    public var expiryMilliseconds: Int64?
    /// `access` or `refresh` (wire name `usage`).
    public var usage: String?
    /// Wire name: `ver`.
    public var version: String?

    init?(_ json: JSONValue) {
        guard case .object = json else { return nil }
        if case .array(let words) = json["scope"] { scope = words.compactMap(\.text) } else { scope = [] }
        refreshTokenID = json["rt"]?.text
        userID = json["user_id"]?.text
        realm = json["realm"]?.text
        principal = json["upn"]?.text
        identityServiceID = json["ids_id"]?.text
        clientID = json["client_id"]?.text
        tokenID = json["token"]?.text
        expiryMilliseconds = json["expiry"]?.integer
        usage = json["usage"]?.text
        version = json["ver"]?.text
    }
}

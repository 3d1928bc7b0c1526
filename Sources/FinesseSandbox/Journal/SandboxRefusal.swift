/// Why the sandbox refused a request: a word that stays the same from release to release, for tests to compare.
public struct SandboxRefusal: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The word.
    public var rawValue: String

    /// Creates a refusal from its word.
    ///
    /// - Parameter rawValue: The word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The word.
    public var description: String { rawValue }

    init(_ rawValue: String) {
        self.rawValue = rawValue
    }
}

extension SandboxRefusal {
    /// A client broke a rule of cookies.
    ///
    /// - Parameter rule: The rule.
    /// - Returns: `cookie.` and the rule's name.
    public static func cookie(_ rule: CookieRule) -> SandboxRefusal { SandboxRefusal("cookie.\(rule.rawValue)") }

    /// A cookie that the step needs did not arrive.
    public static let missingSession = SandboxRefusal("session.missing")
    /// A parameter that the step needs is absent or wrong.
    public static let badParameter = SandboxRefusal("parameter.bad")
    /// No node of the identity service serves.
    public static let identityServiceDown = SandboxRefusal("ids.down")
    /// A primary's interface was asked at the secondary node.
    public static let secondaryNode = SandboxRefusal("node.secondary")
    /// The OAuth client is not registered.
    public static let invalidClient = SandboxRefusal("oauth.invalid_client")
    /// The redirect URI is not registered.
    public static let invalidRedirectURI = SandboxRefusal("oauth.invalid_redirectUri")
    /// The identity service has no identity provider metadata.
    public static let metadataNotInitialized = SandboxRefusal("saml.metadata_not_initialized")
    /// The authorization code is unknown, used or expired.
    public static let invalidCode = SandboxRefusal("oauth.invalid_code")
    /// A refresh with an expired access or refresh token.
    public static let refreshExpired = SandboxRefusal("refresh.expired")
    /// A refresh whose two tokens do not belong together, or that was used before.
    public static let refreshPairInvalid = SandboxRefusal("refresh.pair_invalid")
    /// A refresh for another user than the token's.
    public static let refreshWrongUser = SandboxRefusal("refresh.wrong_user")
    /// The mode of the system or of the user does not allow the step.
    public static let wrongMode = SandboxRefusal("mode.wrong")
    /// No credentials, or wrong ones.
    public static let notAuthenticated = SandboxRefusal("rest.not_authenticated")
    /// Too many wrong passwords in a row.
    public static let locked = SandboxRefusal("rest.locked")
    /// The credentials belong to another user than the address.
    public static let otherUser = SandboxRefusal("rest.other_user")
    /// The addressed thing does not exist.
    public static let notFound = SandboxRefusal("not_found")
    /// The request's method is not served there.
    public static let methodNotAllowed = SandboxRefusal("method_not_allowed")
    /// A body that cannot be read.
    public static let badBody = SandboxRefusal("body.bad")
    /// A body over the limit.
    public static let bodyTooLarge = SandboxRefusal("body.too_large")
    /// A state that cannot be reached from the present one.
    public static let invalidState = SandboxRefusal("state.invalid")
    /// A wrong user name or password at the identity provider.
    public static let wrongPassword = SandboxRefusal("idp.wrong_password")
    /// A locked account at the identity provider.
    public static let accountLocked = SandboxRefusal("idp.account_locked")
    /// A password that has to be changed at the identity provider.
    public static let passwordExpired = SandboxRefusal("idp.password_expired")
    /// A wrong or used one-time code at the identity provider.
    public static let wrongCode = SandboxRefusal("idp.wrong_code")
    /// A user who does not consent at the identity provider.
    public static let noConsent = SandboxRefusal("idp.no_consent")
    /// A SAML request that the identity provider does not accept.
    public static let badSAMLRequest = SandboxRefusal("idp.bad_request")
    /// A SAML response that does not answer a waiting request.
    public static let unknownRequest = SandboxRefusal("saml.unknown_request")
    /// Something that should not happen went wrong inside the sandbox.
    public static let internalFailure = SandboxRefusal("internal")
    /// A fault stood in the way of the answer.
    public static let fault = SandboxRefusal("fault")
    /// More requests for single sign-on than the reverse proxy lets through.
    public static let tooManyRequests = SandboxRefusal("proxy.too_many_requests")
    /// A client that the reverse proxy has blocked.
    public static let clientBlocked = SandboxRefusal("proxy.client_blocked")
    /// A switched-on failure.
    public static let switchedFailure = SandboxRefusal("switched_failure")
}

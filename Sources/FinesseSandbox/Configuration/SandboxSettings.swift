/// The tokens' form and lifetimes.
public struct SandboxTokenSettings: Hashable, Sendable {
    /// What a token looks like.
    public enum Form: String, CaseIterable, Hashable, Sendable {
        /// A readable JWT signed with RS256, as the identity service issues from 12.6(2) on.
        case signed
        /// Five parts that only the server can read, as older releases issue.
        case opaque
    }

    /// What the token's `user_id` holds.
    public enum UserID: String, CaseIterable, Hashable, Sendable {
        /// The login name.
        case loginName
        /// The peripheral id, which is the login id.
        case peripheralId
    }

    /// What a token looks like.
    public var form: Form = .signed
    /// What the token's `user_id` holds.
    public var userID: UserID = .loginName
    /// The access token's life; documented: 5 to 120 minutes.
    public var accessLifetime: Duration = .seconds(300)
    /// The refresh token's life; documented: 2 to 24 hours.
    public var refreshLifetime: Duration = .seconds(7200)
    /// The authorization code's life; documented: 1 to 10 minutes.
    public var codeLifetime: Duration = .seconds(60)
    /// Whether lifetimes outside the documented bounds are refused.
    public var keepsDocumentedBounds = true
    /// Whether a refresh starts the refresh token's life anew; otherwise the first one's end stays.
    public var refreshLifetimeSlides = false

    /// Creates the default settings.
    public init() {}
}

/// Finesse's single sign-on and REST behaviour.
public struct SandboxDesktopSettings: Hashable, Sendable {
    /// Where the final JSON is.
    public enum CallbackAnswer: String, CaseIterable, Hashable, Sendable {
        /// In the callback's own answer.
        case json
        /// At the token address, to which the callback redirects.
        case redirect
    }

    /// The answer to a refresh that comes too late.
    public enum ExpiredRefreshAnswer: String, CaseIterable, Hashable, Sendable {
        /// 302 to a new sign-in.
        case redirect
        /// 400.
        case badRequest
        /// 401.
        case unauthorized
    }

    /// The outcome of `/desktop/sso/test`.
    public enum TestOutcome: String, CaseIterable, Hashable, Sendable {
        /// The sign-in's own outcome.
        case passes
        /// `AUTH_ERROR`.
        case authError = "AUTH_ERROR"
        /// `NO TOKEN`.
        case noToken = "NO TOKEN"
    }

    /// Which elements `SystemInfo` has.
    public enum SystemInfoForm: String, CaseIterable, Hashable, Sendable {
        /// Those of 12.5(1): no ports.
        case short
        /// With each node's HTTPS port.
        case ports
        /// With the ports and the maintenance mode, as from 12.6(1) on.
        case full
    }

    /// Where the final JSON is.
    public var callbackAnswer: CallbackAnswer = .json
    /// Whether `cc_username` is read from the cookie only, as releases before 11.6(1)ES10 and 12.5(1)ES1 do.
    public var readsUserNameFromCookieOnly = false
    /// Whether the user's data are returned without `return_user=yes` too.
    public var alwaysReturnsUser = false
    /// Whether a refresh returns the new refresh token when asked for it.
    public var refreshReturnsRefreshToken = true
    /// Whether a refresh may come as a GET with the tokens in the query.
    public var refreshAcceptsGET = true
    /// The answer to a refresh that comes too late.
    public var expiredRefreshAnswer: ExpiredRefreshAnswer = .redirect
    /// Whether a pair of tokens can be refreshed once only.
    public var refreshInvalidatesOldPair = true
    /// Whether a session that holds a token answers with it at once.
    public var sessionAnswersDirectly = false
    /// The outcome of `/desktop/sso/test`.
    public var testOutcome: TestOutcome = .passes
    /// Whether there is a `UserAuthMode` at all; there is none before 12.5(1).
    public var hasUserAuthMode = true
    /// Whether `UserAuthMode` is served; an administrator may switch it off, and it answers 403 then.
    public var servesUserAuthMode = true
    /// Whether `User` is found by login name in Unified CCE, which no release before 12.5(1) does.
    public var findsUsersByLoginName = true
    /// Which elements `SystemInfo` has.
    public var systemInfoForm: SystemInfoForm = .ports
    /// How long after a 202 the agent's state changes.
    public var stateChangeDelay: Duration = .milliseconds(20)
    /// How long the other nodes are out of service after one was killed.
    public var failoverDuration: Duration = .zero
    /// How many requests for single sign-on the reverse proxy lets through at once, with one more each second; 0: all.
    public var requestBurst = 0
    /// After how many refused requests in a row the reverse proxy blocks the client for half an hour; never at 0.
    public var blocksAfter = 0
    /// The secondary node that `SystemInfo` names where the sandbox has none, as `host:port`; it is another sandbox, or nobody.
    public var secondaryNode: String?
    /// By how much Finesse's clock is ahead of the others; a negative span is behind.
    public var clockOffset: Duration = .zero

    /// Creates the default settings.
    public init() {}
}

/// The identity service's behaviour.
public struct SandboxIdentityServiceSettings: Hashable, Sendable {
    /// How the SAML request travels.
    public enum RequestBinding: String, CaseIterable, Hashable, Sendable {
        /// In the query of a redirect.
        case redirect
        /// In a form that posts itself.
        case post
    }

    /// Finesse's client id, 40 hex digits.
    public var clientID = "bedbc55ee864b99c8f540886b23ae37c5189407e"
    /// How the SAML request travels.
    public var requestBinding: RequestBinding = .redirect
    /// Whether the published assertion consumer address carries `metaAlias=/sp`; both are always served.
    public var publishesMetaAlias = true
    /// Whether the public key that verifies tokens is served, as from 12.6(2) on.
    public var publishesTokenKey = true
    /// Whether a user known from an earlier sign-in is sent back without asking the identity provider.
    public var remembersUsers = false
    /// The metadata of an identity provider from outside, in place of the built-in one.
    public var foreignProviderMetadata: [UInt8]?
    /// Whether a signed assertion in an unsigned answer is good enough; the product refuses it.
    public var acceptsAssertionOnlySignatures = false
    /// Whether SHA-1 is good enough in the identity provider's signatures, as it was in releases 11.6 and 12.0.
    public var acceptsSHA1 = false
    /// Whether a name of no stated format is good enough in place of a transient one; the product asks for a transient one.
    public var acceptsUnspecifiedNames = false
    /// By how much its clock is ahead of the others; a negative span is behind.
    public var clockOffset: Duration = .zero

    /// Creates the default settings.
    public init() {}
}

/// The built-in identity provider's behaviour.
public struct SandboxIdentityProviderSettings: Hashable, Sendable {
    /// What becomes of a user's session.
    public enum Session: Hashable, Sendable {
        /// A second sign-in is silent.
        case kept
        /// Every sign-in asks for the password.
        case forgotten
        /// Every sign-in is silent, for this user: somebody else's session on a shared machine.
        case otherUser(String)
    }

    /// Which parts of its answer the identity provider signs.
    public enum SignedParts: String, CaseIterable, Hashable, Sendable {
        /// The message.
        case message
        /// The message and the assertion.
        case messageAndAssertion
        /// The assertion alone, which the identity service refuses.
        case assertion
    }

    /// Whose pages its pages are like.
    public var skin: Skin = .plain
    /// The language of its pages, where the skin knows several.
    public var language: Language = .browser
    /// The home realms that it asks to choose among first, where the skin has such a page.
    public var homeRealms: [String] = []
    /// What becomes of a user's session.
    public var session: Session = .kept
    /// How long a session lasts.
    public var sessionLifetime: Duration = .seconds(8 * 3600)
    /// Whether the page's script completes a bare name with the realm; otherwise it insists on `user@domain`.
    public var completesUserNames = true
    /// The secret of every user's one-time codes, in Base32; a code is asked for after the password when there is one.
    public var oneTimeCode: String?
    /// Whether consent to what is sent is asked for after the password.
    public var asksForConsent = false
    /// Whether it is asked after the password whether to stay signed in; the session is the same either way.
    public var asksToStaySignedIn = false
    /// The text of a jQuery, when the login page is to load one and to drive its form with it.
    public var jQuery: [UInt8]?
    /// Which parts of its answer are signed.
    public var signs: SignedParts = .message
    /// Whether it signs with SHA-1, as was usual beside releases 11.6 and 12.0.
    public var signsWithSHA1 = false
    /// Whether it gives people a name of no stated format in place of a transient one.
    public var sendsUnspecifiedNames = false
    /// By how much its clock is ahead of the others; a negative span is behind.
    public var clockOffset: Duration = .zero

    /// Creates the default settings.
    public init() {}
}

/// Something that goes wrong on purpose.
public enum SandboxFailure: String, CaseIterable, Hashable, Sendable {
    /// The identity service does not know Finesse's client id: 401 JSON.
    case invalidClient
    /// The identity service does not know Finesse's redirect URI: 401 JSON.
    case invalidRedirectURI
    /// The identity service has no identity provider metadata: 503 JSON.
    case metadataNotInitialized
    /// The identity provider shows an error page in place of its login page.
    case providerErrorPage
    /// The identity provider asks for `Negotiate` credentials in place of a form.
    case providerNegotiate
    /// The identity provider's page runs a script that never ends.
    case providerEndlessScript
    /// The final answer is an HTML page in place of JSON.
    case tokenAsHTML
    /// The final answer is JSON cut in the middle.
    case tokenTruncated
    /// The token address answers with a page of 40 MB.
    case tokenHugePage
    /// The token address answers with a page whose script never ends.
    case tokenEndlessScript
    /// The token address redirects to itself for ever.
    case tokenRedirectLoop
    /// The identity provider rejects the request's signature: MSIS0038 on its error page.
    case providerRejectsSignature
    /// The identity provider takes the client for a loop: MSIS7042 on its error page.
    case providerDetectsLoop
    /// The identity provider answers with the status `Responder`.
    case providerResponder
    /// The identity provider answers with the status `InvalidNameIDPolicy`.
    case providerRefusesNameID
    /// The identity provider signs with a key that the identity service has no certificate of.
    case providerKeyRolledOver
    /// The identity provider signs the assertion and not the message.
    case providerSignsAssertionOnly
    /// The identity provider sends no `uid`.
    case providerSendsNoUID
    /// The identity provider sends no `user_principal`.
    case providerSendsNoPrincipal
    /// The identity provider sends no assertion.
    case providerSendsNoAssertion
    /// The identity provider encrypts the assertion.
    case providerEncryptsAssertion
    /// The identity provider's clock is ten minutes ahead, beside what its clock offset says.
    case providerClockAhead
    /// Finesse is out of service: SystemInfo says so, every other address answers 503.
    case finesseOutOfService
    /// Finesse takes itself for a secondary server: 403 at its token address and at every `User`.
    case finesseIsSecondary
    /// The reverse proxy counts too many requests: 429 at every address of Finesse.
    case tooManyRequests
    /// The reverse proxy has blocked the client: 418 at every address of Finesse.
    case clientBlocked
    /// The token key was made anew: Finesse accepts no access token.
    case tokensVoid
}

/// How an identity provider of one make asks: its addresses, its pages, the names of its fields.
///
/// What it asks for, and what it makes of the answers, is the same for every skin and elsewhere.
protocol ProviderSkin: Sendable {
    /// Where SAML requests come in.
    var signInPath: String { get }
    /// The cookies of a sign-in under way and of a session, and the path of both.
    var cookies: SkinCookies { get }
    /// Whether the name is asked for before the password.
    var asksNameFirst: Bool { get }
    /// Whether staying signed in is a box beside the password, and no page of its own.
    var hasStayBox: Bool { get }
    /// Whether it asks for the home realm where there are several.
    var asksForRealm: Bool { get }
    /// Whether a name without a domain will do.
    var acceptsBareNames: Bool { get }
    /// Whether the name alone is looked up before the password is asked for.
    var looksNamesUp: Bool { get }

    /// The page of a stage.
    func page(_ view: SkinView) -> HTMLPage
    /// What a SAML request is answered with.
    func entrance(_ view: SkinView) -> SandboxAnswer
    /// What an answer to a stage is answered with; a page, unless the skin's own script asks.
    func answer(_ view: SkinView) -> SandboxAnswer
    /// What the end is answered with where the answer for the service provider comes from another address.
    func leave(_ view: SkinView) -> SandboxAnswer?
    /// Which sign-in a request belongs to.
    func visitID(_ request: SandboxRequest) -> String?
    /// Whether a request carries what its page gave it; a page is answered once.
    func isCurrent(_ request: SandboxRequest, _ visit: SkinVisit) -> Bool
    /// What a request answers; nil where its fields are not those of the page.
    func input(_ request: SandboxRequest, at stage: SkinStage) -> SkinInput?
    /// The page of something that went wrong.
    func error(_ lines: [String], reference: String, _ words: SkinLanguage) -> HTMLPage
}

/// The names of a skin's cookies.
struct SkinCookies: Sendable {
    var visit: String
    var session: String
    var path: String
}

/// What a page asks.
enum SkinStage: String, Sendable, Hashable, Codable, CaseIterable {
    case realm, userName, password, oneTimeCode, consent, staySignedIn
    /// A new password in place of one that has expired; nothing takes it.
    case newPassword
    /// The page was answered before, or is too old.
    case stale
    /// Nothing more.
    case done

    init(_ step: ProviderStep) {
        switch step {
        case .oneTimeCode: self = .oneTimeCode
        case .consent: self = .consent
        case .staySignedIn: self = .staySignedIn
        }
    }
}

/// What a page says went wrong.
enum SkinMessage: String, Sendable, CaseIterable {
    case wrongPassword, unknownName, accountLocked, wrongCode
}

/// What somebody answered.
enum SkinInput: Sendable {
    case realm(String)
    case userName(String)
    case password(userName: String?, String)
    case oneTimeCode(String)
    case consent(Bool)
    case staySignedIn
    case nothing
}

/// What a page is drawn from.
struct SkinView: Sendable {
    var visit: SkinVisit
    var stage: SkinStage
    /// Scheme, host and port of the identity provider.
    var origin: String
    var language: SkinLanguage = .english
    var message: SkinMessage?
    /// The home realms to choose among.
    var realms: [String] = []
    /// The domain with which a script completes a bare name.
    var completingRealm: String?
    /// Whether to offer to stay signed in.
    var offersToStay = false
    /// Whether a script of the page asked, with JSON.
    var isForScript = false
}

extension ProviderSkin {
    var asksNameFirst: Bool { false }
    var hasStayBox: Bool { false }
    var asksForRealm: Bool { false }
    var acceptsBareNames: Bool { true }
    var looksNamesUp: Bool { false }

    func entrance(_ view: SkinView) -> SandboxAnswer { answer(view) }
    func answer(_ view: SkinView) -> SandboxAnswer { page(view).answer(status: 200) }
    func leave(_ view: SkinView) -> SandboxAnswer? { nil }
    func isCurrent(_ request: SandboxRequest, _ visit: SkinVisit) -> Bool { true }

    func error(_ lines: [String], reference: String, _ words: SkinLanguage) -> HTMLPage {
        ProviderPages.error(lines, reference: reference)
    }
}

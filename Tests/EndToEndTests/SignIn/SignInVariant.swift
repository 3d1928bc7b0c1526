import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Testing

/// One way in which a system, a client and a user may meet.
struct SignInVariant: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var configuration = SandboxConfiguration()
    var options = SignInOptions()
    /// The user asked for.
    var user: UserName = "sjefferson"
    /// The name typed at the identity provider.
    var typed = "sjefferson"
    /// The identifier that later calls take.
    var loginID: LoginID = "98411"
    /// The `user_id` of the token.
    var userID = "sjefferson"
    /// What the client has to try first, and is refused.
    var refusals: [SandboxRefusal] = []

    init(_ name: String, _ change: (inout SignInVariant) -> Void = { _ in }) {
        testDescription = name
        change(&self)
    }
}

extension SignInVariant {
    /// The ways that single sign-on must work in.
    static let all: [SignInVariant] = systems + names + steps + cookies

    private static let systems: [SignInVariant] = [
        SignInVariant("Unified CCE"),
        SignInVariant("Unified CCX, where the login name is the id") {
            $0.configuration.deployment = .uccx
            $0.loginID = "sjefferson"
        },
        SignInVariant("a hybrid system and a user with single sign-on") {
            $0.configuration.authenticationMode = .hybrid
        },
        SignInVariant("a mode given by hand") { $0.options.mode = .singleSignOn },
        SignInVariant("opaque tokens") { $0.configuration.tokens.form = .opaque },
        SignInVariant("a release that finds nobody by name, asked by peripheral id") {
            $0.configuration.apply(.release116)
            $0.options.userNameForm = .cookie(domain: nil)
            $0.user = "98411"
            $0.refusals = [.otherUser]
        },
    ]

    private static let names: [SignInVariant] = [
        SignInVariant("asked by name, token by peripheral id") {
            $0.configuration.tokens.userID = .peripheralId
            $0.userID = "98411"
        },
        SignInVariant("asked by peripheral id, token by name") { $0.user = "98411" },
        SignInVariant("asked by peripheral id, token by peripheral id") {
            $0.configuration.tokens.userID = .peripheralId
            $0.user = "98411"
            $0.userID = "98411"
        },
        SignInVariant("asked in another case") { $0.user = "SJefferson" },
        SignInVariant("asked by the principal") { $0.user = "sjefferson@finesse.com" },
        SignInVariant("a provider that insists on a name with its realm") {
            $0.configuration.identityProvider.completesUserNames = false
            $0.typed = "sjefferson@finesse.com"
        },
    ]

    private static let steps: [SignInVariant] = [
        SignInVariant("the answer behind one more redirect") { $0.configuration.desktop.callbackAnswer = .redirect },
        SignInVariant("the SAML request in a form") { $0.configuration.identityService.requestBinding = .post },
        SignInVariant("an assertion consumer without metaAlias") {
            $0.configuration.identityService.publishesMetaAlias = false
        },
        SignInVariant("a form, no metaAlias and one more redirect") {
            $0.configuration.identityService.requestBinding = .post
            $0.configuration.identityService.publishesMetaAlias = false
            $0.configuration.desktop.callbackAnswer = .redirect
        },
        SignInVariant("an identity service that remembers users") {
            $0.configuration.identityService.remembersUsers = true
        },
        SignInVariant("a Finesse that answers from its session") {
            $0.configuration.desktop.sessionAnswersDirectly = true
            $0.configuration.desktop.callbackAnswer = .redirect
        },
        SignInVariant("a stop without TLS") { $0.configuration.hasPlainHop = true },
        SignInVariant("one parent domain") { $0.configuration.sites = .joined(parent: "contact.example") },
    ]

    private static let cookies: [SignInVariant] = [
        SignInVariant("cc_username in a cookie only") {
            $0.configuration.desktop.readsUserNameFromCookieOnly = true
            $0.options.userNameForm = .cookie(domain: nil)
        },
        SignInVariant("cc_username in a cookie for the parent domain") {
            $0.configuration.desktop.readsUserNameFromCookieOnly = true
            $0.configuration.sites = .joined(parent: "contact.example")
            $0.options.userNameForm = .cookie(domain: "contact.example")
        },
        SignInVariant("cc_username in a cookie, by peripheral id") {
            $0.configuration.desktop.readsUserNameFromCookieOnly = true
            $0.options.userNameForm = .cookie(domain: nil)
            $0.user = "98411"
        },
    ]
}

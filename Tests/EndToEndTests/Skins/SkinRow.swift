import FinesseSSO
import FinesseSandbox
import Testing

/// A skin and what its pages say.
struct SkinRow: Sendable, CustomTestStringConvertible {
    var skin: SandboxIdentityProviderSettings.Skin
    var language = SandboxIdentityProviderSettings.Language.browser
    var wrong: String
    var locked: String
    var lockedReason = SignInRefusal.Reason.accountLocked
    /// How many pages of the identity provider are answered where nothing is asked but name and password.
    var posts = 1

    var testDescription: String { "\(skin.rawValue), \(language.rawValue)" }

    static let all: [SkinRow] = [
        SkinRow(
            skin: .adfs2016,
            wrong: "The user ID or the password is incorrect. Type both again.",
            locked: "This account is locked. Ask your administrator."
        ),
        SkinRow(
            skin: .adfs2016,
            language: .german,
            wrong: "Benutzer-ID oder Kennwort stimmt nicht. Geben Sie beide noch einmal ein.",
            locked: "Dieses Konto ist gesperrt. Fragen Sie Ihren Administrator."
        ),
        SkinRow(
            skin: .adfs2019,
            language: .japanese,
            wrong: "ユーザー ID またはパスワードが正しくありません。もう一度入力してください。",
            locked: "このアカウントはロックされています。管理者に連絡してください。",
            posts: 2
        ),
        SkinRow(
            skin: .keycloak,
            wrong: "The username or the password is wrong.",
            locked: "This account is disabled, ask your administrator.",
            lockedReason: .accountDisabled
        ),
        SkinRow(
            skin: .okta,
            wrong: "The password is incorrect.",
            locked: "Your account is locked. Ask your administrator.",
            posts: 2
        ),
        SkinRow(
            skin: .entra,
            wrong: "Your account or password is incorrect.",
            locked: "Your account is locked to keep others out.",
            posts: 2
        ),
        SkinRow(
            skin: .ping,
            wrong: "We did not recognize the username or password. Try again.",
            locked: "Your account is locked. Ask your help desk."
        ),
        SkinRow(
            skin: .shibboleth,
            wrong: "The password you entered was incorrect.",
            locked: "Your account is locked."
        ),
        SkinRow(
            skin: .negotiate,
            wrong: "The name or the password is wrong.",
            locked: "Your account is locked."
        ),
    ]
}

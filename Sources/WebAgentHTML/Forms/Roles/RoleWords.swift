/// The words that say what a control is for, in the languages of the pages that were seen.
///
/// General words only: the identifiers of one provider's page have no place here.
enum RoleWords {
    static let username = [
        "user", "login", "logon", "signin", "sign in", "email", "e-mail", "mail", "account", "identifier", "userid",
        "uid", "upn", "principal", "member", "benutzer", "nutzername", "anmeldename", "anmeldung", "kennung", "konto",
        "ユーザー", "ユーザ", "アカウント", "メール", "ログイン", "社員番号", "会員",
    ]

    static let password = [
        "password", "passwd", "passphrase", "passwort", "kennwort", "pwd", "pass", "パスワード", "暗証番号",
    ]

    static let oneTimeCode = [
        "otp", "totp", "one-time", "one time", "onetime", "passcode", "verification", "verify", "security code",
        "auth code", "authcode", "authentication code", "authenticator", "2fa", "mfa", "two-factor", "second factor",
        "token", "challenge", "einmal", "bestätigungscode", "sicherheitscode", "prüfcode", "code", "ワンタイム",
        "確認コード", "認証コード", "セキュリティコード", "コード",
    ]

    /// Words of controls that are for something else, whatever other words they hold.
    static let others = [
        "search", "captcha", "coupon", "phone", "country", "remember", "domain", "suche", "検索", "postal", "zip",
    ]
}

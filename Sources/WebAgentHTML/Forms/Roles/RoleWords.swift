/// The words that say what a control is for, in the languages of the pages that were seen.
///
/// General words only: the identifiers of one provider's page have no place here. They are kept as bytes, since they are
/// looked for in each text of each control.
enum RoleWords {
    static let username = bytes([
        "user", "login", "logon", "signin", "sign in", "email", "e-mail", "mail", "account", "identifier", "userid",
        "uid", "upn", "principal", "member", "benutzer", "nutzername", "anmeldename", "anmeldung", "kennung", "konto",
        "ユーザー", "ユーザ", "アカウント", "メール", "ログイン", "社員番号", "会員",
    ])

    static let password = bytes([
        "password", "passwd", "passphrase", "passwort", "kennwort", "pwd", "pass", "パスワード", "暗証番号",
    ])

    static let oneTimeCode = bytes([
        "otp", "totp", "one-time", "one time", "onetime", "passcode", "verification", "verify", "security code",
        "auth code", "authcode", "authentication code", "authenticator", "2fa", "mfa", "two-factor", "second factor",
        "token", "challenge", "einmal", "bestätigungscode", "sicherheitscode", "prüfcode", "code", "ワンタイム",
        "確認コード", "認証コード", "セキュリティコード", "コード",
    ])

    /// Words of controls that are for something else, whatever other words they hold.
    static let others = bytes([
        "search", "captcha", "coupon", "phone", "country", "remember", "domain", "suche", "検索", "postal", "zip",
    ])

    private static func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

    /// Whether one of the words stands in a text, also inside another word.
    ///
    /// - Parameters:
    ///   - words: the words, in lower case.
    ///   - text: the text; its case does not count.
    /// - Returns: true where one does.
    static func oneOf(_ words: [[UInt8]], isIn text: String) -> Bool {
        let bytes = Array(text.lowercased().utf8)
        return words.contains { isIn(bytes, $0) }
    }

    private static func isIn(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first, text.count >= word.count else { return false }
        for start in 0...(text.count - word.count) where text[start] == first {
            if text[start...].starts(with: word) { return true }
        }
        return false
    }
}

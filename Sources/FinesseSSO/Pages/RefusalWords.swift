/// Tells from the words of a refusal what was refused, in the languages of the pages that were seen.
///
/// Source: none for the words: each entry is a few words that must all be in one line. The numbers of Microsoft Entra ID are those
/// of "Microsoft Entra authentication and authorization error codes".
enum RefusalWords {
    /// The first line that tells it.
    static func reason(in lines: [String]) -> SignInRefusal.Reason? {
        lines.lazy.compactMap(reason(of:)).first
    }

    private static func reason(of line: String) -> SignInRefusal.Reason? {
        let line = line.lowercased()
        return table.first { entry in
            entry.words.contains { alternative in alternative.allSatisfy(line.contains) }
        }?.reason
    }

    /// What an error number in the page says, which scripts turn into words.
    static func reason(inMarkup body: [UInt8]) -> SignInRefusal.Reason? {
        let text = String(decoding: body.prefix(256 << 10), as: UTF8.self)
        return codes.first { code, _ in
            text.contains("AADSTS\(code)") || text.contains("\"sErrorCode\":\"\(code)\"")
        }?.reason
    }

    private static let codes: [(code: String, reason: SignInRefusal.Reason)] = [
        ("50055", .passwordExpired), ("50144", .passwordExpired), ("50053", .accountLocked),
        ("50057", .accountDisabled),
        ("50072", .enrolmentRequired), ("50079", .enrolmentRequired), ("50126", .credentials), ("50034", .credentials),
    ]

    private static let table: [(reason: SignInRefusal.Reason, words: [[String]])] = [
        (
            .tooManyAttempts,
            [
                ["too many"], ["temporarily", "disabled"], ["temporarily", "locked"], ["attempts", "later"],
                ["zu viele"],
                ["vorübergehend", "gesperrt"], ["回数", "超"], ["一時的", "ロック"], ["一時的", "無効"],
            ]
        ),
        (
            .accountLocked,
            [["account", "locked"], ["account", "lock out"], ["konto", "gesperrt"], ["アカウント", "ロック"]]
        ),
        (
            .accountDisabled,
            [
                ["account", "disabled"], ["account", "deactivated"], ["account", "suspended"],
                ["konto", "deaktiviert"],
                ["アカウント", "無効"], ["アカウント", "停止"],
            ]
        ),
        (
            .passwordExpired,
            [
                ["password", "expired"], ["must", "change", "password"], ["need to update your password"],
                ["kennwort", "abgelaufen"], ["passwort", "abgelaufen"], ["kennwort", "müssen", "ändern"],
                ["passwort", "müssen", "ändern"],
                ["パスワード", "期限"], ["パスワード", "変更してください"], ["パスワード", "変更する必要"],
            ]
        ),
        (
            .enrolmentRequired,
            [
                ["set up", "authenticat"], ["set up", "multifactor"], ["more information required"],
                ["einrichten", "authenti"], ["認証", "設定する必要"],
            ]
        ),
    ]
}

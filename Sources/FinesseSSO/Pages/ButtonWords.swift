/// The words on buttons that say yes or no, and those of a page that asks whether to stay signed in.
enum ButtonWords {
    /// The first button that says no.
    static func refusing(among buttons: [String]) -> Int? {
        buttons.firstIndex { words(in: $0).contains(where: no.contains) || japaneseNo.contains(where: $0.contains) }
    }

    /// Whether a text asks about staying signed in.
    static func asksToStaySignedIn(_ text: String) -> Bool {
        let text = text.lowercased()
        return stay.contains(where: text.contains)
    }

    /// The first button that says yes; a button that says no is never chosen.
    static func agreeing(among buttons: [String]) -> Int? {
        buttons.firstIndex { label in
            let words = words(in: label)
            if japaneseNo.contains(where: label.contains) { return false }
            return words.contains(where: yes.contains) && !words.contains(where: no.contains)
                || japaneseYes.contains(where: label.contains)
        }
    }

    private static func words(in label: String) -> [String] {
        label.lowercased().split { !$0.isLetter }.map(String.init)
    }

    private static let stay = [
        "stay signed in", "keep me signed in", "keep me logged in", "stay logged in", "angemeldet bleiben",
        "angemeldet lassen", "サインインの状態を維持", "サインインしたまま", "ログインしたまま", "ログイン状態を保持",
    ]

    private static let japaneseYes = ["はい", "同意", "許可", "続行", "次へ"]

    private static let japaneseNo = ["いいえ", "拒否", "キャンセル", "同意しない", "許可しない"]

    private static let yes: Set<String> = [
        "yes", "accept", "agree", "allow", "approve", "consent", "continue", "proceed", "confirm",
        "ja", "weiter", "zustimmen", "akzeptieren", "erlauben", "oui", "accepter", "autoriser", "continuer",
        "sí", "si", "aceptar", "permitir", "continuar", "accetta", "accetto", "continua", "akkoord", "doorgaan",
    ]

    private static let no: Set<String> = [
        "no", "not", "cancel", "deny", "decline", "reject", "refuse", "abort", "nein", "abbrechen", "ablehnen", "nicht",
        "non", "annuler", "refuser", "cancelar", "rechazar", "annulla", "nee", "annuleren", "weigeren", "don",
    ]
}

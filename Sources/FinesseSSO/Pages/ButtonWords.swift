/// The words on buttons that say yes to a page asking for consent.
enum ButtonWords {
    /// The first button that says yes; a button that says no is never chosen.
    static func agreeing(among buttons: [String]) -> Int? {
        buttons.firstIndex { label in
            let words = label.lowercased().split { !$0.isLetter }.map(String.init)
            return words.contains(where: yes.contains) && !words.contains(where: no.contains)
        }
    }

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

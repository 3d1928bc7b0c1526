import FoundationEssentials

/// Scripts around an expression that somebody else wrote, and what they answer.
///
/// Each answers one string: a letter that says what it is, and a text.
enum JavaScriptText {
    /// What such a script answered.
    enum Answer: Hashable {
        case yes
        case no
        case value(String?)
        case failed(String)
    }

    /// Asks whether a text can be parsed.
    static func parsing(_ text: String) -> String {
        guarded("new Function(\(quoted(text))); return 't';")
    }

    /// Asks whether an expression is true, as `if` would see it.
    static func truth(of expression: String) -> String {
        guarded("return (0, eval)(\(quoted(expression))) ? 't' : 'f';")
    }

    /// Asks for an expression's value.
    static func value(of expression: String) -> String {
        guarded(
            "const text = JSON.stringify((0, eval)(\(quoted(expression)))); "
                + "return text === undefined ? 'u' : 'v' + text;"
        )
    }

    /// Reads what one of these scripts answered; nil for what none of them answers.
    static func answer(_ json: String?) -> Answer? {
        guard let json, let text = try? JSONDecoder().decode(String.self, from: Data(json.utf8)) else { return nil }
        switch text.first {
        case "t": return .yes
        case "f": return .no
        case "u": return .value(nil)
        case "v": return .value(String(text.dropFirst()))
        case "e": return .failed(String(text.dropFirst()))
        default: return nil
        }
    }

    private static func guarded(_ body: String) -> String {
        "(() => { try { \(body) } catch (error) { return 'e' + error; } })()"
    }

    /// A text as a literal of the language.
    private static func quoted(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\u{2028}": literal += "\\u2028"
            case "\u{2029}": literal += "\\u2029"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}

/// The decisions about a cookie as lines for people.
package struct CookieStory {
    private let history: CookieHistory
    private let style: LadderStyle

    /// Prepares the lines.
    ///
    /// - Parameters:
    ///   - history: The decisions.
    ///   - style: How wide a line is, and whether only ASCII can be shown.
    package init(_ history: CookieHistory, style: LadderStyle) {
        self.history = history
        self.style = style
    }

    /// The lines: each decision with its step, its rule, and what can be done.
    package var lines: [String] {
        history.decisions.flatMap { decision in
            var lines = ["\(decision.step)  \(style.text(decision.purpose)): \(decision.method) \(shown(decision.url))"]
            let scope = decision.domain.isEmpty ? "" : " (\(style.text(decision.domain + decision.path)))"
            var sentence = "\(Self.words(decision))\(scope)"
            if let why = decision.why {
                sentence += ": \(style.text(why))"
            } else if let section = decision.section {
                sentence += " (\(style.text(section)))"
            }
            lines += indented(sentence + ".")
            if let advice = decision.advice { lines += indented(style.text(advice)) }
            return lines
        }
    }

    private static func words(_ decision: CookieHistory.Decision) -> String {
        let isScript = decision.party == "script"
        switch decision.decision {
        case "stored": return isScript ? "kept, set by a script" : "kept"
        case "deleted": return isScript ? "deleted by a script" : "deleted by the server"
        case "evicted": return "it had to make room"
        case "refused": return isScript ? "refused, from a script" : "refused"
        case "sent": return isScript ? "shown to a script" : "sent"
        case "withheld": return isScript ? "not shown to a script" : "not sent"
        default: return "something that is not known here"
        }
    }

    private func shown(_ url: String) -> String {
        PlainText.cut(style.text(url), to: max(20, style.width - 24), end: style.ellipsis)
    }

    private func indented(_ text: String) -> [String] {
        PlainText.wrapped(text, to: style.width - 5).map { "     \($0)" }
    }
}

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

    /// The lines: each exchange once, below it its decisions with their rules, and what can be done.
    package var lines: [String] {
        var lines: [String] = []
        var last: CookieHistory.Decision?
        var told: [[String]] = []
        for decision in history.decisions {
            if decision.step != last?.step {
                let place = decision.url.prefix { $0 != "?" }
                let words = style.text("\(decision.purpose): \(decision.method) \(place)")
                let number = "\(decision.step)  "
                lines.append(number + PlainText.cut(words, to: style.width - number.count, end: style.ellipsis))
                told = []
            }
            last = decision
            let words = self.lines(of: decision)
            // A script may look again and again.
            if !told.contains(words) { lines += words }
            told.append(words)
        }
        return lines
    }

    private func lines(of decision: CookieHistory.Decision) -> [String] {
        let scope = decision.domain.isEmpty ? "" : " (\(style.text(decision.domain + decision.path)))"
        var sentence = "\(Self.words(decision))\(scope)"
        if let why = decision.why {
            sentence += ": \(style.text(why))"
        } else if let section = decision.section {
            sentence += " (\(style.text(section)))"
        }
        return indented(sentence + ".") + (decision.advice.map { indented(style.text($0)) } ?? [])
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

    private func indented(_ text: String) -> [String] {
        PlainText.wrapped(text, to: style.width - 5).map { "     \($0)" }
    }
}

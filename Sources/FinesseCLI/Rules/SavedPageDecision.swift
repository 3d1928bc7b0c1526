import FinesseSSO
import FinesseSSOWebAgent

/// What would be done on a saved page, told for people and for programs.
struct SavedPageDecision: Sendable {
    let decided: PageDecision
    /// Where the page went by itself.
    let wentOnTo: String?

    /// Which of the selectors that were looked for find something.
    var foundSelectors: Set<String> { Set(decided.facts.elements.keys) }

    /// The rule to begin with, where the decision is to stop.
    var suggestedRule: SignInRule? {
        guard wentOnTo == nil, case .end(.stopped(let stop)) = decided.move else { return nil }
        return stop.suggestedRule
    }

    /// The report.
    ///
    /// - Parameter ownRules: the rules of the person's file, to tell whose rule it was.
    /// - Returns: the report.
    func report(ownRules: [SignInRule]) -> Report {
        let facts = decided.facts
        let look = PageLook(guessing: facts)
        var report = Report()
        report.add("url", "page", facts.url)
        report.add("looksLike", "looks like", look?.what)
        report.add("evidence", "evidence", .list(look?.evidence ?? []))
        if let wentOnTo {
            report.add("decision", "would", "go-on")
            report.add("reason", "because", "the page goes on by itself: \(wentOnTo)")
            return report
        }
        report.add("decision", "would", word)
        report.add("reason", "because", decided.reason)
        addParts(to: &report, ownRules)
        return report
    }

    private var word: String {
        switch decided.move {
        case .fill: "fill"
        case .press: "press"
        case .choose: "choose"
        case .follow: "follow-rule"
        case .end(.stopped): "stop"
        case .end(.refused): "refused"
        case .end(.identityFault): "identity-fault"
        case .end(.answer): "answer"
        }
    }

    private func addParts(to report: inout Report, _ ownRules: [SignInRule]) {
        switch decided.move {
        case .fill(let index, let userName, let password, let code, let box):
            let form = decided.facts.forms[index]
            report.add("form", "form", form.name.isEmpty ? "\(index + 1)" : form.name)
            if userName != nil { report.add("userNameField", "user name into", form.controlNames[.userName] ?? "") }
            if password { report.add("passwordField", "password into", form.controlNames[.password] ?? "") }
            if code { report.add("oneTimeCodeField", "one-time code into", form.controlNames[.oneTimeCode] ?? "") }
            if let box { report.add("box", "would change", box) }
            report.add("button", "submitted by", form.buttons.first)
        case .press(let index, let button):
            report.add("form", "form", decided.facts.forms[index].name)
            report.add("button", "submitted by", decided.facts.forms[index].buttons[button])
        case .choose(let choice):
            report.add("choice", "chosen", choice.text)
            report.add("selector", "by", choice.selector)
        case .follow(let rule):
            report.add("rule", "rule", rule.name)
            report.add("ownRule", "of your file", .flag(ownRules.contains(rule)))
            report.add("steps", "steps", .list(rule.steps.map(Self.words)))
        case .end(.stopped(let stop)):
            report.add("stop", "kind", stop.kind.label)
            report.add("explanation", "explanation", "\(stop.explanation)")
            report.add("suggestedRule", "rule to begin with", stop.suggestedRule?.name)
        case .end(.refused(let refusal)):
            report.add("refusal", "kind", refusal.reason.rawValue)
            report.add("explanation", "explanation", "\(refusal.explanation)")
        case .end(.identityFault(let fault)):
            report.add("fault", "kind", fault.fault.code)
            report.add("explanation", "explanation", "\(fault.explanation)")
        case .end(.answer): break
        }
    }

    private static func words(_ step: SignInRule.Step) -> String {
        switch step {
        case .fill(let selector, _): "fill \(selector)"
        case .choose(let selector, _): "choose in \(selector)"
        case .click(let selector): "click \(selector)"
        case .stop(let message): "stop: \(message)"
        }
    }
}

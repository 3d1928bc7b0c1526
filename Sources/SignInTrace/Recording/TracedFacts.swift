import WebAgent
import WebAgentCookies
import WebAgentScripting

/// What happened to one cookie, and by which rule.
package struct TracedCookie: Codable, Hashable, Sendable {
    package var name: String
    package var domain: String
    package var path: String
    /// `server` or `script`.
    package var party: String
    /// `stored`, `deleted`, `evicted`, `refused`, `sent` or `withheld`.
    package var decision: String
    /// The rule that decided against it, in one word.
    package var rule: String?
    /// The rule in a sentence.
    package var why: String?
    /// Where the rule stands.
    package var section: String?

    init(_ event: CookieEvent) {
        name = event.name
        domain = event.domain
        path = event.path
        party = event.party.rawValue
        switch event.decision {
        case .stored: decision = "stored"
        case .deleted: decision = "deleted"
        case .evicted: decision = "evicted"
        case .sent: decision = "sent"
        case .refused(let refusal):
            decision = "refused"
            rule = refusal.label
            why = "\(refusal)"
        case .withheld(let reason):
            decision = "withheld"
            rule = reason.label
            why = "\(reason)"
        }
        section =
            switch event.decision {
            case .stored, .deleted: "RFC 6265bis §5.7"
            case .evicted: "RFC 6265bis §5.7, excess cookies"
            case .sent: "RFC 6265bis §5.8.3"
            case .refused(let refusal): refusal.section
            case .withheld(let reason): reason.section
            }
    }
}

/// A page that was shown.
package struct TracedPage: Codable, Hashable, Sendable {
    package var url: String
    package var forms: [TracedForm]

    init(url: RedactedURL, forms: [Recording.FormRecord]) {
        self.url = TraceAddress.text(url)
        self.forms = forms.map { form in
            TracedForm(method: form.method, action: TraceAddress.text(form.action), controls: form.controls)
        }
    }
}

/// A form of a page, without values.
package struct TracedForm: Codable, Hashable, Sendable {
    package var method: String
    package var action: String
    /// Names with their kind or their part in a sign-in.
    package var controls: [String]
}

/// What else happened after a request: in its page, or to it.
package struct TracedNote: Codable, Hashable, Sendable {
    /// `script`, `missing-interface`, `navigation`, `refused-navigation`, `refused-request`, `action` or `dialog`.
    package var kind: String
    package var text: String

    /// Whether it tells of trouble.
    package var isTrouble: Bool { kind != "navigation" && kind != "action" }

    init(kind: String, text: String) {
        self.kind = kind
        self.text = text
    }

    /// What is worth a note; nil for what the page did without trouble.
    init?(_ entry: Recording.Entry) {
        switch entry {
        case .script(let source, _, _, let outcome) where outcome == .notLoaded || outcome == .moduleNotSupported:
            let fate = outcome == .notLoaded ? "was not loaded" : "was left out: modules are not supported"
            self.init(kind: "script", text: "The script \(source) \(fate).")
        case .scriptError(let kind, let message, let source, let line):
            self.init(kind: "script", text: "A script ended (\(kind)): \(message) (\(source), line \(line)).")
        case .missingInterface(let name):
            self.init(kind: "missing-interface", text: "A script reached for \(name), which is not here.")
        case .dialog(let dialog):
            self.init(kind: "dialog", text: "The page showed a dialog: \(dialog).")
        case .navigation(let cause, to: let url):
            let place = url.description.prefix { $0 != "?" }
            self.init(kind: "navigation", text: "the page goes on by \(cause.rawValue) to \(place)")
        case .refusedNavigation(let refusal):
            self.init(kind: "refused-navigation", text: "\(refusal)")
        case .action(let action, let refusal):
            self.init(
                kind: refusal == nil ? "action" : "refused-action",
                text: refusal.map { "\(action): \($0)" } ?? action
            )
        case .refusedRequest(let url, let reason):
            self.init(kind: "refused-request", text: "A script asked for \(TraceAddress.text(url)): \(reason)")
        case .hop, .cookie, .page, .script, .console, .pageHost:
            return nil
        }
    }
}

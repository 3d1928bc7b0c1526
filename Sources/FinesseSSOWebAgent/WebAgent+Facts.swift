import FinesseSSO
import WebAgent
import WebAgentScripting
import WebAgentURL

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension WebAgent {
    /// What the conversation needs to know of a page.
    func facts(of page: Page) async -> PageFacts {
        let seen = page.isDocument ? await lookAround() : nil
        return PageFacts(
            url: page.url.href,
            origin: "\(page.url.origin)",
            host: page.url.hostAndPort,
            path: page.url.path,
            status: page.status,
            authenticationSchemes: page.challenges.map(\.scheme),
            title: page.title,
            text: page.text,
            alerts: seen?.alerts ?? [],
            forms: page.forms.enumerated().map { index, form in
                FormFacts(
                    form,
                    on: page.url,
                    buttons: seen.flatMap { $0.buttons.count > index ? $0.buttons[index] : nil } ?? []
                )
            },
            hasScripts: page.isDocument && (seen?.scripts ?? 0) > 0,
            scriptTroubles: page.troubles.map(\.description),
            block: page.stop.block,
            body: page.body
        )
    }

    /// What a page says of itself that its description does not hold: messages, the words on buttons.
    private struct Seen: Decodable {
        var alerts: [String]
        var buttons: [[String]]
        var scripts: Int
    }

    /// Asks the page; nil when it does not answer, for instance since its scripts were ended.
    private func lookAround() async -> Seen? {
        guard case .value(let json?)? = try? await evaluate(Self.question) else { return nil }
        return try? JSONDecoder().decode(Seen.self, from: Data(json.utf8))
    }

    /// A script that reads only; its selectors are roles, and names that pages of every make give their messages.
    private static let question = """
        (function () {
          function shown(element) {
            for (var e = element; e && e.getAttribute; e = e.parentNode) {
              if (e.getAttribute('hidden') !== null || e.getAttribute('aria-hidden') === 'true') return false;
              if (/display\\s*:\\s*none/i.test(e.getAttribute('style') || '')) return false;
            }
            return true;
          }
          function words(element) { return (element.textContent || '').replace(/\\s+/g, ' ').trim(); }
          function list(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
          var alerts = [];
          list('[role=alert], [aria-live=assertive], [id*=error], [id*=Error], [class*=error], [class*=alert]')
            .filter(shown).map(words).forEach(function (text) {
              if (text && text.length < 400 && alerts.indexOf(text) < 0) alerts.push(text);
            });
          var buttons = list('form').map(function (form) {
            return Array.prototype.slice.call(form.elements).filter(function (control) {
              return control.type === 'submit' && !control.disabled;
            }).map(function (control) { return words(control) || control.value || ''; });
          });
          return { alerts: alerts.slice(0, 5), buttons: buttons, scripts: list('script').length };
        })()
        """
}

extension FormFacts {
    fileprivate init(_ form: PageForm, on base: WebURL, buttons: [String]) {
        let controls = form.controls.filter { !$0.isDisabled && $0.type != "hidden" }
        func has(_ role: PageControlRole) -> Bool { controls.contains { $0.role == role } }
        let described = form.submitButtons.map { $0.label.isEmpty ? $0.name : $0.label }
        self.init(
            hasUserName: has(.username),
            hasPassword: has(.password) || controls.contains { $0.type == "password" },
            hasOneTimeCode: has(.oneTimeCode),
            otherControls: controls.filter { $0.role == nil && Self.typed.contains($0.type) }.map { control in
                [control.label, control.name, control.id].first { !$0.isEmpty } ?? control.type
            },
            buttons: buttons.count == described.count ? buttons : described,
            actionOrigin: WebURL(form.action, base: base).map { "\($0.origin)" } ?? "null"
        )
    }

    /// The kinds of control that a person would have to fill in.
    private static let typed: Set<String> = [
        "text", "email", "tel", "url", "search", "number", "date", "datetime-local", "month", "week", "time", "color",
        "file", "textarea", "select-one", "select-multiple",
    ]
}

extension Page.Stop {
    /// Why the page was not let go on; nil where it rests, or where it waits for somebody to type.
    fileprivate var block: PageBlock? {
        switch self {
        case .rested, .refused(.passwordFormNotFilled), .refused(.refreshTooLate): nil
        case .scriptsEnded: .scriptEnded
        case .refused(.passwordOverHTTP(let origin)):
            .password(PasswordObjection(origin: "\(origin)", reason: .notEncrypted))
        case .refused(.passwordOriginNotAllowed(let origin)):
            .password(PasswordObjection(origin: "\(origin)", reason: .notAllowed))
        case .refused(let refusal): .navigation("\(refusal)")
        }
    }
}

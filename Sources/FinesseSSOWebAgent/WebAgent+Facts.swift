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
    /// What the conversation needs to know of a page; also whether what these selectors find is there.
    func facts(of page: Page, lookingFor selectors: Set<String>) async -> PageFacts {
        let seen = page.isDocument ? await lookAround(for: selectors) : nil
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
                FormFacts(form, on: page.url, seen.flatMap { $0.forms.count > index ? $0.forms[index] : nil })
            },
            choices: seen?.choices.compactMap(ChoiceFacts.init) ?? [],
            showsNewSecret: seen?.showsNewSecret ?? false,
            elements: seen.map { $0.elements.mapValues { ElementFacts($0, on: page.url) } } ?? [:],
            hasScripts: page.isDocument && (seen?.scripts ?? 0) > 0,
            scriptTroubles: page.troubles.map(\.description),
            block: page.stop.block,
            body: page.body
        )
    }

    /// Asks the page; nil when it does not answer, for instance since its scripts were ended.
    private func lookAround(for selectors: Set<String>) async -> SeenPage? {
        guard let list = try? JSONEncoder().encode(selectors.sorted()) else { return nil }
        let question = PageQuestion.everything(selectors: String(decoding: list, as: UTF8.self))
        guard case .value(let json?)? = try? await evaluate(question) else { return nil }
        return try? JSONDecoder().decode(SeenPage.self, from: Data(json.utf8))
    }
}

extension FormFacts {
    fileprivate init(_ form: PageForm, on base: WebURL, _ seen: SeenForm?) {
        let controls = form.controls.filter { !$0.isDisabled && $0.type != "hidden" }
        // The page's own order of its password fields is that of the description.
        let passwords = controls.filter { $0.type == "password" }
        let views = seen.flatMap { $0.passwords.count == passwords.count ? $0.passwords : nil }
        let shown = zip(passwords, views ?? passwords.map { _ in SeenPassword(shown: true, isNew: false) })
            .filter { $1.shown && $0.role != .oneTimeCode }
        func named(_ role: PageControlRole) -> PageControl? { controls.first { $0.role == role } }
        let isPasswordShown = named(.password).map { $0.type != "password" } ?? false || !shown.isEmpty
        let names = [
            (ControlKind.userName, named(.username)), (.password, isPasswordShown ? named(.password) : nil),
            (.oneTimeCode, named(.oneTimeCode)),
        ].compactMap { kind, control in control.map { (kind, $0.name.isEmpty ? $0.id : $0.name) } }
        let described = form.submitButtons.map { $0.label.isEmpty ? $0.name : $0.label }
        self.init(
            name: form.id.isEmpty ? form.name : form.id,
            hasUserName: named(.username) != nil,
            hasPassword: isPasswordShown,
            passwords: PasswordFacts(
                shown: isPasswordShown ? max(1, shown.count) : 0,
                isNew: shown.contains { $1.isNew },
                hasHidden: views?.contains { !$0.shown } ?? false
            ),
            hasOneTimeCode: named(.oneTimeCode) != nil,
            controlNames: Dictionary(names, uniquingKeysWith: { first, _ in first }),
            otherControls: controls.filter(Self.isUnknown).map { control in
                [control.label, control.name, control.id].first { !$0.isEmpty } ?? control.type
            },
            otherControlSelectors: controls.filter(Self.isUnknown).compactMap(\.selector),
            buttons: seen.flatMap { $0.buttons.count == described.count ? $0.buttons : nil } ?? described,
            keepSignedInBox: seen?.keep.map { BoxFacts(selector: $0.selector, isTicked: $0.ticked) },
            actionOrigin: WebURL(form.action, base: base).map { "\($0.origin)" } ?? "null"
        )
    }

    /// Whether a person would have to fill it in and nobody knows with what; the list of a page's languages is no question.
    private static func isUnknown(_ control: PageControl) -> Bool {
        guard control.role == nil, typed.contains(control.type) else { return false }
        let names = (control.name + " " + control.id).lowercased()
        return !(control.type == "select-one" && ["lang", "locale"].contains(where: names.contains))
    }

    /// The kinds of control that a person would have to fill in.
    private static let typed: Set<String> = [
        "text", "email", "tel", "url", "search", "number", "date", "datetime-local", "month", "week", "time", "color",
        "file", "textarea", "select-one", "select-multiple",
    ]
}

extension PageControl {
    /// A selector for it by its name or id, where that needs no care in writing.
    fileprivate var selector: String? {
        func isPlain(_ text: String) -> Bool {
            !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
        }
        if isPlain(name) { return "[name=\"\(name)\"]" }
        return isPlain(id) ? "[id=\"\(id)\"]" : nil
    }
}

extension ChoiceFacts {
    fileprivate init?(_ seen: SeenChoice) {
        guard let kind = Kind(rawValue: seen.kind) else { return nil }
        self.init(kind, text: seen.text, value: seen.value, selector: seen.selector)
    }
}

extension ElementFacts {
    fileprivate init(_ seen: SeenElement, on base: WebURL) {
        self.init(
            isShown: seen.shown,
            actionOrigin: seen.action.flatMap { WebURL($0, base: base) }.map { "\($0.origin)" }
        )
    }
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

import FinesseSSO
import FinesseTypes
import WebAgent
import WebAgentScripting
import WebAgentURL

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension WebAgent {
    /// Where a move led.
    enum Led {
        case page(Page)
        case ending(SignInEnding)
    }

    /// Does what the conversation said.
    func perform(
        _ move: SignInConversation.Move,
        on page: Page,
        _ request: SignInRequest
    ) async throws(SignInAgentError) -> Led {
        switch move {
        case .end(let ending):
            return .ending(ending)
        case .fill(let form, let userName, let password, let code, let box):
            if let userName, let led = try await fill(.role(.username), with: userName, on: page) { return led }
            if password, let secret = request.credentials?.password.reveal() {
                if let led = try await fill(.role(.password), with: secret, on: page) { return led }
            }
            if code {
                let target = ControlTarget.role(.oneTimeCode)
                switch try await oneTimeCode(on: page, request) {
                case .given(let code): if let led = try await fill(target, with: code.reveal(), on: page) { return led }
                case .ending(let ending): return .ending(ending)
                }
            }
            if let box { try await tick(box, on: page) }
            return try await submit(form, control: password ? .password : code ? .oneTimeCode : .username, on: page)
        case .press(let form, let button):
            return try await press(form, button, on: page)
        case .choose(let choice):
            return try await choose(choice, on: page)
        case .follow(let rule):
            return try await follow(rule, on: page, request)
        }
    }

    /// Clicks a box; a page on which that leads nowhere is what is wanted.
    private func tick(_ box: String, on page: Page) async throws(SignInAgentError) {
        _ = try await reaching(page.url.hostAndPort) { () throws(WebAgentError) in
            try await self.click(.selector(box))
        }
    }

    /// Fills a control in; where it led when a rule was against it.
    func fill(
        _ target: ControlTarget,
        with value: String,
        on page: Page
    ) async throws(SignInAgentError) -> Led? {
        let outcome = try await reaching(page.url.hostAndPort) { () throws(WebAgentError) in
            try await self.fill(target, with: value)
        }
        guard case .refused(let refusal) = outcome else { return nil }
        return .ending(try refusal.ending(on: page))
    }

    /// Submits the form that was filled in by its button.
    ///
    /// A form without a button of the submitting kind has something that a script makes one: it is clicked.
    private func submit(
        _ form: Int,
        control: PageControlRole,
        on page: Page
    ) async throws(SignInAgentError) -> Led {
        let submits = page.forms[form].submitButtons
        // A form that hides its password is not submitted as a whole, but its button can be clicked.
        if control != .password, !submits.isEmpty,
            page.forms[form].controls.contains(where: { $0.type == "password" && $0.role != .oneTimeCode })
        {
            return try await press(form, 0, on: page)
        }
        if submits.isEmpty {
            for selector in Self.scriptedButtons {
                let outcome = try await reaching(page.url.hostAndPort) { () throws(WebAgentError) in
                    try await self.click(.selector(selector))
                }
                if case .refused(.page(.notFound)) = outcome { continue }
                return try led(outcome, on: page)
            }
        }
        let outcome = try await reaching(page.url.hostAndPort) { () throws(WebAgentError) in
            try await self.submit(.role(control))
        }
        return try led(outcome, on: page)
    }

    /// Presses a button by its place, since several may share a name.
    private func press(_ form: Int, _ button: Int, on page: Page) async throws(SignInAgentError) -> Led {
        var target = page.forms[form].submitButtons[button].target
        if case .value(let json?)? = try? await evaluate(PageQuestion.button(of: form, button)),
            let selector = try? JSONDecoder().decode(String?.self, from: Data(json.utf8))
        {
            target = .selector(selector)
        }
        let outcome = try await reaching(page.url.hostAndPort) { () throws(WebAgentError) in
            try await self.click(target)
        }
        return try led(outcome, on: page)
    }

    func led(_ outcome: ActionOutcome, on page: Page) throws(SignInAgentError) -> Led {
        switch outcome {
        case .page(let next): .page(next)
        case .refused(let refusal): .ending(try refusal.ending(on: page))
        }
    }

    /// What stands for a button where there is none, most telling first.
    private static let scriptedButtons = [
        "form [role=button]", "form button", "form input[type=button]", "form a[onclick]", "form span[onclick]",
    ]
}

extension PageForm {
    /// The buttons that submit it and can be pressed by name, in order.
    var submitButtons: [PageControl] {
        controls.filter { control in
            (control.type == "submit" || control.type == "image") && !control.isDisabled
        }
    }
}

extension PageControl {
    /// The button by its name or id; one that has neither is taken for the only one of the page.
    fileprivate var target: ControlTarget {
        let name = name.isEmpty ? id : name
        return name.isEmpty ? .selector("form [type=submit], form button:not([type])") : .name(name)
    }
}

extension ActionRefusal {
    /// A password that may not go there ends the sign-in with a stop; anything else is a failure of the walk.
    func ending(on page: Page) throws(SignInAgentError) -> SignInEnding {
        let kind: SignInStop.Kind
        switch self {
        case .passwordOverHTTP(let origin):
            kind = .passwordNotAllowed(PasswordObjection(origin: "\(origin)", reason: .notEncrypted))
        case .passwordOriginNotAllowed(let origin):
            kind = .passwordNotAllowed(PasswordObjection(origin: "\(origin)", reason: .notAllowed))
        case .page(.stopped):
            kind = .scriptEnded
        case .page, .noPage:
            throw .page(
                host: page.url.hostAndPort,
                reason: "\(self)",
                nextAction: "Record a trace and look at the page."
            )
        }
        return .stopped(
            SignInStop(host: page.url.hostAndPort, kind: kind, scriptTroubles: page.troubles.map(\.description))
        )
    }
}

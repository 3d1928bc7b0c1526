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
    /// A one-time code, or how the sign-in ended for want of one.
    enum CodeOutcome {
        case given(OneTimeCode)
        case ending(SignInEnding)
    }

    /// Gets a one-time code for a page.
    func oneTimeCode(on page: Page, _ request: SignInRequest) async throws(SignInAgentError) -> CodeOutcome {
        let host = page.url.hostAndPort
        guard let codes = request.answers.oneTimeCodes else {
            return .ending(.stopped(SignInStop(host: host, kind: .oneTimeCode)))
        }
        do {
            return .given(try await codes.next(for: host))
        } catch {
            guard !Task.isCancelled else { throw .cancelled(host: host) }
            return .ending(.stopped(SignInStop(host: host, kind: .noOneTimeCode(error), title: page.title)))
        }
    }

    /// Chooses something; an option and a radio button are submitted with their form.
    func choose(_ choice: ChoiceFacts, on page: Page) async throws(SignInAgentError) -> Led {
        let target = ControlTarget.selector(choice.selector)
        switch choice.kind {
        case .button, .link:
            return try await click(target, on: page)
        case .option:
            if let led = try await fill(target, with: choice.value, on: page) { return led }
        case .radio:
            let led = try await click(target, on: page)
            guard case .page(let next) = led, next.url.href == page.url.href else { return led }
        }
        let outcome = try await reaching(page.url.hostAndPort) { () throws(WebAgentError) in
            try await self.submit(target)
        }
        return try led(outcome, on: page)
    }

    /// Does what a rule says, in order, as long as the page stays; what was filled in last is submitted where nothing was clicked.
    func follow(_ rule: SignInRule, on page: Page, _ request: SignInRequest) async throws(SignInAgentError) -> Led {
        var filled: ControlTarget?
        var now = page
        for step in rule.steps {
            let led: Led?
            switch step {
            case .stop(let message):
                led = .ending(
                    .stopped(SignInStop(host: now.url.hostAndPort, kind: .ruled(name: rule.name, message: message)))
                )
            case .fill(let selector, let filling):
                let target = ControlTarget.selector(selector)
                switch try await value(of: filling, on: now, request) {
                case .given(let text): led = try await fill(target, with: text, by: rule, on: now)
                case .ending(let ending): led = .ending(ending)
                }
                filled = target
            case .choose(let selector, let filling):
                led = try await choose(filling, in: selector, by: rule, on: now, request)
                filled = nil
            case .click(let selector):
                led = try await click(.selector(selector), by: rule, on: now)
                filled = nil
            }
            guard let led else { continue }
            guard case .page(let next) = led, next.url.href == now.url.href, next.hops.isEmpty else { return led }
            now = next
        }
        guard let filled else { return .page(now) }
        let outcome = try await reaching(now.url.hostAndPort) { () throws(WebAgentError) in
            try await self.submit(filled)
        }
        return try ruled(outcome, by: rule, on: now)
    }

    private enum Value {
        case given(String)
        case ending(SignInEnding)
    }

    private func value(
        of filling: SignInRule.Filling,
        on page: Page,
        _ request: SignInRequest
    ) async throws(SignInAgentError) -> Value {
        switch filling {
        case .text(let text): return .given(text)
        case .realm: return .given(request.answers.realm ?? "")
        case .userName: return .given(request.credentials?.userName ?? "")
        case .password: return .given(request.credentials?.password.reveal() ?? "")
        case .oneTimeCode:
            switch try await oneTimeCode(on: page, request) {
            case .given(let code): return .given(code.reveal())
            case .ending(let ending): return .ending(ending)
            }
        }
    }

    private func fill(
        _ target: ControlTarget,
        with text: String,
        by rule: SignInRule,
        on page: Page
    ) async throws(SignInAgentError) -> Led? {
        let outcome = try await reaching(page.url.hostAndPort) { () throws(WebAgentError) in
            try await self.fill(target, with: text)
        }
        guard case .refused(let refusal) = outcome else { return nil }
        return .ending(try refusal.ending(on: page, rule))
    }

    private func click(_ target: ControlTarget, on page: Page) async throws(SignInAgentError) -> Led {
        let outcome = try await reaching(page.url.hostAndPort) { () throws(WebAgentError) in
            try await self.click(target)
        }
        return try led(outcome, on: page)
    }

    private func click(
        _ target: ControlTarget,
        by rule: SignInRule,
        on page: Page
    ) async throws(SignInAgentError) -> Led {
        let outcome = try await reaching(page.url.hostAndPort) { () throws(WebAgentError) in
            try await self.click(target)
        }
        return try ruled(outcome, by: rule, on: page)
    }

    private func ruled(_ outcome: ActionOutcome, by rule: SignInRule, on page: Page) throws(SignInAgentError) -> Led {
        switch outcome {
        case .page(let next): .page(next)
        case .refused(let refusal): .ending(try refusal.ending(on: page, rule))
        }
    }

    private func choose(
        _ filling: SignInRule.Filling,
        in selector: String,
        by rule: SignInRule,
        on page: Page,
        _ request: SignInRequest
    ) async throws(SignInAgentError) -> Led {
        guard case .given(let text) = try await value(of: filling, on: page, request),
            let names = try? [selector, text].map({ String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }),
            case .value(let json?)? = try? await evaluate(PageQuestion.choice(in: names[0], called: names[1])),
            let seen = try? JSONDecoder().decode(SeenChoice.self, from: Data(json.utf8)),
            let kind = ChoiceFacts.Kind(rawValue: seen.kind)
        else {
            let reason = "Nothing in \(selector) can be chosen that has the words it names."
            return .ending(
                .stopped(
                    SignInStop(host: page.url.hostAndPort, kind: .ruleNotFollowed(name: rule.name, reason: reason))
                )
            )
        }
        let choice = ChoiceFacts(kind, text: seen.text, value: seen.value, selector: seen.selector)
        return try await choose(choice, on: page)
    }
}

extension ActionRefusal {
    /// What could not be done of a rule; a password that may not go there is that, whoever named the place.
    fileprivate func ending(on page: Page, _ rule: SignInRule) throws(SignInAgentError) -> SignInEnding {
        switch self {
        case .page(.stopped), .passwordOverHTTP, .passwordOriginNotAllowed: try ending(on: page)
        case .page, .noPage:
            .stopped(
                SignInStop(
                    host: page.url.hostAndPort,
                    kind: .ruleNotFollowed(name: rule.name, reason: "\(self)")
                )
            )
        }
    }
}

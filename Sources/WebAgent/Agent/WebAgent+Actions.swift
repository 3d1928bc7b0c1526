public import WebAgentScripting

extension WebAgent {
    /// Fills in a control as a person would.
    ///
    /// A password is filled in only where the configuration allows it: over https, at an allowed origin.
    ///
    /// - Parameters:
    ///   - target: which control.
    ///   - value: what to fill in; never recorded.
    /// - Returns: whether it was done, or the rule against it.
    /// - Throws: ``WebAgentError``.
    public func fill(_ target: ControlTarget, with value: String) async throws(WebAgentError) -> FillOutcome {
        try await call { opening throws(WebAgentError) in
            guard let page = self.document, page.isShown else { return .refused(self.refused(.noPage, "fill", target)) }
            let isPassword = Self.mayBePassword(target, in: page)
            if isPassword {
                let holder = try await self.holder(of: target, in: page, &opening)
                if let refusal = await self.reasonNotToFillPassword(in: holder) {
                    return .refused(self.refused(refusal, "fill", target))
                }
            }
            let report = try await self.run(.fill(target, value), &opening)
            if let refusal = report.refusal { return .refused(self.refused(refusal, "fill", target)) }
            if isPassword { self.document?.hasFilledPassword = true }
            self.recording.append(.action("fill \(Self.shown(target))", refusal: nil))
            return .filled
        }
    }

    /// Clicks an element, and goes where that leads.
    ///
    /// - Parameter target: which element.
    /// - Returns: the page that rests, the same one where the click led nowhere; or the rule against it.
    /// - Throws: ``WebAgentError``.
    public func click(_ target: ControlTarget) async throws(WebAgentError) -> ActionOutcome {
        try await act(.click(target), "click", target)
    }

    /// Submits a form as pressing Enter in it would, and goes where that leads.
    ///
    /// A form with a password field that was not filled in is not submitted.
    ///
    /// - Parameter target: the form, or a control in it.
    /// - Returns: the page that rests; or the rule against it.
    /// - Throws: ``WebAgentError``.
    public func submit(_ target: ControlTarget) async throws(WebAgentError) -> ActionOutcome {
        try await act(.submit(target), "submit", target)
    }

    /// Evaluates a script in the open page.
    ///
    /// Where the script leads is followed by the next action.
    ///
    /// - Parameter script: an expression or a program; never recorded.
    /// - Returns: its value as JSON, or why there is none.
    /// - Throws: ``WebAgentError``.
    public func evaluate(_ script: String) async throws(WebAgentError) -> EvaluationOutcome {
        try await call { opening throws(WebAgentError) in
            guard self.document?.isShown == true else { return .refused(.noPage) }
            let report = try await self.run(.evaluate(script), &opening)
            return report.refusal.map(EvaluationOutcome.refused) ?? .value(report.value)
        }
    }

    /// The document that holds a control; on a page without frames nobody need be asked.
    private func holder(
        of target: ControlTarget,
        in page: OpenDocument,
        _ opening: inout Opening
    ) async throws(WebAgentError) -> Requester {
        if page.frames.isEmpty { return page.requester }
        let report = try await run(.locate(target), &opening)
        return report.document.flatMap { page.requester($0) } ?? page.requester
    }

    private func act(
        _ order: PageOrder,
        _ word: String,
        _ target: ControlTarget
    ) async throws(WebAgentError) -> ActionOutcome {
        try await call { opening throws(WebAgentError) in
            guard let page = self.document, page.isShown else {
                return .refused(self.refused(.noPage, word, target))
            }
            self.document?.refusal = nil
            // From here on a script of the page may send the password it was given.
            self.document?.hasSubmittedPassword = page.hasFilledPassword
            let report = try await self.run(order, &opening)
            if let refusal = report.refusal { return .refused(self.refused(refusal, word, target)) }
            self.recording.append(.action("\(word) \(Self.shown(target))", refusal: nil))
            guard let next = try await self.settle(&opening) else { return .page(try await self.rest(&opening)) }
            return .page(try await self.follow(next, &opening))
        }
    }

    private func refused(_ refusal: ActionRefusal, _ word: String, _ target: ControlTarget) -> ActionRefusal {
        recording.append(.action("\(word) \(Self.shown(target))", refusal: refusal))
        return refusal
    }

    /// Whether filling a target in may give a password away; of a selector on a page with a password field nobody knows.
    private static func mayBePassword(_ target: ControlTarget, in page: OpenDocument) -> Bool {
        switch target {
        case .role(let role): role == .password
        case .selector, .name: page.hasPasswordField
        }
    }

    private static func shown(_ target: ControlTarget) -> String {
        switch target {
        case .role(let role): role.rawValue
        case .selector(let selector): Redaction.pageText(selector)
        case .name(let name): Redaction.shortName(name)
        }
    }
}

extension PageReport {
    fileprivate var refusal: ActionRefusal? {
        if case .refused(let refusal) = outcome { .page(refusal) } else { nil }
    }
}

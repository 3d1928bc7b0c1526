import WebAgentHTML
import WebAgentURL

extension Page {
    /// Puts a value into a control, as a person would.
    func fill(_ target: ControlTarget, with value: String) -> PageOutcome {
        switch find(target) {
        case .refused(let refusal): return .refused(refusal)
        case .found(let page, let node):
            guard page.isFillable(node) else { return .refused(.notFillable(target)) }
            if page.document.isDisabled(node) { return .refused(.disabled(target)) }
            if isStopped { return .refused(.stopped) }
            page.script("agentFill", [.node(node.rawValue), .string(value)])
            page.filled.insert(node)
            drain()
            return .done
        }
    }

    /// Clicks an element.
    func click(_ target: ControlTarget) -> PageOutcome {
        switch find(target) {
        case .refused(let refusal): return .refused(refusal)
        case .found(let page, let node):
            if page.document.isDisabled(node) { return .refused(.disabled(target)) }
            if isStopped { return .refused(.stopped) }
            page.activated { page.script("agentClick", [.node(node.rawValue)]) }
            drain()
            return .done
        }
    }

    /// Submits a form as a person does who presses Enter in it: its first submit button is clicked.
    ///
    /// Source: HTML standard, section 4.10.22.2, "implicit submission".
    func submit(_ target: ControlTarget) -> PageOutcome {
        switch find(target) {
        case .refused(let refusal): return .refused(refusal)
        case .found(let page, let node):
            let document = page.document
            guard let form = document.isHTML(node, "form") ? node : document.formOwner(of: node) else {
                return .refused(.noForm(target))
            }
            guard page.passwordFields(of: form).allSatisfy(page.filled.contains) else {
                return .refused(.passwordNotFilled)
            }
            let button = document.defaultButton(of: form)
            if let button, document.isDisabled(button) { return .refused(.disabled(target)) }
            if isStopped { return .refused(.stopped) }
            let control = document.controls(of: form).last(where: page.filled.contains)
            page.activated {
                page.script("agentSubmit", [.node(form.rawValue), ScriptValue(button), ScriptValue(control)])
            }
            drain()
            return .done
        }
    }

    /// Which document holds an element.
    func locate(_ target: ControlTarget) -> AskingDocument? {
        if case .found(let page, _) = find(target) { page.asking } else { nil }
    }

    /// Does what a person does, and notes that it was one.
    private func activated(_ body: () -> Void) {
        world.isUserActivated = true
        wasActivated = true
        body()
        world.isUserActivated = false
    }

    /// Evaluates a script for the parent; its value comes as JSON.
    func evaluate(_ text: String) -> (outcome: PageOutcome, value: String?) {
        if isStopped { return (.refused(.stopped), nil) }
        guard let result = script("evaluateForParent", [.string(text)]) else { return (.refused(.scriptFailed), nil) }
        drain()
        return (.done, result.text)
    }

    /// What the page is like, for a report.
    func report(_ outcome: PageOutcome = .done) -> PageReport {
        PageReport(
            outcome: outcome,
            url: url.href,
            title: document.title(of: document.root),
            pageTime: clock.now,
            nextTimer: clock.untilNext
        )
    }

    private enum Found {
        case found(Page, NodeID)
        case refused(PageRefusal)
    }

    /// The documents that are shown: the page, and those in its frames in the order of the tree.
    var shownDocuments: [Page] {
        frames.isEmpty ? [self] : [self] + orderedFrames.flatMap(\.page.shownDocuments)
    }

    /// Finds an element: in the page itself, and then in its frames.
    private func find(_ target: ControlTarget) -> Found {
        if case .selector(let text) = target, (try? Selector(text)) == nil { return .refused(.invalidSelector(text)) }
        for page in shownDocuments {
            if let node = page.element(for: target) { return .found(page, node) }
        }
        return .refused(.notFound(target))
    }

    private func element(for target: ControlTarget) -> NodeID? {
        switch target {
        case .role(let role): return controlWithRole(role)
        case .selector(let text):
            // That it is one was seen before.
            guard let selector = try? Selector(text) else { return nil }
            return document.query(selector, below: document.root, focused: focused)
        case .name(let name):
            let controls = Array(document.elements(below: document.root).filter(isFormControl))
            return controls.first { document.attribute("name", of: $0) == name }
                ?? controls.first { document.attribute("id", of: $0) == name }
        }
    }

    private func isFormControl(_ node: NodeID) -> Bool {
        ["button", "input", "select", "textarea", "output", "fieldset", "object"].contains(document.localName(of: node))
            && document.namespace(of: node) == .html
    }

    private func isFillable(_ node: NodeID) -> Bool {
        if document.isHTML(node, "textarea") || document.isHTML(node, "select") { return true }
        guard document.isHTML(node, "input") else { return document.hasAttribute("contenteditable", of: node) }
        let type = ASCIIText.lowercased(document.attribute("type", of: node) ?? "")
        return !["button", "checkbox", "file", "hidden", "image", "radio", "reset", "submit"].contains(type)
    }
}

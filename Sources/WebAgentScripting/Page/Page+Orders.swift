import WebAgentHTML
import WebAgentURL

extension Page {
    /// Puts a value into a control, as a person would.
    func fill(_ target: ControlTarget, with value: String) -> PageOutcome {
        switch find(target) {
        case .refused(let refusal): return .refused(refusal)
        case .found(let node):
            guard isFillable(node) else { return .refused(.notFillable(target)) }
            if document.isDisabled(node) { return .refused(.disabled(target)) }
            if isStopped { return .refused(.stopped) }
            script("agentFill", [.node(node.rawValue), .string(value)])
            filled.insert(node)
            drain()
            return .done
        }
    }

    /// Clicks an element.
    func click(_ target: ControlTarget) -> PageOutcome {
        switch find(target) {
        case .refused(let refusal): return .refused(refusal)
        case .found(let node):
            if document.isDisabled(node) { return .refused(.disabled(target)) }
            if isStopped { return .refused(.stopped) }
            script("agentClick", [.node(node.rawValue)])
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
        case .found(let node):
            guard let form = document.isHTML(node, "form") ? node : document.formOwner(of: node) else {
                return .refused(.noForm(target))
            }
            guard passwordFields(of: form).allSatisfy(filled.contains) else { return .refused(.passwordNotFilled) }
            let button = document.defaultButton(of: form)
            if let button, document.isDisabled(button) { return .refused(.disabled(target)) }
            if isStopped { return .refused(.stopped) }
            let control = document.controls(of: form).last(where: filled.contains)
            script("agentSubmit", [.node(form.rawValue), ScriptValue(button), ScriptValue(control)])
            drain()
            return .done
        }
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
        case found(NodeID)
        case refused(PageRefusal)
    }

    private func find(_ target: ControlTarget) -> Found {
        let node: NodeID?
        switch target {
        case .role(let role): node = controlWithRole(role)
        case .selector(let text):
            guard let selector = try? Selector(text) else { return .refused(.invalidSelector(text)) }
            node = document.query(selector, below: document.root, focused: focused)
        case .name(let name):
            let controls = Array(document.elements(below: document.root).filter(isFormControl))
            node =
                controls.first { document.attribute("name", of: $0) == name }
                ?? controls.first { document.attribute("id", of: $0) == name }
        }
        return node.map(Found.found) ?? .refused(.notFound(target))
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

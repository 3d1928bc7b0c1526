import WebAgentHTML
import WebAgentURL

extension Page {
    /// The forms of the page and its frames, for people and recordings.
    func describedForms() -> [PageForm] {
        shownDocuments.flatMap { $0.ownForms() }
    }

    private func ownForms() -> [PageForm] {
        document.formDescriptions.map { form in
            PageForm(
                id: form.id ?? "",
                name: form.name ?? "",
                method: form.method,
                action: form.action ?? "",
                enctype: form.encodingType,
                controls: form.controls.map(described),
                frame: isTop ? "" : url.href
            )
        }
    }

    /// The control that plays a part in a sign-in.
    func controlWithRole(_ role: PageControlRole) -> NodeID? {
        ControlRole(rawValue: role.rawValue).flatMap { document.control(for: $0) }
    }

    private func described(_ control: ControlDescription) -> PageControl {
        PageControl(
            name: control.name ?? "",
            id: control.id ?? "",
            type: control.type,
            label: control.label,
            role: control.role.flatMap { PageControlRole(rawValue: $0.rawValue) },
            isFilled: isFilled(control),
            isDisabled: control.isDisabled
        )
    }

    /// Whether a control has a value; of one that is secret the description has none, so that it is looked up.
    private func isFilled(_ control: ControlDescription) -> Bool {
        if let value = control.value { return !value.isEmpty }
        return document.elements(below: document.root).contains { node in
            document.isHTML(node, control.element) && document.attribute("name", of: node) == control.name
                && document.attribute("id", of: node) == control.id && !document.value(of: node).isEmpty
        }
    }
}

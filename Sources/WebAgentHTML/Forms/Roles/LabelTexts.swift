/// The texts that name controls to people: labels, and the attributes that stand in for one.
struct LabelTexts {
    private let document: Document
    private var texts: [NodeID: String] = [:]

    init(_ document: Document) {
        self.document = document
        for node in document.descendants(of: document.root) where document.isHTML(node, .label) {
            guard let control = document.labeledControl(of: node) else { continue }
            let text = ASCII.strippedAndCollapsed(document.textContent(of: node))
            texts[control] = texts[control].map { $0 + " " + text } ?? text
        }
    }

    /// What names a control, joined; empty if nothing does.
    func text(of control: NodeID) -> String {
        var parts = texts[control].map { [$0] } ?? []
        for name in ["aria-label", "placeholder", "title"] {
            if let value = document.attribute(name, of: control) { parts.append(value) }
        }
        for identifier in ASCII.words(of: document.attribute("aria-labelledby", of: control) ?? "") {
            guard let named = document.element(withID: identifier) else { continue }
            parts.append(ASCII.strippedAndCollapsed(document.textContent(of: named)))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// What the parser knows of a select whose chosen option is shown in a `selectedcontent`.
struct SelectedContent {
    let target: NodeID
    var showsDefault = false
    var showsChosen = false
}

extension TreeBuilder {
    /// Notes the first `selectedcontent` of the select that is open around it.
    mutating func noteSelectedContent(_ node: NodeID) {
        guard let select = stack.last(where: { $0.htmlTag == .select })?.node, selectedContents[select] == nil else {
            return
        }
        if document.hasAttribute("multiple", of: select) { return }
        selectedContents[select] = SelectedContent(target: node)
    }

    /// When an option is closed that is the chosen one so far, its contents are copied to where the select shows them.
    ///
    /// Source: HTML standard (2025), section 4.10.10, "maybe clone an option into selectedcontent".
    mutating func optionClosed(_ option: NodeID) {
        if selectedContents.isEmpty { return }
        guard let select = document.select(of: option), var shown = selectedContents[select] else { return }
        if document.hasAttribute("selected", of: option) {
            shown.showsChosen = true
        } else if !shown.showsDefault, !shown.showsChosen, !document.isOptionDisabled(option) {
            shown.showsDefault = true
        } else {
            return
        }
        selectedContents[select] = shown
        while let child = document.firstChild(of: shown.target) { document.unlink(child) }
        for child in document.children(of: option) {
            document.link(document.clone(child, deep: true), into: shown.target, before: nil)
        }
    }
}

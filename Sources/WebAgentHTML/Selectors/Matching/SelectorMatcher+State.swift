extension SelectorMatcher {
    /// Source: HTML standard, section 4.16.3; Selectors level 4, sections 13 and 14.
    mutating func matchesState(_ node: NodeID, _ test: StateTest) -> Bool {
        switch test {
        case .root: return document.parent(of: node).map { document.kind(of: $0) == .document } ?? false
        case .scope: return isScope(node)
        case .empty: return isEmpty(node)
        case .link:
            return (document.isHTML(node, .a) || document.isHTML(node, .area))
                && document.hasAttribute("href", of: node)
        case .checked: return choices.isChosen(node, in: document)
        case .disabled: return isDisableable(node) && document.isDisabled(node)
        case .enabled: return isDisableable(node) && !document.isDisabled(node)
        case .required: return canBeRequired(node) && document.hasAttribute("required", of: node)
        case .optional: return canBeRequired(node) && !document.hasAttribute("required", of: node)
        case .readWrite: return isReadWrite(node)
        case .readOnly: return !isReadWrite(node)
        case .placeholderShown:
            return document.hasAttribute("placeholder", of: node) && isTextControl(node)
                && document.value(of: node).isEmpty
        case .focus: return node == focused
        case .focusWithin: return focused.map { document.contains(node, $0) } ?? false
        case .defined: return true
        case .indeterminate: return false
        }
    }

    /// Where the scope is a whole tree, its root element is meant.
    private func isScope(_ node: NodeID) -> Bool {
        if document.isElement(scope) { return node == scope }
        return document.parent(of: node) == scope
    }

    private func isEmpty(_ node: NodeID) -> Bool {
        document.children(of: node).allSatisfy { child in
            switch document.kind(of: child) {
            case .element: false
            case .text: document.data(of: child).isEmpty
            case .comment, .document, .doctype, .fragment: true
            }
        }
    }

    private func isDisableable(_ node: NodeID) -> Bool {
        switch document.htmlTag(of: node) {
        case .button, .input, .select, .textarea, .fieldset, .optgroup, .option: true
        default: false
        }
    }

    private func canBeRequired(_ node: NodeID) -> Bool {
        switch document.htmlTag(of: node) {
        case .select, .textarea: return true
        case .input:
            switch document.inputType(of: node) {
            case .hidden, .range, .color, .submit, .image, .reset, .button, nil: return false
            default: return true
            }
        default: return false
        }
    }

    private func isTextControl(_ node: NodeID) -> Bool {
        document.isHTML(node, .textarea) || document.inputType(of: node)?.valueMode == .value
    }

    private func isReadWrite(_ node: NodeID) -> Bool {
        if isTextControl(node), document.inputType(of: node) != .range, document.inputType(of: node) != .color {
            return !document.hasAttribute("readonly", of: node) && !document.isDisabled(node)
        }
        guard let editable = document.attribute("contenteditable", of: node) else { return false }
        return !ASCII.equalsIgnoringCase(editable, "false")
    }
}

/// Which radio buttons and options are chosen, worked out once for a tree or a select.
struct ChoiceCache {
    private var radios: [NodeID: Set<NodeID>] = [:]
    private var selects: [NodeID: Set<NodeID>] = [:]

    mutating func isChosen(_ node: NodeID, in document: Document) -> Bool {
        switch document.htmlTag(of: node) {
        case .option: return isSelected(node, in: document)
        case .input:
            switch document.inputType(of: node) {
            case .checkbox: return document.checkedMoment(of: node) != 0
            case .radio: return isRadioChecked(node, in: document)
            default: return false
            }
        default: return false
        }
    }

    private mutating func isSelected(_ option: NodeID, in document: Document) -> Bool {
        guard let select = document.select(of: option) else { return document.isSelected(option) }
        if let known = selects[select] { return known.contains(option) }
        let chosen = Set(document.selectedOptions(of: select))
        selects[select] = chosen
        return chosen.contains(option)
    }

    private mutating func isRadioChecked(_ radio: NodeID, in document: Document) -> Bool {
        let top = document.rootNode(of: radio)
        if let known = radios[top] { return known.contains(radio) }
        let checked = document.checkedRadios(below: top)
        radios[top] = checked
        return checked.contains(radio)
    }
}

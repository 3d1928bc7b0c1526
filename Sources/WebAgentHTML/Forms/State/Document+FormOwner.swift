extension Document {
    /// The form a control belongs to.
    ///
    /// - Parameter control: a form-associated element (or a `label`, whose control's form it is).
    /// - Returns: the form named by its `form` attribute, else the one the parser gave it, else the nearest above it.
    ///
    /// Source: HTML standard, section 4.10.18.3, "reset the form owner".
    public func formOwner(of control: NodeID) -> NodeID? {
        let tag = htmlTag(of: control)
        if tag == .label { return labeledControl(of: control).flatMap { formOwner(of: $0) } }
        guard tag.isFormAssociated else { return nil }
        if tag.isListed, let name = attribute("form", of: control), isConnected(control) {
            guard let found = element(withID: name), isHTML(found, .form) else { return nil }
            return found
        }
        if let owner = parserFormOwners[control], rootNode(of: owner) == rootNode(of: control) { return owner }
        return nearestForm(above: control)
    }

    /// The controls that belong to a form.
    ///
    /// - Parameter form: a `form` element.
    /// - Returns: the listed elements (buttons, fieldsets, inputs, objects, outputs, selects, text areas) in tree order.
    ///
    /// Source: HTML standard, section 4.10.3, `elements`; image buttons are included.
    public func controls(of form: NodeID) -> [NodeID] {
        descendants(of: rootNode(of: form)).filter { htmlTag(of: $0).isListed && formOwner(of: $0) == form }
    }

    /// Every form of the page's tree.
    public var forms: [NodeID] {
        descendants(of: root).filter { isHTML($0, .form) }
    }

    /// The control that a label names.
    ///
    /// - Parameter label: a `label` element.
    /// - Returns: the labelable element with the identifier in `for`, or else the first below the label.
    ///
    /// Source: HTML standard, section 4.10.4, "labeled control".
    public func labeledControl(of label: NodeID) -> NodeID? {
        if let name = attribute("for", of: label) {
            guard let found = element(withID: name), isLabelable(found) else { return nil }
            return found
        }
        return descendants(of: label).first { isLabelable($0) }
    }

    private func isLabelable(_ node: NodeID) -> Bool {
        switch htmlTag(of: node) {
        case .button, .meter, .output, .progress, .select, .textarea: true
        case .input: inputType(of: node) != .hidden
        default: false
        }
    }

    func nearestForm(above node: NodeID) -> NodeID? {
        var current = parent(of: node)
        while let above = current {
            if isHTML(above, .form) { return above }
            current = parent(of: above)
        }
        return nil
    }

    /// What inserting a node changes besides the links.
    func inserted(_ node: NodeID) {
        guard isHTML(node, .option) || isHTML(node, .optgroup) else { return }
        guard let select = select(of: node), state(of: select)?.isSelectionEmpty == true else { return }
        changeState(of: select) { $0.isSelectionEmpty = false }
    }

    /// Forgets the owners given by the parser to controls that left their form's tree.
    func formOwnersAfterRemoval(of top: NodeID) {
        if parserFormOwners.isEmpty { return }
        var current: NodeID? = top
        var holdsForm = false
        while let node = current {
            if isHTML(node, .form) { holdsForm = true }
            if let owner = parserFormOwners[node], !contains(top, owner) { parserFormOwners[node] = nil }
            current = following(node, within: top)
        }
        guard holdsForm else { return }
        for (control, owner) in parserFormOwners where contains(top, owner) && !contains(top, control) {
            parserFormOwners[control] = nil
        }
    }

    /// Puts the controls of a form back to what the markup says.
    ///
    /// - Parameter form: a `form` element.
    ///
    /// Source: HTML standard, section 4.10.23, "reset algorithm".
    public func reset(_ form: NodeID) {
        for control in controls(of: form) {
            controlStates[control] = nil
            if isHTML(control, .select) {
                for option in options(of: control) { controlStates[option] = nil }
            }
        }
        changed()
    }
}

extension Tag {
    /// Whether elements with this name can be listed in a form's `elements`.
    var isListed: Bool {
        switch self {
        case .button, .fieldset, .input, .object, .output, .select, .textarea: true
        default: false
        }
    }

    /// Whether elements with this name can have a form owner.
    var isFormAssociated: Bool { isListed || self == .img }
}

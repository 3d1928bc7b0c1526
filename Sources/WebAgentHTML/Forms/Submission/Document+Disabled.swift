extension Document {
    /// Whether a control is disabled, by itself or by a fieldset around it.
    ///
    /// - Parameter control: a form control or fieldset.
    /// - Returns: true if it can't be used and isn't submitted.
    ///
    /// Source: HTML standard, section 4.10.18.5; for `fieldset` section 4.10.15.
    public func isDisabled(_ control: NodeID) -> Bool {
        switch htmlTag(of: control) {
        case .option: return isOptionDisabled(control)
        case .optgroup: return hasAttribute("disabled", of: control)
        case .button, .input, .select, .textarea, .fieldset: break
        default: return false
        }
        return hasAttribute("disabled", of: control) || isInDisabledFieldset(control)
    }

    /// Whether a disabled fieldset is above a node, other than around the fieldset's first legend.
    private func isInDisabledFieldset(_ node: NodeID) -> Bool {
        var below = node
        while let above = parent(of: below) {
            if isHTML(above, .fieldset), hasAttribute("disabled", of: above), below != firstLegend(of: above) {
                return true
            }
            below = above
        }
        return false
    }

    private func firstLegend(of fieldset: NodeID) -> NodeID? {
        children(of: fieldset).first { isHTML($0, .legend) }
    }

    /// Whether a control submits its form when it is activated.
    ///
    /// - Parameter control: any node.
    /// - Returns: true for an `input` of type submit or image, and a `button` whose type is (or defaults to) submit.
    ///
    /// Source: HTML standard, section 4.10.2, "submit button".
    public func isSubmitButton(_ control: NodeID) -> Bool {
        switch htmlTag(of: control) {
        case .input:
            let type = inputType(of: control)
            return type == .submit || type == .image
        case .button: return buttonType(of: control) == "submit"
        default: return false
        }
    }

    /// The type of a `button` element.
    ///
    /// - Parameter button: a `button` element.
    /// - Returns: `submit`, `reset` or `button`.
    public func buttonType(of button: NodeID) -> String {
        let type = ASCII.lowercased(attribute("type", of: button) ?? "")
        return type == "reset" || type == "button" ? type : "submit"
    }

    /// The button that submits a form when a user presses the enter key.
    ///
    /// - Parameter form: a `form` element.
    /// - Returns: its first submit button in tree order, disabled or not; `nil` if it has none.
    ///
    /// Source: HTML standard, section 4.10.22.2, "default button".
    public func defaultButton(of form: NodeID) -> NodeID? {
        controls(of: form).first { isSubmitButton($0) }
    }

    func isButton(_ control: NodeID) -> Bool {
        isHTML(control, .button) || inputType(of: control)?.isButton == true
    }
}

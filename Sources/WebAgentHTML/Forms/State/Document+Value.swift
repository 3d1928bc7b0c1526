extension Document {
    /// The current value of a form control.
    ///
    /// - Parameter control: an `input`, `textarea`, `select`, `option`, `button` or `output`.
    /// - Returns: what the control's `value` member gives (of a checkbox or radio its attribute, `on` without one); empty for
    ///   other nodes and for file controls.
    ///
    /// Source: HTML standard, section 4.10.5.4 and the `value` members of the other elements.
    public func value(of control: NodeID) -> String {
        switch htmlTag(of: control) {
        case .input: inputValue(of: control)
        case .textarea: Newlines.toLineFeeds(rawTextareaValue(of: control))
        case .select: selectedOptions(of: control).first.map { value(of: $0) } ?? ""
        case .option: attribute("value", of: control) ?? optionText(of: control)
        case .output: textContent(of: control)
        default: attribute("value", of: control) ?? ""
        }
    }

    /// Sets the value of a form control, as a script's assignment to `value` or a user's typing does.
    ///
    /// - Parameters:
    ///   - value: the new value; it is sanitised to the control's type.
    ///   - control: an `input`, `textarea`, `select`, `option`, `button` or `output`.
    public func setValue(_ value: String, of control: NodeID) {
        switch htmlTag(of: control) {
        case .input: setInputValue(value, of: control)
        case .textarea: changeState(of: control) { $0.value = value }
        case .select: select(value: value, in: control)
        case .output: setTextContent(value, of: control)
        default: setAttribute("value", value, of: control)
        }
    }

    /// The value a control has before anybody touched it.
    ///
    /// - Parameter control: an `input` or `textarea`.
    /// - Returns: the `value` attribute, or a text area's own text.
    public func defaultValue(of control: NodeID) -> String {
        isHTML(control, .textarea) ? childText(of: control) : attribute("value", of: control) ?? ""
    }

    /// Whether the value no longer follows the markup.
    ///
    /// - Parameter control: an `input` or `textarea`.
    /// - Returns: the "dirty value flag".
    public func isValueDirty(of control: NodeID) -> Bool { state(of: control)?.value != nil }

    /// The files of a file control.
    ///
    /// - Parameter control: an `input` of type file.
    /// - Returns: the files in their order.
    public func files(of control: NodeID) -> [FormFile] { state(of: control)?.files ?? [] }

    /// Sets the files of a file control.
    ///
    /// - Parameters:
    ///   - files: the files.
    ///   - control: an `input` of type file.
    public func setFiles(_ files: [FormFile], of control: NodeID) {
        changeState(of: control) { $0.files = files }
    }

    /// A text area's value with its newlines as they came.
    func rawTextareaValue(of control: NodeID) -> String {
        state(of: control)?.value ?? childText(of: control)
    }

    /// The text of a node's own text children, those of deeper elements left out.
    func childText(of node: NodeID) -> String {
        var text = ""
        for child in children(of: node) where kind(of: child) == .text { text += data(of: child) }
        return text
    }

    private func inputValue(of control: NodeID) -> String {
        let type = inputType(of: control) ?? .text
        switch type.valueMode {
        case .value:
            let raw = state(of: control)?.value ?? attribute("value", of: control) ?? ""
            return ValueSanitization.sanitize(raw, type: type) { self.attribute($0, of: control) }
        case .default: return attribute("value", of: control) ?? ""
        case .defaultOn: return attribute("value", of: control) ?? "on"
        case .filename: return files(of: control).first.map { "C:\\fakepath\\" + $0.filename } ?? ""
        }
    }

    private func setInputValue(_ value: String, of control: NodeID) {
        let type = inputType(of: control) ?? .text
        switch type.valueMode {
        case .value:
            let clean = ValueSanitization.sanitize(value, type: type) { self.attribute($0, of: control) }
            changeState(of: control) { $0.value = clean }
        case .default, .defaultOn: setAttribute("value", value, of: control)
        case .filename: if value.isEmpty { setFiles([], of: control) }
        }
    }

    /// What a change of an attribute does to a control's state.
    ///
    /// Source: HTML standard, section 4.10.5, "When an input element's type attribute changes state".
    func controlAttributeChanged(_ name: String, from old: String?, of node: NodeID) {
        guard name == "type", isHTML(node, .input), let value = state(of: node)?.value else { return }
        let before = Self.inputType(named: old).valueMode
        let after = Self.inputType(named: attribute("type", of: node)).valueMode
        guard before == .value, after != .value else { return }
        changeState(of: node) { $0.value = nil }
        if !value.isEmpty, after != .filename { setAttribute("value", value, of: node) }
    }
}

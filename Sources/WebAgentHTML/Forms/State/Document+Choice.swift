extension Document {
    /// Whether a checkbox or radio button is checked.
    ///
    /// - Parameter control: an `input` of type checkbox or radio.
    /// - Returns: its checkedness; of a radio group only the one checked last is checked.
    ///
    /// Source: HTML standard, sections 4.10.5.1.15 and 4.10.5.1.16.
    public func isChecked(_ control: NodeID) -> Bool {
        if checkedMoment(of: control) == 0 { return false }
        guard inputType(of: control) == .radio else { return true }
        return currentCheckedRadios(below: rootNode(of: control)).contains(control)
    }

    /// The checked radio buttons of a tree, kept until the document changes.
    private func currentCheckedRadios(below top: NodeID) -> Set<NodeID> {
        if let cached = cachedRadios, cached.version == version, cached.top == top { return cached.checked }
        let checked = checkedRadios(below: top)
        cachedRadios = (version, top, checked)
        return checked
    }

    /// Checks or unchecks a checkbox or radio button, as a script's assignment to `checked` does.
    ///
    /// - Parameters:
    ///   - checked: the new checkedness.
    ///   - control: an `input`.
    public func setChecked(_ checked: Bool, of control: NodeID) {
        let moment = checked ? momentOfChoice() : 0
        changeState(of: control) {
            $0.isChoiceDirty = true
            $0.chosenAt = moment
        }
    }

    /// Whether the checkedness no longer follows the markup.
    ///
    /// - Parameter control: an `input`.
    /// - Returns: the "dirty checkedness flag".
    public func isCheckednessDirty(of control: NodeID) -> Bool { state(of: control)?.isChoiceDirty ?? false }

    /// When a control was checked: 0 for not, its own number if by its markup.
    func checkedMoment(of control: NodeID) -> UInt64 {
        if let state = state(of: control), state.isChoiceDirty { return state.chosenAt }
        return hasAttribute("checked", of: control) ? UInt64(control.rawValue) : 0
    }

    /// The radio buttons of a tree that are checked: of each group the one checked last.
    func checkedRadios(below top: NodeID) -> Set<NodeID> {
        var checked: Set<NodeID> = []
        var latest: [RadioGroup: (moment: UInt64, radio: NodeID)] = [:]
        for node in descendants(of: top) where inputType(of: node) == .radio {
            let moment = checkedMoment(of: node)
            if moment == 0 { continue }
            guard let group = radioGroup(of: node) else {
                checked.insert(node)
                continue
            }
            if let known = latest[group], known.moment > moment { continue }
            latest[group] = (moment, node)
        }
        checked.formUnion(latest.values.map(\.radio))
        return checked
    }

    /// The name and owner that make radio buttons one group.
    func radioGroup(of control: NodeID) -> RadioGroup? {
        guard let name = attribute("name", of: control), !name.isEmpty else { return nil }
        return RadioGroup(name: name, owner: formOwner(of: control))
    }
}

/// What the radio buttons of one group have in common.
struct RadioGroup: Hashable {
    let name: String
    let owner: NodeID?
}

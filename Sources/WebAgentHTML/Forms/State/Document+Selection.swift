extension Document {
    /// The options of a select.
    ///
    /// - Parameter select: a `select` element.
    /// - Returns: its options in tree order, those of groups and of plain containers included.
    ///
    /// Source: HTML standard (2025), section 4.10.7, "list of options".
    public func options(of select: NodeID) -> [NodeID] {
        var found: [NodeID] = []
        var current = firstChild(of: select)
        while let node = current {
            let tag = htmlTag(of: node)
            if tag == .option { found.append(node) }
            let isLeaf: Bool
            switch tag {
            case .option, .datalist, .select, .hr: isLeaf = true
            case .optgroup: isLeaf = self.isInOptionGroup(node, of: select)
            default: isLeaf = false
            }
            current = isLeaf ? followingSkippingChildren(node, within: select) : following(node, within: select)
        }
        return found
    }

    /// The options of a select that are selected.
    ///
    /// Without `multiple` at most one: the one selected last, or else, in a drop-down box, the first that is not disabled.
    ///
    /// - Parameter select: a `select` element.
    /// - Returns: the options in tree order.
    ///
    /// Source: HTML standard, section 4.10.7, "selectedness setting algorithm".
    public func selectedOptions(of select: NodeID) -> [NodeID] {
        let all = options(of: select)
        let chosen = all.map { (option: $0, moment: selectedMoment(of: $0)) }.filter { $0.moment != 0 }
        if hasAttribute("multiple", of: select) { return chosen.map(\.option) }
        if let last = chosen.max(by: { $0.moment < $1.moment }) { return [last.option] }
        guard displaySize(of: select) == 1, state(of: select)?.isSelectionEmpty != true else { return [] }
        return all.first { !isOptionDisabled($0) }.map { [$0] } ?? []
    }

    /// The select an option belongs to.
    ///
    /// - Parameter option: an `option` element.
    /// - Returns: the nearest `select` above it, if any.
    public func select(of option: NodeID) -> NodeID? {
        var current = parent(of: option)
        while let node = current {
            switch htmlTag(of: node) {
            case .select: return node
            case .option, .datalist, .hr: return nil
            default: current = parent(of: node)
            }
        }
        return nil
    }

    /// Whether an option is selected.
    ///
    /// - Parameter option: an `option` element.
    /// - Returns: its selectedness.
    public func isSelected(_ option: NodeID) -> Bool {
        guard let select = select(of: option) else { return selectedMoment(of: option) != 0 }
        return selectedOptions(of: select).contains(option)
    }

    /// Selects or deselects an option, as a script's assignment to `selected` does.
    ///
    /// - Parameters:
    ///   - selected: the new selectedness.
    ///   - option: an `option` element.
    public func setSelected(_ selected: Bool, of option: NodeID) {
        let moment = selected ? momentOfChoice() : 0
        changeState(of: option) {
            $0.isChoiceDirty = true
            $0.chosenAt = moment
        }
        guard let select = select(of: option), state(of: select) != nil else { return }
        changeState(of: select) { $0.isSelectionEmpty = false }
    }

    /// The position of the first selected option.
    ///
    /// - Parameter select: a `select` element.
    /// - Returns: its position among the options; -1 for none.
    public func selectedIndex(of select: NodeID) -> Int {
        guard let first = selectedOptions(of: select).first else { return -1 }
        return options(of: select).firstIndex(of: first) ?? -1
    }

    /// Selects the option at a position and no other.
    ///
    /// - Parameters:
    ///   - index: the position; one that does not exist leaves nothing selected.
    ///   - select: a `select` element.
    public func setSelectedIndex(_ index: Int, of select: NodeID) {
        let all = options(of: select)
        for option in all {
            changeState(of: option) {
                $0.isChoiceDirty = true
                $0.chosenAt = 0
            }
        }
        let exists = all.indices.contains(index)
        changeState(of: select) { $0.isSelectionEmpty = !exists }
        if exists { setSelected(true, of: all[index]) }
    }

    /// The label of an option: its text without surplus white space.
    ///
    /// - Parameter option: an `option` element.
    /// - Returns: the text of everything below it but scripts, stripped and collapsed.
    public func optionText(of option: NodeID) -> String {
        var text = ""
        var current = firstChild(of: option)
        while let node = current {
            if localName(of: node) == "script", namespace(of: node) == .html || namespace(of: node) == .svg {
                current = followingSkippingChildren(node, within: option)
                continue
            }
            if kind(of: node) == .text { text += data(of: node) }
            current = following(node, within: option)
        }
        return ASCII.strippedAndCollapsed(text)
    }

    func select(value: String, in select: NodeID) {
        let index = options(of: select).firstIndex { self.value(of: $0) == value }
        setSelectedIndex(index ?? -1, of: select)
    }

    /// Whether an option can't be chosen, by itself or by its group.
    func isOptionDisabled(_ option: NodeID) -> Bool {
        if hasAttribute("disabled", of: option) { return true }
        var current = parent(of: option)
        while let node = current {
            switch htmlTag(of: node) {
            case .optgroup: return hasAttribute("disabled", of: node)
            case .select: return false
            default: current = parent(of: node)
            }
        }
        return false
    }

    private func selectedMoment(of option: NodeID) -> UInt64 {
        if let state = state(of: option), state.isChoiceDirty { return state.chosenAt }
        return hasAttribute("selected", of: option) ? UInt64(option.rawValue) : 0
    }

    private func displaySize(of select: NodeID) -> Int {
        if let size = attribute("size", of: select).flatMap(ASCII.nonNegativeInteger), size > 0 { return size }
        return hasAttribute("multiple", of: select) ? 4 : 1
    }

    private func isInOptionGroup(_ node: NodeID, of select: NodeID) -> Bool {
        var current = parent(of: node)
        while let above = current, above != select {
            if isHTML(above, .optgroup) { return true }
            current = parent(of: above)
        }
        return false
    }
}

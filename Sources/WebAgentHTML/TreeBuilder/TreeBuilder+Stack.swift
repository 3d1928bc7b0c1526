extension TreeBuilder {
    var currentNode: OpenElement? { stack.last }

    /// The HTML name of the current node.
    var currentTag: Tag { stack.last?.htmlTag ?? .unknown }

    mutating func push(_ element: OpenElement) {
        document.nodes.setOpen(true, element.node)
        opened(element)
    }

    /// Notes that an element, which is marked as open, is on top of the stack.
    mutating func opened(_ element: OpenElement) {
        stack.append(element)
        countOtherName(of: element, by: 1)
        openCounts[Int(element.htmlTag.rawValue)] += 1
    }

    @discardableResult
    mutating func pop() -> OpenElement? {
        guard let element = stack.popLast() else { return nil }
        closed(element)
        return element
    }

    func isOpen(_ node: NodeID) -> Bool { document.nodes[node.index].flags.contains(.open) }

    func isOpen(_ tag: Tag) -> Bool { openCounts[Int(tag.rawValue)] > 0 }

    /// Whether an HTML element with a name is open.
    func isOpen(_ name: NameID) -> Bool {
        name.tag == .unknown ? otherOpenCounts[name, default: 0] > 0 : isOpen(name.tag)
    }

    /// Keeps count of the open HTML elements with a name that is none of the known.
    private mutating func countOtherName(of element: OpenElement, by change: Int) {
        guard element.tag == .unknown, element.namespace == .html else { return }
        let name = document.nodes[element.node.index].name
        let count = otherOpenCounts[name, default: 0] + change
        otherOpenCounts[name] = count == 0 ? nil : count
    }

    /// Takes an element out of the stack wherever it is.
    mutating func removeFromStack(_ node: NodeID) {
        guard isOpen(node), let index = stackIndex(of: node) else { return }
        closed(stack.remove(at: index))
    }

    mutating func stackIndex(of node: NodeID) -> Int? {
        var index = stack.count - 1
        while index >= 0 {
            stepCount += 1
            if stack[index].node == node { return index }
            index -= 1
        }
        return nil
    }

    private mutating func closed(_ element: OpenElement) {
        document.nodes.setOpen(false, element.node)
        countOtherName(of: element, by: -1)
        openCounts[Int(element.htmlTag.rawValue)] -= 1
        if element.htmlTag == .option { optionClosed(element.node) }
    }

    /// Pops elements until one with this name has been popped.
    mutating func popUntil(_ tag: Tag) {
        while let element = pop(), element.htmlTag != tag {}
    }

    mutating func popUntil(where isLast: (Tag) -> Bool) {
        while let element = pop(), !isLast(element.htmlTag) {}
    }

    /// Pops elements until the current node is one of these, a template or `html`.
    mutating func clearStack(backTo isContext: (Tag) -> Bool) {
        while let current = stack.last {
            let tag = current.htmlTag
            if isContext(tag) || tag == .template || tag == .html { return }
            pop()
        }
    }

    /// Source: HTML standard, section 13.2.6.3.
    mutating func generateImpliedEndTags(except tag: Tag = .unknown) {
        while currentTag.hasImpliedEnd, currentTag != tag { pop() }
    }

    mutating func generateAllImpliedEndTagsThoroughly() {
        while currentTag.hasImpliedEndThoroughly { pop() }
    }

    /// Source: HTML standard, section 13.2.4.2, "has an element in scope" and its variants.
    mutating func hasInScope(_ tag: Tag, _ scope: Scope = .normal) -> Bool {
        isOpen(tag) && hasInScope(scope) { $0.htmlTag == tag }
    }

    mutating func hasInScope(_ scope: Scope = .normal, where isWanted: (OpenElement) -> Bool) -> Bool {
        var index = stack.count - 1
        while index >= 0 {
            stepCount += 1
            let element = stack[index]
            if isWanted(element) { return true }
            if limits(element, scope) { return false }
            index -= 1
        }
        return false
    }

    private func limits(_ element: OpenElement, _ scope: Scope) -> Bool {
        switch scope {
        case .normal: return element.limitsScope
        case .listItem: return element.limitsScope || element.htmlTag == .ol || element.htmlTag == .ul
        case .button: return element.limitsScope || element.htmlTag == .button
        case .table:
            let tag = element.htmlTag
            return tag == .html || tag == .table || tag == .template
        }
    }

    /// Source: HTML standard, section 13.2.6.4.7, "close a p element".
    mutating func closeParagraph() {
        generateImpliedEndTags(except: .p)
        popUntil(.p)
    }

    mutating func closeParagraphInButtonScope() {
        if hasInScope(.p, .button) { closeParagraph() }
    }

    /// Closes the deepest element to make room for another.
    ///
    /// DEPARTURE: ``TreeBuilderLimits/depth``.
    mutating func makeRoomOnStack() {
        guard stack.count >= TreeBuilderLimits.depth, let closed = pop() else { return }
        let tag = closed.htmlTag
        if tag.isFormatting { formatting.remove(closed.node) }
        if tag.marksFormatting { formatting.clearToMarker() }
        if tag == .template { _ = templateModes.popLast() }
    }

    /// Source: HTML standard (2025), section 13.2.4.1, "reset the insertion mode appropriately".
    mutating func resetInsertionMode() {
        for index in stack.indices.reversed() {
            stepCount += 1
            let isLast = index == 0
            let element = isLast ? context ?? stack[index] : stack[index]
            if let found = modeImplied(by: element.htmlTag, isLast: isLast) {
                mode = found
                return
            }
        }
        mode = .inBody
    }

    private func modeImplied(by tag: Tag, isLast: Bool) -> InsertionMode? {
        switch tag {
        case .td, .th: isLast ? .inBody : .inCell
        case .tr: .inRow
        case .tbody, .thead, .tfoot: .inTableBody
        case .caption: .inCaption
        case .colgroup: .inColumnGroup
        case .table: .inTable
        case .template: templateModes.last ?? .inBody
        case .head: isLast ? .inBody : .inHead
        case .body: .inBody
        case .frameset: .inFrameset
        case .html: headElement == nil ? .beforeHead : .afterHead
        default: isLast ? .inBody : nil
        }
    }
}

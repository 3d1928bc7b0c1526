extension Document {
    /// Appends a node to a parent's children.
    ///
    /// A node that is elsewhere is moved; of a fragment the children are moved.
    ///
    /// - Parameters:
    ///   - node: what is inserted.
    ///   - parent: the new parent.
    public func append(_ node: NodeID, to parent: NodeID) {
        insert(node, before: nil, in: parent)
    }

    /// Inserts a node before a child of a parent.
    ///
    /// A node that is elsewhere is moved; of a fragment the children are moved.
    ///
    /// - Parameters:
    ///   - node: what is inserted.
    ///   - reference: the child it will stand before; `nil` for the end. A node that is no child of `parent` counts as `nil`.
    ///   - parent: the new parent.
    ///
    /// Source: DOM standard, section 4.2.3, "pre-insert".
    public func insert(_ node: NodeID, before reference: NodeID?, in parent: NodeID) {
        var reference = reference
        if reference == node { reference = nextSibling(of: node) }
        if let found = reference, self.parent(of: found) != parent { reference = nil }
        if kind(of: node) == .fragment {
            while let child = firstChild(of: node) {
                unlink(child)
                link(child, into: parent, before: reference)
                inserted(child)
            }
        } else {
            remove(node)
            link(node, into: parent, before: reference)
            inserted(node)
        }
        changed()
    }

    /// Takes a node out of its parent; it keeps its children.
    ///
    /// - Parameter node: any node; one without parent is left as it is.
    ///
    /// Source: DOM standard, section 4.2.3, "remove".
    public func remove(_ node: NodeID) {
        guard nodes[node.index].parent != 0 else { return }
        unlink(node)
        formOwnersAfterRemoval(of: node)
        changed()
    }

    /// Replaces all children of a node by one, or by nothing.
    ///
    /// - Parameters:
    ///   - parent: whose children are replaced.
    ///   - node: the new only child (of a fragment its children); `nil` for none.
    public func replaceChildren(of parent: NodeID, with node: NodeID?) {
        while let child = firstChild(of: parent) { remove(child) }
        if let node { append(node, to: parent) }
    }

    /// Whether the tree rules let a node be inserted into a parent.
    ///
    /// - Parameters:
    ///   - node: what would be inserted.
    ///   - parent: the parent it would get.
    /// - Returns: false if the parent can have no children, the node is the parent or above it, or its kind can have no parent.
    ///
    /// Source: DOM standard, section 4.2.3, "ensure pre-insertion validity", steps 1, 2, 4 and 5.
    public func canInsert(_ node: NodeID, into parent: NodeID) -> Bool {
        switch kind(of: parent) {
        case .element, .fragment: if kind(of: node) == .doctype { return false }
        case .document: if kind(of: node) == .text { return false }
        case .text, .comment, .doctype: return false
        }
        return kind(of: node) != .document && !contains(node, parent)
    }

    /// The text of a text node or comment.
    ///
    /// - Parameter node: a text node or comment.
    /// - Returns: its text; empty for other kinds.
    public func data(of node: NodeID) -> String {
        switch kind(of: node) {
        case .text, .comment: nodes.texts[Int(nodes[node.index].slot)]
        case .element, .document, .doctype, .fragment: ""
        }
    }

    /// Replaces the text of a text node or comment.
    ///
    /// - Parameters:
    ///   - node: a text node or comment; other kinds are left as they are.
    ///   - data: the new text.
    public func replaceData(of node: NodeID, with data: String) {
        switch kind(of: node) {
        case .text, .comment: nodes.replaceText(of: node.index, with: data)
        case .element, .document, .doctype, .fragment: return
        }
        changed()
    }

    /// The text below a node.
    ///
    /// - Parameter node: any node.
    /// - Returns: for a text node or comment its own text, else that of all text nodes below it, in order.
    ///
    /// Source: DOM standard, section 4.4, `textContent`.
    public func textContent(of node: NodeID) -> String {
        switch kind(of: node) {
        case .text, .comment: return data(of: node)
        case .element, .document, .doctype, .fragment: break
        }
        var text = ""
        for below in descendants(of: node) where kind(of: below) == .text { text += data(of: below) }
        return text
    }

    /// Replaces what is below a node by one text node, or by nothing if the text is empty.
    ///
    /// - Parameters:
    ///   - text: the new text.
    ///   - node: an element or fragment; of a text node or comment the data is replaced.
    public func setTextContent(_ text: String, of node: NodeID) {
        switch kind(of: node) {
        case .text, .comment: replaceData(of: node, with: text)
        case .element, .fragment: replaceChildren(of: node, with: text.isEmpty ? nil : createText(text))
        case .document, .doctype: break
        }
    }

    /// Links a node without parent into a parent; no effect but the links.
    func link(_ node: NodeID, into parent: NodeID, before reference: NodeID?) {
        nodes.link(node.index, into: parent.index, before: reference?.rawValue ?? 0)
    }

    /// Takes a node out of its parent; no effect but the links.
    func unlink(_ node: NodeID) {
        nodes.unlink(node.index)
    }
}

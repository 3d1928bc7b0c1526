extension Document {
    /// The kind of a node.
    ///
    /// - Parameter node: any node.
    /// - Returns: its kind.
    public func kind(of node: NodeID) -> NodeKind { nodes[node.index].kind }

    /// The parent of a node.
    ///
    /// - Parameter node: any node.
    /// - Returns: its parent, if any.
    public func parent(of node: NodeID) -> NodeID? { id(nodes[node.index].parent) }

    /// The first child of a node.
    ///
    /// - Parameter node: any node.
    /// - Returns: its first child, if any.
    public func firstChild(of node: NodeID) -> NodeID? { id(nodes[node.index].firstChild) }

    /// The last child of a node.
    ///
    /// - Parameter node: any node.
    /// - Returns: its last child, if any.
    public func lastChild(of node: NodeID) -> NodeID? { id(nodes[node.index].lastChild) }

    /// The sibling after a node.
    ///
    /// - Parameter node: any node.
    /// - Returns: the next sibling, if any.
    public func nextSibling(of node: NodeID) -> NodeID? { id(nodes[node.index].next) }

    /// The sibling before a node.
    ///
    /// - Parameter node: any node.
    /// - Returns: the previous sibling, if any.
    public func previousSibling(of node: NodeID) -> NodeID? { id(nodes[node.index].previous) }

    /// The topmost node above a node, or the node itself.
    ///
    /// - Parameter node: any node.
    /// - Returns: its root; ``root`` for a node in the page's tree.
    public func rootNode(of node: NodeID) -> NodeID {
        var current = node
        while let above = parent(of: current) { current = above }
        return current
    }

    /// Whether a node is in a document's tree.
    ///
    /// - Parameter node: any node.
    /// - Returns: true if its root is a document node.
    public func isConnected(_ node: NodeID) -> Bool { kind(of: rootNode(of: node)) == .document }

    /// Whether a node is another or above it.
    ///
    /// - Parameters:
    ///   - ancestor: the node perhaps above.
    ///   - node: the node perhaps below.
    /// - Returns: true if `ancestor` is `node` or one of its ancestors.
    public func contains(_ ancestor: NodeID, _ node: NodeID) -> Bool {
        var current: NodeID? = node
        while let step = current {
            if step == ancestor { return true }
            current = parent(of: step)
        }
        return false
    }

    /// The children of a node in order.
    ///
    /// - Parameter node: any node.
    /// - Returns: a sequence that follows the links as it goes.
    public func children(of node: NodeID) -> ChildSequence {
        ChildSequence(document: self, upcoming: firstChild(of: node))
    }

    /// The nodes below a node in tree order, without the node itself and without template contents.
    ///
    /// - Parameter node: any node.
    /// - Returns: a sequence that follows the links as it goes; nothing recursive.
    public func descendants(of node: NodeID) -> DescendantSequence {
        DescendantSequence(document: self, top: node, upcoming: firstChild(of: node))
    }

    /// The node after another in tree order, within a subtree.
    ///
    /// - Parameters:
    ///   - node: where to go on from.
    ///   - top: the root of the subtree that is not left.
    /// - Returns: the next node, or `nil` at the end.
    public func following(_ node: NodeID, within top: NodeID) -> NodeID? {
        if let child = firstChild(of: node) { return child }
        return followingSkippingChildren(node, within: top)
    }

    func followingSkippingChildren(_ node: NodeID, within top: NodeID) -> NodeID? {
        var current = node
        while current != top {
            if let sibling = nextSibling(of: current) { return sibling }
            guard let above = parent(of: current) else { return nil }
            current = above
        }
        return nil
    }

    /// The document element.
    public var documentElement: NodeID? {
        children(of: root).first { kind(of: $0) == .element }
    }

    /// The `head` element.
    public var head: NodeID? {
        guard let html = documentElement, isHTML(html, .html) else { return nil }
        return children(of: html).first { isHTML($0, .head) }
    }

    /// The `body` or `frameset` element.
    public var body: NodeID? {
        guard let html = documentElement, isHTML(html, .html) else { return nil }
        return children(of: html).first { isHTML($0, .body) || isHTML($0, .frameset) }
    }
}

/// The children of a node, one after the other.
public struct ChildSequence: Sequence, IteratorProtocol {
    let document: Document
    var upcoming: NodeID?

    /// Gives the next child.
    ///
    /// - Returns: the next child, or `nil` at the end.
    public mutating func next() -> NodeID? {
        guard let current = upcoming else { return nil }
        upcoming = document.nextSibling(of: current)
        return current
    }
}

/// The nodes below a node in tree order.
public struct DescendantSequence: Sequence, IteratorProtocol {
    let document: Document
    let top: NodeID
    var upcoming: NodeID?

    /// Gives the next node in tree order.
    ///
    /// - Returns: the next node, or `nil` at the end.
    public mutating func next() -> NodeID? {
        guard let current = upcoming else { return nil }
        upcoming = document.following(current, within: top)
        return current
    }
}

import FuzzDriver
import WebAgentHTML

/// Looks at every link of a tree.
///
/// - Returns: how deep it is.
func requireWhole(_ document: Document, from top: NodeID) -> Int {
    var open = [(top, 0)]
    var deepest = 0
    var count = 0
    while let (node, depth) = open.popLast() {
        count += 1
        deepest = max(deepest, depth)
        require(count <= document.nodeCount, "a tree has more nodes than there are")
        var previous: NodeID?
        var child = document.firstChild(of: node)
        while let current = child {
            require(document.parent(of: current) == node, "a child has another parent")
            require(document.previousSibling(of: current) == previous, "a sibling's link leads elsewhere")
            if document.kind(of: current) == .text {
                require(!document.data(of: current).isEmpty, "a text is empty")
                if let previous { require(document.kind(of: previous) != .text, "two texts stand side by side") }
            }
            open.append((current, depth + 1))
            previous = current
            child = document.nextSibling(of: current)
        }
        require(document.lastChild(of: node) == previous, "the last child is another")
        if document.kind(of: node) == .element, let content = document.templateContent(of: node) {
            open.append((content, depth + 1))
        }
    }
    // The parser keeps to 512 open elements; a template's contents begin a level of their own.
    require(deepest <= 2 * 512 + 4, "a tree is \(deepest) deep")
    return deepest
}

/// Compares two documents node by node.
func requireSame(_ left: Document, _ right: Document, _ what: String) {
    require(left.mode == right.mode, "\(what) give another mode")
    var open = [(left.root, right.root)]
    while let (one, other) = open.popLast() {
        require(isSame(left, one, right, other), "\(what) give another tree: \(describe(left)) and \(describe(right))")
        var pair = (left.firstChild(of: one), right.firstChild(of: other))
        while let child = pair.0, let twin = pair.1 {
            open.append((child, twin))
            pair = (left.nextSibling(of: child), right.nextSibling(of: twin))
        }
        require(pair.0 == nil && pair.1 == nil, "\(what) give other children: \(describe(left)) and \(describe(right))")
        if let content = contents(left, one), let twin = contents(right, other) { open.append((content, twin)) }
    }
}

private func describe(_ document: Document) -> String { document.outerHTML(of: document.root) }

private func contents(_ document: Document, _ node: NodeID) -> NodeID? {
    document.kind(of: node) == .element ? document.templateContent(of: node) : nil
}

private func isSame(_ left: Document, _ one: NodeID, _ right: Document, _ other: NodeID) -> Bool {
    guard left.kind(of: one) == right.kind(of: other) else { return false }
    switch left.kind(of: one) {
    case .element:
        return left.localName(of: one) == right.localName(of: other)
            && left.namespace(of: one) == right.namespace(of: other)
            && left.attributes(of: one) == right.attributes(of: other)
            && (contents(left, one) == nil) == (contents(right, other) == nil)
    case .text, .comment: return left.data(of: one) == right.data(of: other)
    case .doctype: return left.doctype(of: one) == right.doctype(of: other)
    case .document, .fragment: return true
    }
}

import WebAgentHTML

extension Document {
    /// The first HTML element of the page's tree with this name that has an attribute.
    func firstElement(_ localName: String, having attribute: String) -> NodeID? {
        descendants(of: root).first { isHTML($0, localName) && hasAttribute(attribute, of: $0) }
    }

    /// The elements below a node, in tree order.
    func elements(below node: NodeID) -> some Sequence<NodeID> {
        descendants(of: node).lazy.filter { self.kind(of: $0) == .element }
    }

    /// Whether an element is an HTML element.
    func isHTMLElement(_ node: NodeID) -> Bool { kind(of: node) == .element && namespace(of: node) == .html }

    /// The nearest node that passes a test, from a node upwards.
    func nearest(_ node: NodeID, where test: (NodeID) -> Bool) -> NodeID? {
        var current: NodeID? = node
        while let step = current {
            if test(step) { return step }
            current = parent(of: step)
        }
        return nil
    }

    /// The title of a document: the text of its first `title`, white space made single.
    ///
    /// Source: HTML standard, section 3.1.4.
    func title(of root: NodeID) -> String {
        guard let title = descendants(of: root).first(where: { isHTML($0, "title") }) else { return "" }
        return textContent(of: title).split { $0.isASCIIWhitespace }.joined(separator: " ")
    }
}

extension Character {
    /// White space as the HTML standard counts it.
    var isASCIIWhitespace: Bool {
        switch self {
        case " ", "\t", "\n", "\r", "\r\n", "\u{0C}": true
        default: false
        }
    }
}

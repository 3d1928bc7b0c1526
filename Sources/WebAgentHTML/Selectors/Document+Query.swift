extension Document {
    /// The first element below a node that a selector matches, in tree order.
    ///
    /// - Parameters:
    ///   - selector: the selector; `:scope` is the node.
    ///   - node: where to look: a document, fragment or element, which is not itself a candidate.
    ///   - focused: the element that has the focus, for `:focus`.
    /// - Returns: the element, or `nil` if none matches.
    ///
    /// Source: DOM standard, section 4.2.6, `querySelector`.
    public func query(_ selector: Selector, below node: NodeID, focused: NodeID? = nil) -> NodeID? {
        var matcher = SelectorMatcher(document: self, scope: node, focused: focused)
        for candidate in descendants(of: node) where isElement(candidate) {
            if matcher.matches(candidate, selector.list) { return candidate }
        }
        return nil
    }

    /// All elements below a node that a selector matches, in tree order.
    ///
    /// - Parameters:
    ///   - selector: the selector; `:scope` is the node.
    ///   - node: where to look: a document, fragment or element, which is not itself a candidate.
    ///   - focused: the element that has the focus, for `:focus`.
    /// - Returns: the elements.
    ///
    /// Source: DOM standard, section 4.2.6, `querySelectorAll`.
    public func queryAll(_ selector: Selector, below node: NodeID, focused: NodeID? = nil) -> [NodeID] {
        var matcher = SelectorMatcher(document: self, scope: node, focused: focused)
        var found: [NodeID] = []
        for candidate in descendants(of: node) where isElement(candidate) {
            if matcher.matches(candidate, selector.list) { found.append(candidate) }
        }
        return found
    }

    /// Whether a selector matches an element.
    ///
    /// - Parameters:
    ///   - selector: the selector; `:scope` is the element.
    ///   - element: the element.
    ///   - focused: the element that has the focus, for `:focus`.
    /// - Returns: true if it does; false for a node that is no element.
    ///
    /// Source: DOM standard, section 4.9, `matches`.
    public func matches(_ selector: Selector, _ element: NodeID, focused: NodeID? = nil) -> Bool {
        var matcher = SelectorMatcher(document: self, scope: element, focused: focused)
        return isElement(element) && matcher.matches(element, selector.list)
    }

    /// The nearest element that a selector matches, from an element upwards.
    ///
    /// - Parameters:
    ///   - selector: the selector; `:scope` is the element.
    ///   - element: where to begin, itself a candidate.
    ///   - focused: the element that has the focus, for `:focus`.
    /// - Returns: the element or its nearest ancestor that matches.
    ///
    /// Source: DOM standard, section 4.9, `closest`.
    public func closest(_ selector: Selector, to element: NodeID, focused: NodeID? = nil) -> NodeID? {
        var matcher = SelectorMatcher(document: self, scope: element, focused: focused)
        var current: NodeID? = element
        while let node = current {
            if isElement(node), matcher.matches(node, selector.list) { return node }
            current = parent(of: node)
        }
        return nil
    }
}

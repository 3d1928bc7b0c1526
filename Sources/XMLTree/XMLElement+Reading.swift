extension XMLElement {
    /// The child elements, in order.
    public var elements: [XMLElement] {
        children.compactMap { node in
            guard case .element(let element) = node else { return nil }
            return element
        }
    }

    /// Finds the first child element of a name.
    ///
    /// - Parameters:
    ///   - local: The local name, case-sensitive.
    ///   - namespace: The namespace; nil means: in no namespace.
    /// - Returns: The first match in document order, or nil.
    public func child(named local: String, namespace: String? = nil) -> XMLElement? {
        for case .element(let element) in children where element.name.matches(local, namespace: namespace) {
            return element
        }
        return nil
    }

    /// Finds all child elements of a name.
    ///
    /// - Parameters:
    ///   - local: The local name, case-sensitive.
    ///   - namespace: The namespace; nil means: in no namespace.
    /// - Returns: The matches in document order; empty when none match.
    public func children(named local: String, namespace: String? = nil) -> [XMLElement] {
        elements.filter { $0.name.matches(local, namespace: namespace) }
    }

    /// All text in this element and below it, joined in document order, not trimmed.
    ///
    /// Comments are left out and what stands on both sides of them is joined, so no part of a text can hide behind one.
    public var text: String {
        var joined = ""
        appendText(to: &joined)
        return joined
    }

    private func appendText(to joined: inout String) {
        for child in children {
            switch child {
            case .text(let text): joined += text
            case .element(let element): element.appendText(to: &joined)
            case .comment, .instruction: continue
            }
        }
    }

    /// Reads an attribute's value.
    ///
    /// - Parameters:
    ///   - local: The local name, case-sensitive.
    ///   - namespace: The namespace; nil, as for nearly all attributes, means: in none.
    /// - Returns: The value, or nil when the attribute is absent.
    public func attribute(named local: String, namespace: String? = nil) -> String? {
        attributes.first { $0.name.matches(local, namespace: namespace) }?.value
    }
}

/// Tells which elements a selector matches, for one query.
///
/// What one query needs again and again (places among siblings, which radio buttons are checked) is worked out once. The
/// document must not change meanwhile.
///
/// Source: Selectors level 4, section 4 and what follows it; HTML standard, section 4.16 (pseudo-classes).
struct SelectorMatcher {
    let document: Document
    let scope: NodeID
    let focused: NodeID?
    var places = SiblingPlaces()
    var choices = ChoiceCache()

    /// How far a mismatch reaches, so that what can't succeed further up or aside isn't tried.
    private enum Verdict {
        case matches
        case failsHere
        case failsAmongSiblings
        case failsAltogether
    }

    mutating func matches(_ node: NodeID, _ list: [ComplexSelector]) -> Bool {
        for complex in list where matches(node, complex) { return true }
        return false
    }

    mutating func matches(_ node: NodeID, _ complex: ComplexSelector) -> Bool {
        match(node, complex, step: 0, anchor: nil) == .matches
    }

    /// Whether a node matches the steps from one on; a relative selector must lead to its anchor.
    private mutating func match(_ node: NodeID, _ complex: ComplexSelector, step: Int, anchor: NodeID?) -> Verdict {
        guard document.isElement(node), matchesCompound(node, complex.steps[step].compound) else { return .failsHere }
        guard let combinator = complex.steps[step].combinator else { return .matches }
        let next = step + 1
        if next == complex.steps.count {
            guard let anchor else { return .matches }
            return leads(from: node, by: combinator, to: anchor) ? .matches : .failsHere
        }
        switch combinator {
        case .child:
            guard let parent = document.parent(of: node) else { return .failsAltogether }
            return match(parent, complex, step: next, anchor: anchor)
        case .descendant:
            var current = document.parent(of: node)
            while let above = current {
                let verdict = match(above, complex, step: next, anchor: anchor)
                if verdict == .matches || verdict == .failsAltogether { return verdict }
                current = document.parent(of: above)
            }
            return .failsAltogether
        case .nextSibling:
            guard let sibling = document.previousElement(of: node) else { return .failsAmongSiblings }
            return match(sibling, complex, step: next, anchor: anchor)
        case .subsequentSibling:
            var current = document.previousElement(of: node)
            while let sibling = current {
                let verdict = match(sibling, complex, step: next, anchor: anchor)
                if verdict != .failsHere { return verdict }
                current = document.previousElement(of: sibling)
            }
            return .failsAmongSiblings
        }
    }

    private func leads(from node: NodeID, by combinator: Combinator, to anchor: NodeID) -> Bool {
        switch combinator {
        case .child: return document.parent(of: node) == anchor
        case .descendant: return node != anchor && document.contains(anchor, node)
        case .nextSibling: return document.previousElement(of: node) == anchor
        case .subsequentSibling:
            var current = document.previousElement(of: node)
            while let sibling = current {
                if sibling == anchor { return true }
                current = document.previousElement(of: sibling)
            }
            return false
        }
    }

    private mutating func matchesCompound(_ node: NodeID, _ compound: [SimpleSelector]) -> Bool {
        for simple in compound where !matchesSimple(node, simple) { return false }
        return true
    }

    private mutating func matchesSimple(_ node: NodeID, _ simple: SimpleSelector) -> Bool {
        switch simple {
        case .universal: return true
        case .never: return false
        case .type(let name, let lowercased):
            return document.localName(of: node) == (document.namespace(of: node) == .html ? lowercased : name)
        case .noNamespace: return document.namespace(of: node) == .none
        case .id(let id):
            guard let value = document.attribute("id", of: node) else { return false }
            return equalNames(value, id)
        case .class(let name):
            guard let value = document.attribute("class", of: node) else { return false }
            return ASCII.hasWord(value, name, ignoringCase: document.mode == .quirks)
        case .attribute(let test): return test.matches(node, in: document)
        case .anyOf(let list): return matches(node, list)
        case .noneOf(let list): return !matches(node, list)
        case .has(let list): return has(node, list)
        case .nth(let test): return matchesNth(node, test)
        case .state(let test): return matchesState(node, test)
        }
    }

    /// In quirks mode names of classes and identifiers are compared without case.
    private func equalNames(_ one: String, _ other: String) -> Bool {
        document.mode == .quirks ? ASCII.equalsIgnoringCase(one, other) : one == other
    }

    private mutating func has(_ node: NodeID, _ list: [ComplexSelector]) -> Bool {
        for complex in list where hasRelative(node, complex) { return true }
        return false
    }

    private mutating func hasRelative(_ node: NodeID, _ complex: ComplexSelector) -> Bool {
        let isSideways: Bool
        switch complex.steps.last?.combinator {
        case .nextSibling, .subsequentSibling: isSideways = true
        default: isSideways = false
        }
        let top = isSideways ? document.parent(of: node) ?? node : node
        var current = isSideways ? document.followingSkippingChildren(node, within: top) : document.firstChild(of: node)
        while let candidate = current {
            if match(candidate, complex, step: 0, anchor: node) == .matches { return true }
            current = document.following(candidate, within: top)
        }
        return false
    }

    private mutating func matchesNth(_ node: NodeID, _ test: NthTest) -> Bool {
        if let filter = test.filter {
            guard matches(node, filter) else { return false }
            var position = 1
            var current = sibling(of: node, backwards: !test.fromEnd)
            while let other = current {
                if matches(other, filter) { position += 1 }
                current = sibling(of: other, backwards: !test.fromEnd)
            }
            return test.accepts(position)
        }
        return test.accepts(places.position(of: node, fromEnd: test.fromEnd, ofType: test.ofType, in: document))
    }

    private func sibling(of node: NodeID, backwards: Bool) -> NodeID? {
        backwards ? document.previousElement(of: node) : document.nextElement(of: node)
    }
}

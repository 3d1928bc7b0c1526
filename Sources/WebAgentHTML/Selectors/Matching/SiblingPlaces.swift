/// Places of elements among their siblings, worked out for all children of a parent at once.
struct SiblingPlaces {
    private struct Place {
        var index: Int
        var typeIndex: Int
    }

    private struct TypeKey: Hashable {
        let parent: NodeID
        let namespace: Namespace
        let name: NameID
    }

    private var places: [NodeID: Place] = [:]
    private var counts: [NodeID: Int] = [:]
    private var typeCounts: [TypeKey: Int] = [:]

    /// The place of an element, from 1.
    mutating func position(of node: NodeID, fromEnd: Bool, ofType: Bool, in document: Document) -> Int {
        guard let parent = document.parent(of: node) else { return 1 }
        if counts[parent] == nil { measure(parent, in: document) }
        guard let place = places[node] else { return 1 }
        if !ofType { return fromEnd ? (counts[parent] ?? 0) - place.index + 1 : place.index }
        let count = typeCounts[key(node, parent, document)] ?? 0
        return fromEnd ? count - place.typeIndex + 1 : place.typeIndex
    }

    private mutating func measure(_ parent: NodeID, in document: Document) {
        var index = 0
        for child in document.children(of: parent) where document.isElement(child) {
            index += 1
            let typeIndex = (typeCounts[key(child, parent, document)] ?? 0) + 1
            typeCounts[key(child, parent, document)] = typeIndex
            places[child] = Place(index: index, typeIndex: typeIndex)
        }
        counts[parent] = index
    }

    private func key(_ node: NodeID, _ parent: NodeID, _ document: Document) -> TypeKey {
        TypeKey(parent: parent, namespace: document.namespace(of: node), name: document.nodes[node.index].name)
    }
}

extension Document {
    /// The element before a node among its siblings.
    ///
    /// - Parameter node: any node.
    /// - Returns: the nearest earlier sibling that is an element.
    public func previousElement(of node: NodeID) -> NodeID? {
        var current = previousSibling(of: node)
        while let sibling = current, !isElement(sibling) { current = previousSibling(of: sibling) }
        return current
    }

    /// The element after a node among its siblings.
    ///
    /// - Parameter node: any node.
    /// - Returns: the nearest later sibling that is an element.
    public func nextElement(of node: NodeID) -> NodeID? {
        var current = nextSibling(of: node)
        while let sibling = current, !isElement(sibling) { current = nextSibling(of: sibling) }
        return current
    }
}

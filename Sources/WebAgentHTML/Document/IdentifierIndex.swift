/// The first element of the page's tree with each `id`, made when first asked after a change.
struct IdentifierIndex {
    private var entries: [String: NodeID]?
    private var structureVersion: UInt64 = 0

    mutating func invalidate() {
        entries = nil
    }

    mutating func find(_ identifier: String, in document: Document) -> NodeID? {
        let current = document.nodes.structureVersion
        if let entries, structureVersion == current { return entries[identifier] }
        var made: [String: NodeID] = [:]
        for node in document.descendants(of: document.root) {
            guard let value = document.attribute("id", of: node), !value.isEmpty, made[value] == nil else { continue }
            made[value] = node
        }
        entries = made
        structureVersion = current
        return made[identifier]
    }
}

extension Document {
    /// The first element of the page's tree with an `id`.
    ///
    /// - Parameter identifier: the identifier, compared exactly.
    /// - Returns: the element, or `nil` if there is none.
    public func element(withID identifier: String) -> NodeID? {
        if identifier.isEmpty { return nil }
        var index = idIndex
        let found = index.find(identifier, in: self)
        idIndex = index
        return found
    }
}

/// The elements with each `id`, in the page's tree or not.
///
/// Made when first asked, and kept up from then on, so that a script that changes the tree and asks by turns costs no look at the whole tree each
/// time.
struct IdentifierIndex {
    private var elements: [String: Set<NodeID>]?

    var isMade: Bool { elements != nil }

    /// How many nodes were looked at, to make the index and to tell namesakes apart.
    private(set) var looks = 0

    mutating func add(_ identifier: String?, _ node: NodeID) {
        guard elements != nil, let identifier, !identifier.isEmpty else { return }
        elements?[identifier, default: []].insert(node)
    }

    mutating func remove(_ identifier: String?, _ node: NodeID) {
        guard let identifier else { return }
        elements?[identifier]?.remove(node)
    }

    mutating func find(_ identifier: String, in document: Document) -> NodeID? {
        if elements == nil { make(from: document) }
        guard let found = elements?[identifier], let first = found.first else { return nil }
        if found.count == 1 { return document.rootNode(of: first) == document.root ? first : nil }
        return firstInTree(among: found, identifier, in: document)
    }

    private mutating func make(from document: Document) {
        elements = [:]
        for index in 1...document.nodeCount {
            looks += 1
            add(document.attribute("id", of: NodeID(index)), NodeID(index))
        }
    }

    /// Of namesakes the one that comes first in the page's tree.
    private mutating func firstInTree(among found: Set<NodeID>, _ identifier: String, in document: Document) -> NodeID?
    {
        if found.count <= 16 {
            let connected = found.filter { document.rootNode(of: $0) == document.root }
            if connected.count <= 1 { return connected.first }
        }
        for node in document.descendants(of: document.root) {
            looks += 1
            if document.attribute("id", of: node) == identifier { return node }
        }
        return nil
    }
}

extension Document {
    /// The first element of the page's tree with an `id`.
    ///
    /// - Parameter identifier: the identifier, compared exactly.
    /// - Returns: the element, or `nil` if there is none.
    public func element(withID identifier: String) -> NodeID? {
        if identifier.isEmpty { return nil }
        // Taken out and put back: it asks the document while it changes.
        var index = IdentifierIndex()
        swap(&index, &idIndex)
        defer { swap(&index, &idIndex) }
        return index.find(identifier, in: self)
    }

    /// Notes the identifier of a new element.
    func noteIdentifier(in attributes: [Attribute], of node: NodeID) {
        guard idIndex.isMade, let identifier = attributes.first(where: { $0.name == "id" }) else { return }
        idIndex.add(identifier.value, node)
    }
}

import WebAgentHTML

/// What the names in a document stand for, kept as long as the document does not change.
struct NamedItems {
    private var version: UInt64?
    private var ids: [String: NodeID] = [:]
    private var documentNames: [String: NodeID] = [:]
    private var windowNames: [String: NodeID] = [:]

    /// The element that a bare name means in a script: by its id, or the name of one of a few kinds.
    ///
    /// Source: HTML standard, section 7.2.2.3, "named access on the Window object".
    mutating func windowItem(_ name: String, in document: Document) -> NodeID? {
        // FAST PATH: an element that still has this id is taken without looking through the changed document for an earlier one.
        if let known = ids[name], document.attribute("id", of: known) == name,
            document.rootNode(of: known) == document.root
        {
            return windowNames[name] ?? known
        }
        update(document)
        return windowNames[name] ?? ids[name]
    }

    /// The element that a name of the document means.
    ///
    /// Source: HTML standard, section 3.1.7, "named property".
    mutating func documentItem(_ name: String, in document: Document) -> NodeID? {
        update(document)
        return documentNames[name]
    }

    private mutating func update(_ document: Document) {
        guard version != document.version else { return }
        version = document.version
        ids = [:]
        documentNames = [:]
        windowNames = [:]
        for node in document.elements(below: document.root) where document.isHTMLElement(node) {
            let id = document.attribute("id", of: node) ?? ""
            if !id.isEmpty, ids[id] == nil { ids[id] = node }
            guard let name = document.attribute("name", of: node), !name.isEmpty else { continue }
            switch document.localName(of: node) {
            case "form", "img", "embed", "object":
                if windowNames[name] == nil { windowNames[name] = node }
                if documentNames[name] == nil { documentNames[name] = node }
            default: break
            }
        }
    }
}

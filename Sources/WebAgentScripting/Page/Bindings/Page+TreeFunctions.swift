import WebAgentHTML

extension Page {
    /// Reading the tree.
    func treeFunctions() -> [HostFunction] {
        let document = document
        return [
            ("version", { _ in .number(Double(document.version)) }),
            (
                "nodeType",
                { arguments throws(ScriptFault) in
                    ScriptValue(Int(document.kind(of: try arguments.node(0)).rawValue))
                }
            ),
            (
                "nodeName",
                { [unowned self] arguments throws(ScriptFault) in .string(self.nodeName(try arguments.node(0))) }
            ),
            ("localName", { arguments throws(ScriptFault) in .string(document.localName(of: try arguments.node(0))) }),
            ("prefix", { arguments throws(ScriptFault) in ScriptValue(document.prefix(of: try arguments.node(0))) }),
            (
                "namespace",
                { arguments throws(ScriptFault) in
                    ScriptValue(document.uri(of: document.namespace(of: try arguments.node(0))))
                }
            ),
            ("parent", { arguments throws(ScriptFault) in ScriptValue(document.parent(of: try arguments.node(0))) }),
            (
                "firstChild",
                { arguments throws(ScriptFault) in ScriptValue(document.firstChild(of: try arguments.node(0))) }
            ),
            (
                "lastChild",
                { arguments throws(ScriptFault) in ScriptValue(document.lastChild(of: try arguments.node(0))) }
            ),
            (
                "nextSibling",
                { arguments throws(ScriptFault) in ScriptValue(document.nextSibling(of: try arguments.node(0))) }
            ),
            (
                "previousSibling",
                { arguments throws(ScriptFault) in
                    ScriptValue(document.previousSibling(of: try arguments.node(0)))
                }
            ),
            (
                "nextElement",
                { arguments throws(ScriptFault) in
                    var node = document.nextSibling(of: try arguments.node(0))
                    while let found = node, document.kind(of: found) != .element {
                        node = document.nextSibling(of: found)
                    }
                    return ScriptValue(node)
                }
            ),
            (
                "previousElement",
                { arguments throws(ScriptFault) in
                    var node = document.previousSibling(of: try arguments.node(0))
                    while let found = node, document.kind(of: found) != .element {
                        node = document.previousSibling(of: found)
                    }
                    return ScriptValue(node)
                }
            ),
            (
                "childNodes",
                { arguments throws(ScriptFault) in ScriptValue(document.children(of: try arguments.node(0))) }
            ),
            (
                "childElements",
                { arguments throws(ScriptFault) in
                    ScriptValue(
                        document.children(of: try arguments.node(0)).filter { document.kind(of: $0) == .element }
                    )
                }
            ),
            (
                "ancestors",
                { arguments throws(ScriptFault) in
                    var found: [NodeID] = []
                    var node = document.parent(of: try arguments.node(0))
                    while let above = node {
                        found.append(above)
                        node = document.parent(of: above)
                    }
                    return ScriptValue(found)
                }
            ),
            ("root", { arguments throws(ScriptFault) in ScriptValue(document.rootNode(of: try arguments.node(0))) }),
            ("isConnected", { arguments throws(ScriptFault) in .boolean(document.isConnected(try arguments.node(0))) }),
            (
                "contains",
                { arguments throws(ScriptFault) in
                    .boolean(document.contains(try arguments.node(0), try arguments.node(1)))
                }
            ),
            (
                "ownerDocument",
                { arguments throws(ScriptFault) in
                    let node = try arguments.node(0)
                    if document.kind(of: node) == .document { return .null }
                    let root = document.rootNode(of: node)
                    return ScriptValue(document.kind(of: root) == .document ? root : document.root)
                }
            ),
            (
                "compare",
                { arguments throws(ScriptFault) in
                    ScriptValue(TreeOrder.compare(try arguments.node(0), try arguments.node(1), in: document))
                }
            ),
            (
                "data",
                { arguments throws(ScriptFault) in
                    let node = try arguments.node(0)
                    switch document.kind(of: node) {
                    case .text, .comment: return .string(document.data(of: node))
                    case .element, .document, .doctype, .fragment: return .null
                    }
                }
            ),
            (
                "textContent",
                { arguments throws(ScriptFault) in
                    let node = try arguments.node(0)
                    switch document.kind(of: node) {
                    case .document, .doctype: return .null
                    case .element, .text, .comment, .fragment: return .string(document.textContent(of: node))
                    }
                }
            ),
            (
                "doctype",
                { arguments throws(ScriptFault) in
                    let doctype = document.doctype(of: try arguments.node(0))
                    return ScriptValue([doctype?.name ?? "", doctype?.publicID ?? "", doctype?.systemID ?? ""])
                }
            ),
            (
                "templateContent",
                { arguments throws(ScriptFault) in
                    ScriptValue(document.templateContent(of: try arguments.node(0)))
                }
            ),
            (
                "isRendered",
                { [unowned self] arguments throws(ScriptFault) in
                    .boolean(RenderedText.isRendered(try arguments.node(0), in: self.document))
                }
            ),
            (
                "innerText",
                { arguments throws(ScriptFault) in
                    .string(RenderedText.text(of: try arguments.node(0), in: document))
                }
            ),
        ]
    }

    private func nodeName(_ node: NodeID) -> String {
        switch document.kind(of: node) {
        case .text: return "#text"
        case .comment: return "#comment"
        case .document: return "#document"
        case .fragment: return "#document-fragment"
        case .doctype: return document.doctype(of: node)?.name ?? ""
        case .element: break
        }
        let name = document.prefix(of: node).map { "\($0):" } ?? ""
        let qualified = name + document.localName(of: node)
        return document.namespace(of: node) == .html ? ASCIIText.uppercased(qualified) : qualified
    }
}

/// Which of two nodes comes first.
enum TreeOrder {
    /// The bits of `compareDocumentPosition`.
    ///
    /// Source: DOM standard, section 4.4, "compareDocumentPosition".
    static func compare(_ node: NodeID, _ other: NodeID, in document: Document) -> Int {
        if node == other { return 0 }
        let path = path(to: node, in: document)
        let otherPath = self.path(to: other, in: document)
        guard path.first == otherPath.first else { return 1 | 32 | (node.rawValue < other.rawValue ? 4 : 2) }
        var index = 0
        while index < path.count, index < otherPath.count, path[index] == otherPath[index] { index += 1 }
        if index == otherPath.count { return 8 | 2 }
        if index == path.count { return 16 | 4 }
        var sibling = document.nextSibling(of: path[index])
        while let next = sibling {
            if next == otherPath[index] { return 4 }
            sibling = document.nextSibling(of: next)
        }
        return 2
    }

    private static func path(to node: NodeID, in document: Document) -> [NodeID] {
        var path = [node]
        while let above = path.last.flatMap({ document.parent(of: $0) }) { path.append(above) }
        return path.reversed()
    }
}

/// Letters of ASCII, which names in HTML fold and others do not.
enum ASCIIText {
    static func uppercased(_ text: String) -> String {
        String(decoding: text.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
    }

    static func lowercased(_ text: String) -> String {
        String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
    }
}

import WebAgentHTML

extension Page {
    /// Making and changing nodes.
    func mutationFunctions() -> [HostFunction] {
        let document = document
        return [
            ("createElement", { [unowned self] arguments in ScriptValue(self.makeElement(arguments.text(0))) }),
            (
                "createElementNS",
                { arguments throws(ScriptFault) in
                    let parts = arguments.text(1).split(separator: ":", maxSplits: 1).map(String.init)
                    guard let last = parts.last, ElementName.isValid(arguments.text(1)) else {
                        throw ScriptFault("InvalidCharacterError", "The name is not valid.")
                    }
                    return ScriptValue(
                        document.createElement(
                            last,
                            namespace: document.namespace(forURI: arguments.text(0)),
                            prefix: parts.count > 1 ? parts[0] : nil
                        )
                    )
                }
            ),
            ("createText", { arguments in ScriptValue(document.createText(arguments.text(0))) }),
            ("createComment", { arguments in ScriptValue(document.createComment(arguments.text(0))) }),
            ("createFragment", { _ in ScriptValue(document.createFragment()) }),
            (
                "createDocument",
                { [unowned self] arguments in ScriptValue(self.makeDocument(title: arguments.value(0).text)) }
            ),
            ("isName", { arguments in .boolean(ElementName.isValid(arguments.text(0))) }),
            (
                "insert",
                { [unowned self] arguments throws(ScriptFault) in
                    try self.insert(
                        try arguments.node(0),
                        into: try arguments.node(1),
                        before: arguments.optionalNode(2)
                    )
                    return .undefined
                }
            ),
            (
                "remove",
                { [unowned self] arguments throws(ScriptFault) in
                    document.remove(try arguments.node(0))
                    if !self.frames.isEmpty { self.dropFrames() }
                    return .undefined
                }
            ),
            (
                "clone",
                { arguments throws(ScriptFault) in
                    ScriptValue(document.clone(try arguments.node(0), deep: arguments.flag(1)))
                }
            ),
            (
                "setData",
                { arguments throws(ScriptFault) in
                    document.replaceData(of: try arguments.node(0), with: arguments.text(1))
                    return .undefined
                }
            ),
            (
                "setTextContent",
                { [unowned self] arguments throws(ScriptFault) in
                    let node = try arguments.node(0)
                    document.setTextContent(arguments.text(1), of: node)
                    if !self.frames.isEmpty { self.dropFrames() }
                    self.prepareScripts(in: node, onlySelf: true)
                    return .undefined
                }
            ),
            (
                "normalize",
                { arguments throws(ScriptFault) in
                    Page.normalize(try arguments.node(0), in: document)
                    return .undefined
                }
            ),
        ]
    }

    /// An element made by a script; a script element made so keeps no order unless it is told to.
    private func makeElement(_ name: String) -> NodeID {
        let node = document.createElement(name)
        if name == "script" { document.setForceAsync(true, of: node) }
        return node
    }

    /// Source: DOM standard, section 4.5.1, "createHTMLDocument".
    private func makeDocument(title: String?) -> NodeID {
        let root = document.createDocumentNode()
        document.append(document.createDoctype(DocumentType(name: "html")), to: root)
        let html = document.createElement("html")
        document.append(html, to: root)
        let head = document.createElement("head")
        document.append(head, to: html)
        if let title {
            let element = document.createElement("title")
            document.append(document.createText(title), to: element)
            document.append(element, to: head)
        }
        document.append(document.createElement("body"), to: html)
        return root
    }

    /// Inserts a node as a script asked for, and runs the scripts that came into the page by it.
    ///
    /// Source: DOM standard, section 4.2.3, "pre-insert".
    func insert(_ node: NodeID, into parent: NodeID, before reference: NodeID?) throws(ScriptFault) {
        guard document.canInsert(node, into: parent) else {
            throw ScriptFault("HierarchyRequestError", "The node cannot be inserted there.")
        }
        if let reference, document.parent(of: reference) != parent {
            throw ScriptFault("NotFoundError", "The reference is not a child of this node.")
        }
        if document.kind(of: parent) == .document, document.kind(of: node) == .element,
            document.children(of: parent).contains(where: { $0 != node && document.kind(of: $0) == .element })
        {
            throw ScriptFault("HierarchyRequestError", "A document has one element.")
        }
        let inserted = document.kind(of: node) == .fragment ? Array(document.children(of: node)) : [node]
        let wasElsewhere = document.parent(of: node) != nil
        document.insert(node, before: reference, in: parent)
        if wasElsewhere, !frames.isEmpty { dropFrames() }
        guard nodesMade <= source.limits.nodes else {
            stop("its number of nodes")
            throw ScriptFault("InvalidStateError", "The page has too many nodes.")
        }
        guard document.rootNode(of: parent) == document.root else { return }
        if document.hasFrames {
            for node in inserted { findFrames(in: node) }
            // The script that goes on making frames is not waited for.
            if isStopped { throw ScriptFault("InvalidStateError", "The page was stopped.") }
        }
        for node in inserted { prepareScripts(in: node) }
        if document.isHTML(parent, "script") { prepare(parent, isParserInserted: false) }
    }

    func prepareScripts(in node: NodeID, onlySelf: Bool) {
        if onlySelf {
            if document.isHTML(node, "script") { prepare(node, isParserInserted: false) }
        } else {
            prepareScripts(in: node)
        }
    }

    private static func normalize(_ node: NodeID, in document: Document) {
        var previous: NodeID?
        for below in Array(document.descendants(of: node)) where document.kind(of: below) == .text {
            if document.data(of: below).isEmpty {
                document.remove(below)
            } else if let before = previous, document.nextSibling(of: before) == below {
                document.replaceData(of: before, with: document.data(of: before) + document.data(of: below))
                document.remove(below)
            } else {
                previous = below
            }
        }
    }
}

/// What may be the name of an element or attribute made by a script.
enum ElementName {
    static func isValid(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return false }
        guard first.properties.isAlphabetic || first == "_" || first == ":" || first.value >= 0x80 else { return false }
        return !name.unicodeScalars.contains { "\t\n\u{0C}\r />=\0".unicodeScalars.contains($0) }
    }
}

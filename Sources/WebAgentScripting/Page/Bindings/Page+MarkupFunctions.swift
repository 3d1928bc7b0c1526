import WebAgentHTML

extension Page {
    /// Markup in and out.
    func markupFunctions() -> [HostFunction] {
        let document = document
        return [
            (
                "html",
                { arguments throws(ScriptFault) in
                    let node = try arguments.node(0)
                    return .string(arguments.flag(1) ? document.outerHTML(of: node) : document.innerHTML(of: node))
                }
            ),
            (
                "setHTML",
                { [unowned self] arguments throws(ScriptFault) in
                    let node = try arguments.node(0)
                    let fragment = self.parse(arguments.text(1), inside: node)
                    document.replaceChildren(of: document.templateContent(of: node) ?? node, with: fragment)
                    if !self.frames.isEmpty { self.dropFrames() }
                    if document.hasFrames { self.findFrames(in: node) }
                    return .undefined
                }
            ),
            (
                "parseFragment",
                { [unowned self] arguments throws(ScriptFault) in
                    ScriptValue(self.parse(arguments.text(1), inside: try arguments.node(0)))
                }
            ),
            ("parseDocument", { [unowned self] arguments in ScriptValue(self.parseDocument(arguments.text(0))) }),
            (
                "write",
                { [unowned self] arguments in
                    self.write(arguments.text(0))
                    return .undefined
                }
            ),
            (
                "documentOpen",
                { [unowned self] _ in
                    self.openByScript()
                    return .undefined
                }
            ),
            (
                "documentClose",
                { [unowned self] _ in
                    self.closeByScript()
                    return .undefined
                }
            ),
        ]
    }

    /// Parses markup as the contents of an element; scripts in it never run.
    private func parse(_ markup: String, inside node: NodeID) -> NodeID {
        let context = document.kind(of: node) == .element ? node : document.createElement("body")
        let fragment = HTMLParser.parseFragment(markup, context: context, in: document)
        return fragment
    }

    /// Parses a whole page into a document of its own, in the same arena.
    private func parseDocument(_ markup: String) -> NodeID {
        let parsed = HTMLParser.parse(markup, scripting: false)
        let root = document.createDocumentNode()
        NodeCopy.copyChildren(of: parsed.root, in: parsed, to: root, in: document)
        return root
    }
}

/// Copies nodes from one arena into another.
enum NodeCopy {
    static func copyChildren(of source: NodeID, in from: Document, to target: NodeID, in document: Document) {
        var pending = [(source: source, target: target)]
        while let (source, target) = pending.popLast() {
            for child in from.children(of: source) {
                guard let copy = copy(child, in: from, to: document) else { continue }
                document.append(copy, to: target)
                pending.append((child, copy))
                if let contents = from.templateContent(of: child), let copied = document.templateContent(of: copy) {
                    pending.append((contents, copied))
                }
            }
        }
    }

    private static func copy(_ node: NodeID, in from: Document, to document: Document) -> NodeID? {
        switch from.kind(of: node) {
        case .text: return document.createText(from.data(of: node))
        case .comment: return document.createComment(from.data(of: node))
        case .doctype: return from.doctype(of: node).map { document.createDoctype($0) }
        case .document, .fragment: return nil
        case .element: break
        }
        let copy = document.createElement(
            from.localName(of: node),
            namespace: from.namespace(of: node),
            prefix: from.prefix(of: node)
        )
        for attribute in from.attributes(of: node) { document.setAttribute(attribute, of: copy) }
        if document.isHTML(copy, "script") { document.setAlreadyStarted(true, of: copy) }
        return copy
    }
}

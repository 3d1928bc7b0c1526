extension TreeBuilder {
    /// Sets the parser up for the contents of an element.
    ///
    /// - Returns: the root that the contents will be in.
    ///
    /// Source: HTML standard, section 13.4, "HTML fragment parsing algorithm".
    mutating func beginFragment(context node: NodeID) -> NodeID {
        let record = document.nodes[node.index]
        let context = openElement(node, name: record.name, namespace: record.namespace)
        self.context = context
        tokenizer.state = Self.tokenizerState(inside: context.htmlTag, scripting: isScriptingEnabled)

        let name = NameID(.html)
        let root = document.createElement(name, namespace: .html, attributes: [])
        push(openElement(root, name: name, namespace: .html))
        if context.htmlTag == .template { templateModes.append(.inTemplate) }
        resetInsertionMode()
        formElement = context.htmlTag == .form ? node : document.nearestForm(above: node)
        return root
    }

    private static func tokenizerState(inside tag: Tag, scripting: Bool) -> TokenizerState {
        switch tag {
        case .title, .textarea: .rcdata
        case .style, .xmp, .iframe, .noembed, .noframes: .rawtext
        case .script: .scriptData
        case .noscript: scripting ? .rawtext : .data
        case .plaintext: .plaintext
        default: .data
        }
    }
}

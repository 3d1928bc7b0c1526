extension Document {
    /// The local name of an element.
    ///
    /// - Parameter node: an element.
    /// - Returns: the local name in its own case; empty for other kinds.
    public func localName(of node: NodeID) -> String {
        nodes[node.index].kind == .element ? names[nodes[node.index].name] : ""
    }

    /// The prefix of an element's name.
    ///
    /// - Parameter node: an element.
    /// - Returns: the prefix; `nil` for nearly all.
    public func prefix(of node: NodeID) -> String? {
        nodes[node.index].flags.contains(.hasPrefix) ? prefixes[node] : nil
    }

    /// The namespace of an element.
    ///
    /// - Parameter node: an element.
    /// - Returns: its namespace; ``Namespace/none`` for other kinds.
    public func namespace(of node: NodeID) -> Namespace { nodes[node.index].namespace }

    /// Whether a node is an HTML element with this local name.
    ///
    /// - Parameters:
    ///   - node: any node.
    ///   - localName: the name in lower case.
    /// - Returns: true if kind, namespace and name agree.
    public func isHTML(_ node: NodeID, _ localName: String) -> Bool {
        let record = nodes[node.index]
        return record.kind == .element && record.namespace == .html && names[record.name] == localName
    }

    func isHTML(_ node: NodeID, _ tag: Tag) -> Bool {
        let record = nodes[node.index]
        return record.namespace == .html && record.name.index == UInt32(tag.rawValue)
    }

    /// The known name of an HTML element; ``Tag/unknown`` for anything else.
    func htmlTag(of node: NodeID) -> Tag {
        let record = nodes[node.index]
        return record.namespace == .html ? record.name.tag : .unknown
    }

    func isElement(_ node: NodeID) -> Bool { nodes[node.index].kind == .element }

    /// The facts of a document type node.
    ///
    /// - Parameter node: a document type node.
    /// - Returns: its facts; `nil` for other kinds.
    public func doctype(of node: NodeID) -> DocumentType? { doctypes[node] }

    /// The contents of a template.
    ///
    /// - Parameter node: an element.
    /// - Returns: the fragment; `nil` if the node is no HTML `template`.
    public func templateContent(of node: NodeID) -> NodeID? { templateContents[node] }

    /// Whether a script element was run or must never be.
    ///
    /// - Parameter script: a `script` element.
    /// - Returns: the flag "already started".
    public func isAlreadyStarted(_ script: NodeID) -> Bool { nodes[script.index].flags.contains(.alreadyStarted) }

    /// Sets the flag "already started" of a script element.
    ///
    /// - Parameters:
    ///   - value: the flag.
    ///   - script: a `script` element.
    public func setAlreadyStarted(_ value: Bool, of script: NodeID) {
        set(.alreadyStarted, value, of: script)
    }

    /// Whether a script element came from the page's parser.
    ///
    /// - Parameter script: a `script` element.
    /// - Returns: the flag "parser-inserted".
    public func isParserInserted(_ script: NodeID) -> Bool { nodes[script.index].flags.contains(.parserInserted) }

    /// Sets the flag "parser-inserted" of a script element.
    ///
    /// - Parameters:
    ///   - value: the flag.
    ///   - script: a `script` element.
    public func setParserInserted(_ value: Bool, of script: NodeID) {
        set(.parserInserted, value, of: script)
    }

    /// Whether a script element made by a script loads without keeping an order.
    ///
    /// - Parameter script: a `script` element.
    /// - Returns: the flag "force async".
    public func isForceAsync(_ script: NodeID) -> Bool { nodes[script.index].flags.contains(.forceAsync) }

    /// Sets the flag "force async" of a script element.
    ///
    /// - Parameters:
    ///   - value: the flag.
    ///   - script: a `script` element.
    public func setForceAsync(_ value: Bool, of script: NodeID) {
        set(.forceAsync, value, of: script)
    }

    private func set(_ flag: NodeFlags, _ value: Bool, of node: NodeID) {
        if value { nodes[node.index].flags.insert(flag) } else { nodes[node.index].flags.remove(flag) }
    }
}

extension Document {
    /// Makes an element without parent.
    ///
    /// - Parameters:
    ///   - localName: the local name, used as it is.
    ///   - namespace: the namespace.
    ///   - prefix: the prefix of the qualified name, if any.
    /// - Returns: the new node; a `template` has its contents fragment already.
    public func createElement(_ localName: String, namespace: Namespace = .html, prefix: String? = nil) -> NodeID {
        let node = createElement(names.intern(localName), namespace: namespace, attributes: [])
        if let prefix, !prefix.isEmpty {
            prefixes[node] = prefix
            nodes[node.index].flags.insert(.hasPrefix)
        }
        return node
    }

    /// Makes an element from an interned name.
    func createElement(_ name: NameID, namespace: Namespace, attributes: [Attribute]) -> NodeID {
        let node = NodeID(nodes.appendElement(name, namespace: namespace, attributes: attributes))
        if !attributes.isEmpty { noteIdentifier(in: attributes, of: node) }
        prepare(node, name, namespace)
        return node
    }

    /// Makes an element from an interned name and inserts it, marked as open.
    func insertElement(
        _ name: NameID,
        namespace: Namespace,
        attributes: [Attribute],
        at place: InsertionPlace
    ) -> NodeID {
        let node = nodes.insertElement(name, namespace: namespace, attributes: attributes, at: place)
        if !attributes.isEmpty { noteIdentifier(in: attributes, of: node) }
        prepare(node, name, namespace)
        return node
    }

    /// Gives a new element what its name asks for.
    private func prepare(_ node: NodeID, _ name: NameID, _ namespace: Namespace) {
        guard namespace == .html else { return }
        switch name.tag {
        case .template: templateContents[node] = createFragment()
        case .iframe, .frame: hasFrames = true
        default: break
        }
    }

    /// Makes a text node without parent.
    ///
    /// - Parameter data: the text.
    /// - Returns: the new node.
    public func createText(_ data: String) -> NodeID {
        makeNode(.text, data: data)
    }

    /// Makes a comment without parent.
    ///
    /// - Parameter data: the text between `<!--` and `-->`.
    /// - Returns: the new node.
    public func createComment(_ data: String) -> NodeID {
        makeNode(.comment, data: data)
    }

    /// Makes a document type node without parent.
    ///
    /// - Parameter doctype: its facts.
    /// - Returns: the new node.
    public func createDoctype(_ doctype: DocumentType) -> NodeID {
        let node = makeNode(NodeRecord(kind: .doctype))
        doctypes[node] = doctype
        return node
    }

    /// Makes an empty document fragment.
    ///
    /// - Returns: the new node.
    public func createFragment() -> NodeID {
        makeNode(NodeRecord(kind: .fragment))
    }

    /// Makes a further document node in the same arena, for a document that a script creates.
    ///
    /// - Returns: the new node; ``root`` stays the page's own.
    public func createDocumentNode() -> NodeID {
        makeNode(NodeRecord(kind: .document))
    }

    /// Makes a copy of a node without parent.
    ///
    /// Attributes and the state of controls are copied (the value, checkedness and their dirty flags), and a script's "already
    /// started" flag; a form owner is not.
    ///
    /// - Parameters:
    ///   - node: what is copied.
    ///   - deep: whether its descendants and a template's contents are copied too.
    /// - Returns: the copy.
    ///
    /// Source: DOM standard, section 4.4, "clone"; HTML standard, cloning steps of `input`, `textarea`, `script`, `template`.
    public func clone(_ node: NodeID, deep: Bool) -> NodeID {
        let copy = cloneAlone(node)
        guard deep else { return copy }
        var pending = [(source: node, copy: copy)]
        while let (source, target) = pending.popLast() {
            if let contents = templateContents[source], let copied = templateContents[target] {
                pending.append((contents, copied))
            }
            for child in children(of: source) {
                let childCopy = cloneAlone(child)
                link(childCopy, into: target, before: nil)
                pending.append((child, childCopy))
            }
        }
        return copy
    }

    private func cloneAlone(_ node: NodeID) -> NodeID {
        let source = nodes[node.index]
        switch source.kind {
        case .text, .comment: return makeNode(source.kind, data: nodes.texts[Int(source.slot)])
        case .doctype: return createDoctype(doctypes[node] ?? DocumentType(name: ""))
        case .fragment, .document: return makeNode(NodeRecord(kind: source.kind))
        case .element: break
        }
        let copy = createElement(source.name, namespace: source.namespace, attributes: attributes(of: node))
        nodes[copy.index].flags = source.flags.intersection([.alreadyStarted, .hasControlState, .hasPrefix])
        if let prefix = prefixes[node] { prefixes[copy] = prefix }
        if let state = controlStates[node] { controlStates[copy] = state }
        return copy
    }

    private func makeNode(_ kind: NodeKind, data: String) -> NodeID {
        NodeID(nodes.append(kind, text: data))
    }

    /// The namespace with an address, made known to the document if it is a foreign one.
    ///
    /// - Parameter uri: the address; empty for no namespace.
    /// - Returns: the same value for the same address.
    public func namespace(forURI uri: String) -> Namespace {
        if let index = Namespace.standardURIs.firstIndex(of: uri) { return Namespace(code: UInt16(index)) }
        if let index = otherNamespaces.firstIndex(of: uri) {
            return Namespace(code: UInt16(Namespace.standardURIs.count + index))
        }
        guard otherNamespaces.count < 60_000 else { return .none }
        otherNamespaces.append(uri)
        return Namespace(code: UInt16(Namespace.standardURIs.count + otherNamespaces.count - 1))
    }

    /// The address of a namespace.
    ///
    /// - Parameter namespace: a constant, or one this document gave.
    /// - Returns: the address; `nil` for no namespace.
    public func uri(of namespace: Namespace) -> String? {
        let code = Int(namespace.code)
        if code == 0 { return nil }
        if code < Namespace.standardURIs.count { return Namespace.standardURIs[code] }
        return otherNamespaces[code - Namespace.standardURIs.count]
    }
}

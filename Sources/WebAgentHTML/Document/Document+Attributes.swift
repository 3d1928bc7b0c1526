extension Document {
    /// The attributes of an element.
    ///
    /// - Parameter node: an element.
    /// - Returns: the attributes in their order; empty for other kinds.
    public func attributes(of node: NodeID) -> [Attribute] {
        let record = nodes[node.index]
        return record.kind == .element ? nodes.attributeLists[Int(record.slot)] : []
    }

    /// The value of an attribute.
    ///
    /// - Parameters:
    ///   - name: the qualified name; nothing is folded, so give lower case for an HTML element.
    ///   - node: an element.
    /// - Returns: the value, or `nil` if there is no such attribute.
    public func attribute(_ name: String, of node: NodeID) -> String? {
        let record = nodes[node.index]
        guard record.kind == .element, record.slot != 0 else { return nil }
        for attribute in nodes.attributeLists[Int(record.slot)] where attribute.name == name { return attribute.value }
        return nil
    }

    /// The value of an attribute in a namespace.
    ///
    /// - Parameters:
    ///   - localName: the local name.
    ///   - namespace: the namespace.
    ///   - node: an element.
    /// - Returns: the value, or `nil` if there is no such attribute.
    public func attribute(_ localName: String, namespace: Namespace, of node: NodeID) -> String? {
        attributes(of: node).first { $0.namespace == namespace && $0.localName == localName }?.value
    }

    /// Whether an element has an attribute.
    ///
    /// - Parameters:
    ///   - name: the qualified name; nothing is folded.
    ///   - node: an element.
    /// - Returns: true if it has.
    public func hasAttribute(_ name: String, of node: NodeID) -> Bool { attribute(name, of: node) != nil }

    /// Sets an attribute in place, or adds it at the end.
    ///
    /// - Parameters:
    ///   - name: the qualified name; nothing is folded.
    ///   - value: the value.
    ///   - node: an element; other kinds are left as they are.
    public func setAttribute(_ name: String, _ value: String, of node: NodeID) {
        change(attributesOf: node, name: name) { list in
            if let index = list.firstIndex(where: { $0.name == name }) {
                list[index].value = value
            } else {
                list.append(Attribute(name: name, value: value))
            }
        }
    }

    /// Sets an attribute in a namespace in place, or adds it at the end.
    ///
    /// - Parameters:
    ///   - attribute: name, value and namespace.
    ///   - node: an element; other kinds are left as they are.
    public func setAttribute(_ attribute: Attribute, of node: NodeID) {
        let localName = attribute.localName
        change(attributesOf: node, name: localName) { list in
            if let index = list.firstIndex(where: {
                $0.namespace == attribute.namespace && $0.localName == localName
            }) {
                list[index].value = attribute.value
            } else {
                list.append(attribute)
            }
        }
    }

    /// Removes an attribute.
    ///
    /// - Parameters:
    ///   - name: the qualified name; nothing is folded.
    ///   - node: an element.
    public func removeAttribute(_ name: String, of node: NodeID) {
        guard hasAttribute(name, of: node) else { return }
        change(attributesOf: node, name: name) { list in
            if let index = list.firstIndex(where: { $0.name == name }) { list.remove(at: index) }
        }
    }

    /// Removes an attribute in a namespace.
    ///
    /// - Parameters:
    ///   - localName: the local name.
    ///   - namespace: the namespace.
    ///   - node: an element.
    public func removeAttribute(_ localName: String, namespace: Namespace, of node: NodeID) {
        change(attributesOf: node, name: localName) { list in
            list.removeAll { $0.namespace == namespace && $0.localName == localName }
        }
    }

    /// Adds attributes that an element does not have.
    func appendAttributes(_ attributes: [Attribute], to node: NodeID) {
        if nodes[node.index].slot == 0 { nodes[node.index].slot = nodes.storeAttributes([]) }
        let slot = Int(nodes[node.index].slot)
        nodes.attributeLists[slot] += attributes
        for attribute in attributes { attributeChanged(attribute.name, from: nil, of: node) }
        changed()
    }

    private func change(attributesOf node: NodeID, name: String, _ body: (inout [Attribute]) -> Void) {
        guard nodes[node.index].kind == .element else { return }
        if nodes[node.index].slot == 0 { nodes[node.index].slot = nodes.storeAttributes([]) }
        let old = attribute(name, of: node)
        let slot = Int(nodes[node.index].slot)
        body(&nodes.attributeLists[slot])
        attributeChanged(name, from: old, of: node)
        changed()
    }

    private func attributeChanged(_ name: String, from old: String?, of node: NodeID) {
        switch name {
        case "id":
            idIndex.remove(old, node)
            idIndex.add(attribute("id", of: node), node)
        case "form": parserFormOwners[node] = nil
        case "type": controlAttributeChanged(name, from: old, of: node)
        default: break
        }
    }
}

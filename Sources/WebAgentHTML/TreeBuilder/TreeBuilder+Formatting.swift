extension TreeBuilder {
    /// Opens again the formatting elements that were closed by the way.
    ///
    /// Source: HTML standard, section 13.2.4.3, "reconstruct the active formatting elements".
    mutating func reconstructFormatting() {
        guard let last = formatting.entries.last, !last.isMarker, !isOpen(last.node) else { return }
        var first = formatting.entries.count - 1
        while first > 0 {
            let entry = formatting.entries[first - 1]
            if entry.isMarker || isOpen(entry.node) { break }
            first -= 1
        }
        first = forgetBeyondAllowance(from: first)
        var index = first
        while index < formatting.entries.count {
            let entry = formatting.entries[index]
            let name = document.nodes[entry.node.index].name
            let copy = insertCopy(of: entry.node, name: name)
            // Making room on the stack may have shortened the list.
            guard index < formatting.entries.count, formatting.entries[index].node == entry.node else { return }
            formatting.entries[index] = .init(node: copy, tag: entry.tag, signature: entry.signature)
            index += 1
        }
    }

    private mutating func insertCopy(of node: NodeID, name: NameID) -> NodeID {
        copiedElements += 1
        return insertElement(name, namespace: .html, attributes: document.attributes(of: node))
    }

    /// Forgets entries that there is no allowance to open again, and gives where the rest begins.
    ///
    /// DEPARTURE: ``TreeBuilderLimits/copiedElements``.
    private mutating func forgetBeyondAllowance(from first: Int) -> Int {
        let allowance = TreeBuilderLimits.copiedElements + TreeBuilderLimits.copiedElementsPerToken * tokenCount
        let wanted = formatting.entries.count - first
        let excess = copiedElements + wanted - allowance
        if excess > 0 { formatting.entries.removeSubrange(first..<(first + min(excess, wanted))) }
        return first
    }

    /// Inserts a formatting element and remembers it.
    mutating func insertFormattingElement(_ token: Token) {
        let node = insertElement(token)
        formatting.push(node, tag: token.tag, in: document)
    }
}

extension TreeBuilder {
    /// Closes a formatting element whose end tag comes where it was not expected.
    ///
    /// Source: HTML standard, section 13.2.6.4.7, "adoption agency algorithm".
    mutating func adoptionAgency(_ token: Token) {
        let subject = token.tag

        // 2. The current node itself, if it is not in the list: pop it and be done.
        if let current = stack.last, current.htmlTag == subject, formatting.index(of: current.node) == nil {
            pop()
            return
        }

        // 3, 4. Eight rounds at most.
        for _ in 0..<8 where !adoptionRound(token) { return }
    }

    /// One round; false if the algorithm ends.
    private mutating func adoptionRound(_ token: Token) -> Bool {
        // 4.3 The last formatting element with the name, after the last marker.
        guard let element = formatting.last(token.tag) else {
            anyOtherEndTag(token)
            return false
        }

        // 4.4 to 4.6 It must be open and in scope.
        guard isOpen(element), let elementIndex = stackIndex(of: element) else {
            formatting.remove(element)
            return false
        }
        guard hasInScope(where: { $0.node == element }) else { return false }

        // 4.7, 4.8 The furthest block; without one, close up to the element.
        guard let blockIndex = stack.indices.dropFirst(elementIndex + 1).first(where: { stack[$0].isSpecial }) else {
            while let popped = pop(), popped.node != element {}
            formatting.remove(element)
            return false
        }
        adopt(element, at: elementIndex, block: stack[blockIndex], at: blockIndex)
        return true
    }

    /// Steps 4.9 to 4.19.
    private mutating func adopt(_ element: NodeID, at elementIndex: Int, block: OpenElement, at blockIndex: Int) {
        guard elementIndex > 0 else { return }
        let commonAncestor = stack[elementIndex - 1]
        var bookmark = formatting.index(of: element) ?? formatting.entries.count

        // 4.12, 4.13 Copies of the formatting elements in between, one inside the other.
        var lastNode = block.node
        var index = blockIndex
        var counter = 0
        while true {
            index -= 1
            counter += 1
            stepCount += 1
            let node = stack[index].node
            if node == element { break }
            var position = formatting.index(of: node)
            if counter > 3, let found = position {
                formatting.entries.remove(at: found)
                if found < bookmark { bookmark -= 1 }
                position = nil
            }
            guard let position else {
                removeFromStack(at: index)
                continue
            }
            let copy = replaceByCopy(stackIndex: index, formattingIndex: position)
            if lastNode == block.node { bookmark = position + 1 }
            document.unlink(lastNode)
            document.link(lastNode, into: copy, before: nil)
            lastNode = copy
        }

        // 4.14 The last node goes to the common ancestor.
        document.unlink(lastNode)
        let place = appropriatePlace(override: commonAncestor)
        document.link(lastNode, into: place.parent, before: place.before)

        // 4.15 to 4.17 A copy of the element takes what is in the block.
        let source = document.nodes[element.index]
        let copy = document.createElement(source.name, namespace: .html, attributes: document.attributes(of: element))
        copiedElements += 1
        while let child = document.firstChild(of: block.node) {
            document.unlink(child)
            document.link(child, into: copy, before: nil)
        }
        document.link(copy, into: block.node, before: nil)

        replaceInFormatting(element, by: copy, bookmark: bookmark)
        replaceOnStack(element, by: copy, after: block)
    }

    private mutating func removeFromStack(at index: Int) {
        removeFromStack(stack[index].node)
    }

    /// Step 4.13.6: a copy takes the element's place on the stack and in the list.
    private mutating func replaceByCopy(stackIndex: Int, formattingIndex: Int) -> NodeID {
        let old = stack[stackIndex]
        let name = document.nodes[old.node.index].name
        let copy = document.createElement(name, namespace: .html, attributes: document.attributes(of: old.node))
        copiedElements += 1
        document.nodes[old.node.index].flags.remove(.open)
        document.nodes[copy.index].flags.insert(.open)
        stack[stackIndex] = openElement(copy, name: name, namespace: .html)
        let entry = formatting.entries[formattingIndex]
        formatting.entries[formattingIndex] = .init(node: copy, tag: entry.tag, signature: entry.signature)
        return copy
    }

    /// Step 4.18.
    private mutating func replaceInFormatting(_ element: NodeID, by copy: NodeID, bookmark: Int) {
        guard let index = formatting.index(of: element) else { return }
        let entry = formatting.entries.remove(at: index)
        let target = min(index < bookmark ? bookmark - 1 : bookmark, formatting.entries.count)
        formatting.entries.insert(.init(node: copy, tag: entry.tag, signature: entry.signature), at: target)
    }

    /// Step 4.19.
    private mutating func replaceOnStack(_ element: NodeID, by copy: NodeID, after block: OpenElement) {
        let name = document.nodes[element.index].name
        removeFromStack(element)
        guard let index = stackIndex(of: block.node) else { return }
        let opened = openElement(copy, name: name, namespace: .html)
        stack.insert(opened, at: index + 1)
        document.nodes[copy.index].flags.insert(.open)
        openCounts[Int(opened.htmlTag.rawValue)] += 1
    }
}

/// A place in the tree: before a child of a parent, or at its end.
struct InsertionPlace {
    var parent: NodeID
    var before: NodeID?
}

extension TreeBuilder {
    /// Source: HTML standard, section 13.2.6.1, "appropriate place for inserting a node".
    func appropriatePlace(override target: OpenElement? = nil) -> InsertionPlace {
        guard let target = target ?? stack.last else { return InsertionPlace(parent: document.root) }
        if isFosterParenting {
            switch target.htmlTag {
            case .table, .tbody, .tfoot, .thead, .tr: return insideTemplate(fosterPlace())
            default: break
            }
        }
        let place = InsertionPlace(parent: target.node)
        return target.htmlTag == .template ? insideTemplate(place) : place
    }

    private func insideTemplate(_ place: InsertionPlace) -> InsertionPlace {
        guard let contents = document.templateContent(of: place.parent) else { return place }
        return InsertionPlace(parent: contents)
    }

    private func fosterPlace() -> InsertionPlace {
        let template = isOpen(.template) ? stack.lastIndex { $0.htmlTag == .template } : nil
        let table = isOpen(.table) ? stack.lastIndex { $0.htmlTag == .table } : nil
        if let template, template > table ?? -1 { return InsertionPlace(parent: stack[template].node) }
        guard let table, table > 0 else { return InsertionPlace(parent: stack[0].node) }
        if let parent = document.parent(of: stack[table].node) {
            return InsertionPlace(parent: parent, before: stack[table].node)
        }
        return InsertionPlace(parent: stack[table - 1].node)
    }

    /// Makes an element for a tag, inserts it and opens it.
    ///
    /// Source: HTML standard, section 13.2.6.1, "insert an HTML element".
    @discardableResult
    mutating func insertElement(_ token: Token) -> NodeID {
        insertElement(token.name, namespace: .html, attributes: takeAttributes())
    }

    /// Makes an element that no tag names, inserts it and opens it.
    @discardableResult
    mutating func insertElement(_ tag: Tag) -> NodeID {
        insertElement(NameID(tag), namespace: .html, attributes: [])
    }

    @discardableResult
    mutating func insertElement(_ name: NameID, namespace: Namespace, attributes: [Attribute]) -> NodeID {
        makeRoomOnStack()
        let place = appropriatePlace()
        let node = document.insertElement(name, namespace: namespace, attributes: attributes, at: place)
        if namespace == .html {
            if name.tag.isFormAssociated { associate(node, name.tag) }
            if name.tag == .selectedcontent, isOpen(.select) { noteSelectedContent(node) }
        }
        opened(openElement(node, name: name, namespace: namespace))
        return node
    }

    /// Makes an element for a tag, inserts it and closes it at once.
    @discardableResult
    mutating func insertVoidElement(_ token: Token) -> NodeID {
        let node = insertElement(token)
        pop()
        return node
    }

    func openElement(_ node: NodeID, name: NameID, namespace: Namespace) -> OpenElement {
        OpenElement(
            node: node,
            tag: name.tag,
            namespace: namespace,
            isHTMLIntegrationPoint: isHTMLIntegrationPoint(node, name.tag, namespace)
        )
    }

    /// Source: HTML standard, section 13.2.6, "HTML integration point".
    private func isHTMLIntegrationPoint(_ node: NodeID, _ tag: Tag, _ namespace: Namespace) -> Bool {
        if namespace == .html { return false }
        if namespace == .svg { return tag == .foreignObject || tag == .desc || tag == .title }
        guard namespace == .mathML, tag == .annotationXML else { return false }
        guard let encoding = document.attribute("encoding", of: node) else { return false }
        let lower = ASCII.lowercased(encoding)
        return lower == "text/html" || lower == "application/xhtml+xml"
    }

    mutating func takeAttributes() -> [Attribute] {
        // An exact copy, so that the tokenizer goes on with the room it has.
        let attributes = tokenizer.attributes.isEmpty ? [] : Array(tokenizer.attributes[...])
        tokenizer.attributes.removeAll(keepingCapacity: true)
        return attributes
    }

    /// Gives a control the form whose tags are around it, when it is not below that form.
    ///
    /// Source: HTML standard, section 13.2.6.1, "create an element for a token", step on form-associated elements.
    private mutating func associate(_ node: NodeID, _ tag: Tag) {
        guard let form = formElement, !isOpen(.template) else { return }
        if tag.isListed, document.hasAttribute("form", of: node) { return }
        guard document.nearestForm(above: node) != form else { return }
        if document.rootNode(of: form) == document.rootNode(of: node) { document.parserFormOwners[node] = form }
    }

    /// Source: HTML standard, section 13.2.6.1, "insert a character".
    mutating func insertCharacters(_ run: CharacterRun) {
        insertCharacters(tokenizer.text(run))
    }

    mutating func insertCharacters(_ bytes: ArraySlice<UInt8>) {
        insertText(String(decoding: bytes, as: UTF8.self))
    }

    mutating func insertText(_ text: String) {
        let place = appropriatePlace()
        if place.parent == document.root { return }
        document.nodes.insertText(text, at: place)
    }

    /// Source: HTML standard, section 13.2.6.1, "insert a comment".
    mutating func insertComment(at place: InsertionPlace? = nil) {
        let place = place ?? appropriatePlace()
        let node = document.createComment(String(decoding: tokenizer.comment, as: UTF8.self))
        document.link(node, into: place.parent, before: place.before)
    }

    /// Source: HTML standard, section 13.2.6.2, "generic raw text element parsing algorithm" and its RCDATA twin.
    mutating func insertTextElement(_ token: Token, state: TokenizerState) {
        insertElement(token)
        tokenizer.state = state
        originalMode = mode
        mode = .text
    }

    /// Adds the attributes of a second `html` or `body` tag that the element lacks.
    mutating func mergeAttributes(into node: NodeID) {
        // Kept from one such tag to the next: each would else cost as much as the element has attributes.
        if mergedNamesVersion != document.version { mergedNames = [:] }
        if mergedNames[node] == nil {
            let present = document.attributes(of: node)
            stepCount += present.count
            mergedNames[node] = Set(present.map(\.name))
        }
        let lacking = takeAttributes().filter { mergedNames[node]?.insert($0.name).inserted == true }
        if !lacking.isEmpty { document.appendAttributes(lacking, to: node) }
        mergedNamesVersion = document.version
    }
}

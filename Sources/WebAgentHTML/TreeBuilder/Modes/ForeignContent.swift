extension TreeBuilder {
    /// Source: HTML standard, section 13.2.6.5.
    mutating func foreignContent(_ token: Token) {
        switch token.kind {
        case .characters: foreignCharacters(token)
        case .comment: insertComment()
        case .startTag: foreignStartTag(token)
        case .endTag: foreignEndTag(token)
        case .doctype, .endOfFile, .needsInput: return
        }
    }

    private mutating func foreignCharacters(_ token: Token) {
        switch token.characters.class {
        case .null: insertText("\u{FFFD}")
        case .whitespace: insertCharacters(token.characters)
        case .text:
            insertCharacters(token.characters)
            isFramesetOK = false
        }
    }

    private mutating func foreignStartTag(_ token: Token) {
        if token.tag.leavesForeignContent || token.tag == .font && fontLeavesForeignContent {
            leaveForeignContent()
            return process(token, in: mode)
        }
        guard let current = adjustedCurrent else { return }
        insertForeignElement(token, namespace: current.namespace)
        guard token.isSelfClosing, let closed = pop() else { return }
        if closed.namespace == .svg, closed.tag == .script { pause(at: closed.node) }
    }

    private var fontLeavesForeignContent: Bool {
        tokenizer.attributes.contains { $0.name == "color" || $0.name == "face" || $0.name == "size" }
    }

    private mutating func leaveForeignContent() {
        while let current = stack.last, stack.count > 1 {
            if current.namespace == .html || current.isHTMLIntegrationPoint || current.isMathMLTextIntegrationPoint {
                return
            }
            pop()
        }
    }

    private mutating func foreignEndTag(_ token: Token) {
        if token.tag == .br || token.tag == .p {
            leaveForeignContent()
            return process(token, in: mode)
        }
        if token.tag == .script, let current = stack.last, current.namespace == .svg, current.tag == .script {
            pop()
            pause(at: current.node)
            return
        }
        var index = stack.count - 1
        while index > 0 {
            stepCount += 1
            let element = stack[index]
            if matchesIgnoringCase(element, token) {
                while stack.count > index { pop() }
                return
            }
            index -= 1
            if stack[index].namespace == .html { return process(token, in: mode) }
        }
    }

    /// Whether an element's name in lower case is the token's.
    private func matchesIgnoringCase(_ element: OpenElement, _ token: Token) -> Bool {
        let name = document.nodes[element.node.index].name
        return name == token.name || ASCII.equalsIgnoringCase(document.names[name], document.names[token.name])
    }

    /// Source: HTML standard, section 13.2.6.1, "insert a foreign element", with the adjustments before it.
    mutating func insertForeignElement(_ token: Token, namespace: Namespace) {
        var name = token.name
        if namespace == .svg, let adjusted = ForeignNames.svgElements[document.names[name]] {
            name = document.names.intern(adjusted)
        }
        let attributes = takeAttributes().map { ForeignNames.adjusted($0, in: namespace) }
        insertElement(name, namespace: namespace, attributes: attributes)
    }
}

extension Tag {
    /// The HTML start tags that end foreign content.
    var leavesForeignContent: Bool {
        switch self {
        case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4,
            .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small,
            .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .variable:
            true
        default: false
        }
    }
}

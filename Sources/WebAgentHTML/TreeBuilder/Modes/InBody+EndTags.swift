extension TreeBuilder {
    /// Source: HTML standard (2025), section 13.2.6.4.7, end tags.
    mutating func inBodyEndTag(_ token: Token) {
        switch token.tag {
        case .template: templateEndTag()
        case .body, .html:
            guard hasInScope(.body) else { return }
            mode = .afterBody
            if token.tag == .html { dispatch(token) }
        case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search,
            .section, .select, .summary, .ul:
            closeElement(token.tag)
        case .form: formEndTag()
        case .p:
            if !hasInScope(.p, .button) { insertElement(.p) }
            closeParagraph()
        case .li:
            guard hasInScope(.li, .listItem) else { return }
            generateImpliedEndTags(except: .li)
            popUntil(.li)
        case .dd, .dt:
            guard hasInScope(token.tag) else { return }
            generateImpliedEndTags(except: token.tag)
            popUntil(token.tag)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            guard hasInScope(where: { $0.htmlTag.isHeading }) else { return }
            generateImpliedEndTags()
            popUntil { $0.isHeading }
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: adoptionAgency(token)
        case .applet, .marquee, .object: if closeElement(token.tag) { formatting.clearToMarker() }
        case .br:
            reconstructFormatting()
            insertElement(.br)
            pop()
            isFramesetOK = false
        default: anyOtherEndTag(token)
        }
    }

    @discardableResult
    private mutating func closeElement(_ tag: Tag) -> Bool {
        guard hasInScope(tag) else { return false }
        generateImpliedEndTags()
        popUntil(tag)
        return true
    }

    private mutating func formEndTag() {
        if isOpen(.template) {
            closeElement(.form)
            return
        }
        let form = formElement
        formElement = nil
        guard let form, hasInScope(where: { $0.node == form }) else { return }
        generateImpliedEndTags()
        removeFromStack(form)
    }

    /// Source: HTML standard, section 13.2.6.4.7, "any other end tag".
    mutating func anyOtherEndTag(_ token: Token) {
        guard isOpen(token.name) else { return }
        for element in stack.reversed() {
            stepCount += 1
            if element.htmlTag == token.tag, isHTML(element, token.name) {
                generateImpliedEndTags(except: token.tag)
                while let popped = pop(), popped.node != element.node {}
                return
            }
            if element.isSpecial { return }
        }
    }

    /// Whether an element whose known name is that of the token is its namesake also where the name is none of the known.
    private func isHTML(_ element: OpenElement, _ name: NameID) -> Bool {
        element.namespace == .html && (element.tag != .unknown || document.nodes[element.node.index].name == name)
    }
}

extension TreeBuilder {
    /// The start tags that begin a block, which ends an open paragraph.
    mutating func inBodyBlockStartTag(_ token: Token) {
        switch token.tag {
        case .h1, .h2, .h3, .h4, .h5, .h6:
            closeParagraphInButtonScope()
            if currentTag.isHeading { pop() }
            insertElement(token)
        case .pre, .listing:
            closeParagraphInButtonScope()
            insertElement(token)
            ignoresNextLineFeed = true
            isFramesetOK = false
        case .form: formStartTag(token)
        case .li: listItemStartTag(token) { $0 == .li }
        case .dd, .dt: listItemStartTag(token) { $0 == .dd || $0 == .dt }
        case .plaintext:
            closeParagraphInButtonScope()
            insertElement(token)
            tokenizer.state = .plaintext
        case .table:
            if document.mode != .quirks { closeParagraphInButtonScope() }
            insertElement(token)
            isFramesetOK = false
            mode = .inTable
        case .hr: ruleStartTag(token)
        case .xmp:
            closeParagraphInButtonScope()
            reconstructFormatting()
            isFramesetOK = false
            insertTextElement(token, state: .rawtext)
        default:
            closeParagraphInButtonScope()
            insertElement(token)
        }
    }

    private mutating func formStartTag(_ token: Token) {
        let isInTemplate = isOpen(.template)
        if formElement != nil, !isInTemplate { return }
        closeParagraphInButtonScope()
        let node = insertElement(token)
        if !isInTemplate { formElement = node }
    }

    private mutating func ruleStartTag(_ token: Token) {
        closeParagraphInButtonScope()
        if hasInScope(.select) { generateImpliedEndTags() }
        insertVoidElement(token)
        isFramesetOK = false
    }

    private mutating func listItemStartTag(_ token: Token, isItem: (Tag) -> Bool) {
        isFramesetOK = false
        for element in stack.reversed() {
            stepCount += 1
            let tag = element.htmlTag
            if isItem(tag) {
                generateImpliedEndTags(except: tag)
                popUntil(tag)
                break
            }
            if element.isSpecial, tag != .address, tag != .div, tag != .p { break }
        }
        closeParagraphInButtonScope()
        insertElement(token)
    }
}

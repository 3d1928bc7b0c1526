extension TreeBuilder {
    /// The start tags of form controls, by the rules of 2025 for what a select holds.
    ///
    /// Source: HTML standard (2025), section 13.2.6.4.7.
    mutating func inBodyControlStartTag(_ token: Token) {
        switch token.tag {
        case .select: selectStartTag(token)
        case .option:
            if hasInScope(.select) {
                generateImpliedEndTags(except: .optgroup)
            } else if currentTag == .option {
                pop()
            }
            reconstructFormatting()
            insertElement(token)
        case .optgroup:
            if hasInScope(.select) {
                generateImpliedEndTags()
            } else if currentTag == .option {
                pop()
            }
            reconstructFormatting()
            insertElement(token)
        case .input: inputStartTag(token)
        case .button:
            if hasInScope(.button) {
                generateImpliedEndTags()
                popUntil(.button)
            }
            reconstructFormatting()
            insertElement(token)
            isFramesetOK = false
        default: textareaStartTag(token)
        }
    }

    private mutating func selectStartTag(_ token: Token) {
        if context?.htmlTag == .select { return }
        if hasInScope(.select) {
            popUntil(.select)
            return
        }
        reconstructFormatting()
        insertElement(token)
        isFramesetOK = false
    }

    private mutating func inputStartTag(_ token: Token) {
        if context?.htmlTag == .select { return }
        if hasInScope(.select) { popUntil(.select) }
        reconstructFormatting()
        let node = insertVoidElement(token)
        if document.inputType(of: node) != .hidden { isFramesetOK = false }
    }

    private mutating func textareaStartTag(_ token: Token) {
        insertElement(token)
        ignoresNextLineFeed = true
        tokenizer.state = .rcdata
        originalMode = mode
        isFramesetOK = false
        mode = .text
    }
}

extension TreeBuilder {
    /// Source: HTML standard, section 13.2.6.4.4.
    mutating func inHead(_ token: Token) {
        switch token.kind {
        case .characters where token.characters.class == .whitespace: insertCharacters(token.characters)
        case .comment: insertComment()
        case .doctype: return
        case .startTag: if !inHeadStartTag(token) { leaveHead(token) }
        case .endTag: inHeadEndTag(token)
        default: leaveHead(token)
        }
    }

    private mutating func leaveHead(_ token: Token) {
        pop()
        reprocess(token, in: .afterHead)
    }

    /// False if the tag doesn't belong into a head.
    private mutating func inHeadStartTag(_ token: Token) -> Bool {
        switch token.tag {
        case .html: process(token, in: .inBody)
        case .base, .basefont, .bgsound, .link, .meta: insertVoidElement(token)
        case .title: insertTextElement(token, state: .rcdata)
        case .noscript where !isScriptingEnabled:
            insertElement(token)
            mode = .inHeadNoscript
        case .noscript, .noframes, .style: insertTextElement(token, state: .rawtext)
        case .script: scriptStartTag(token)
        case .template: templateStartTag(token)
        case .head: break
        default: return false
        }
        return true
    }

    private mutating func inHeadEndTag(_ token: Token) {
        switch token.tag {
        case .head:
            pop()
            mode = .afterHead
        case .body, .html, .br: leaveHead(token)
        case .template: templateEndTag()
        default: return
        }
    }

    private mutating func scriptStartTag(_ token: Token) {
        let node = insertElement(token)
        document.setParserInserted(true, of: node)
        if context != nil { document.setAlreadyStarted(true, of: node) }
        tokenizer.state = .scriptData
        originalMode = mode
        mode = .text
    }

    private mutating func templateStartTag(_ token: Token) {
        insertElement(token)
        formatting.insertMarker()
        isFramesetOK = false
        mode = .inTemplate
        templateModes.append(.inTemplate)
    }

    mutating func templateEndTag() {
        guard isOpen(.template) else { return }
        generateAllImpliedEndTagsThoroughly()
        popUntil(.template)
        formatting.clearToMarker()
        _ = templateModes.popLast()
        resetInsertionMode()
    }

    /// Source: HTML standard, section 13.2.6.4.5.
    mutating func inHeadNoscript(_ token: Token) {
        switch token.kind {
        case .doctype: return
        case .comment: return process(token, in: .inHead)
        case .characters where token.characters.class == .whitespace: return process(token, in: .inHead)
        case .startTag:
            switch token.tag {
            case .html: return process(token, in: .inBody)
            case .basefont, .bgsound, .link, .meta, .noframes, .style: return process(token, in: .inHead)
            case .head, .noscript: return
            default: break
            }
        case .endTag where token.tag == .noscript:
            pop()
            mode = .inHead
            return
        case .endTag where token.tag != .br: return
        default: break
        }
        pop()
        reprocess(token, in: .inHead)
    }

    /// Source: HTML standard, section 13.2.6.4.6.
    mutating func afterHead(_ token: Token) {
        switch token.kind {
        case .characters where token.characters.class == .whitespace: return insertCharacters(token.characters)
        case .comment: return insertComment()
        case .doctype: return
        case .startTag: if afterHeadStartTag(token) { return }
        case .endTag where token.tag == .template: return process(token, in: .inHead)
        case .endTag where !token.tag.isBodyHTMLOrBreak: return
        default: break
        }
        insertElement(.body)
        reprocess(token, in: .inBody)
    }

    /// False if the tag begins the body by itself.
    private mutating func afterHeadStartTag(_ token: Token) -> Bool {
        switch token.tag {
        case .html: process(token, in: .inBody)
        case .body:
            insertElement(token)
            isFramesetOK = false
            mode = .inBody
        case .frameset:
            insertElement(token)
            mode = .inFrameset
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            guard let headElement else { return false }
            push(openElement(headElement, name: NameID(.head), namespace: .html))
            process(token, in: .inHead)
            removeFromStack(headElement)
        case .head: break
        default: return false
        }
        return true
    }

    /// Source: HTML standard, section 13.2.6.4.8.
    mutating func text(_ token: Token) {
        switch token.kind {
        case .characters: insertCharacters(token.characters)
        case .endOfFile:
            if let current = stack.last, current.htmlTag == .script {
                document.setAlreadyStarted(true, of: current.node)
            }
            pop()
            reprocess(token, in: originalMode)
        case .endTag:
            let closed = pop()
            mode = originalMode
            if token.tag == .script, let closed { pause(at: closed.node) }
        case .startTag, .comment, .doctype, .needsInput: return
        }
    }
}

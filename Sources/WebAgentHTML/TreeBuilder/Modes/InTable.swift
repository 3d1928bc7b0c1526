extension TreeBuilder {
    /// Source: HTML standard, section 13.2.6.4.9.
    mutating func inTable(_ token: Token) {
        switch token.kind {
        case .characters where currentTag.takesTableText:
            pendingTableText.removeAll(keepingCapacity: true)
            pendingTableTextIsSpace = true
            originalMode = mode
            reprocess(token, in: .inTableText)
        case .comment: insertComment()
        case .doctype: return
        case .startTag: inTableStartTag(token)
        case .endTag: inTableEndTag(token)
        case .endOfFile: process(token, in: .inBody)
        default: inTableAnythingElse(token)
        }
    }

    /// Source: HTML standard, section 13.2.6.4.9, "anything else".
    mutating func inTableAnythingElse(_ token: Token) {
        isFosterParenting = true
        process(token, in: .inBody)
        isFosterParenting = false
    }

    private mutating func clearStackBackToTable() {
        clearStack { $0 == .table }
    }

    private mutating func inTableStartTag(_ token: Token) {
        switch token.tag {
        case .caption:
            clearStackBackToTable()
            formatting.insertMarker()
            insertElement(token)
            mode = .inCaption
        case .colgroup:
            clearStackBackToTable()
            insertElement(token)
            mode = .inColumnGroup
        case .col:
            clearStackBackToTable()
            insertElement(.colgroup)
            reprocess(token, in: .inColumnGroup)
        case .tbody, .tfoot, .thead:
            clearStackBackToTable()
            insertElement(token)
            mode = .inTableBody
        case .td, .th, .tr:
            clearStackBackToTable()
            insertElement(.tbody)
            reprocess(token, in: .inTableBody)
        case .table:
            guard hasInScope(.table, .table) else { return }
            popUntil(.table)
            resetInsertionMode()
            dispatch(token)
        case .style, .script, .template: process(token, in: .inHead)
        case .input: inTableInput(token)
        case .form:
            guard formElement == nil, !isOpen(.template) else { return }
            formElement = insertVoidElement(token)
        default: inTableAnythingElse(token)
        }
    }

    private mutating func inTableInput(_ token: Token) {
        let type = tokenizer.attributes.first { $0.name == "type" }?.value ?? ""
        guard ASCII.equalsIgnoringCase(type, "hidden") else { return inTableAnythingElse(token) }
        insertVoidElement(token)
    }

    private mutating func inTableEndTag(_ token: Token) {
        switch token.tag {
        case .table:
            guard hasInScope(.table, .table) else { return }
            popUntil(.table)
            resetInsertionMode()
        case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return
        case .template: process(token, in: .inHead)
        default: inTableAnythingElse(token)
        }
    }

    /// Source: HTML standard, section 13.2.6.4.10.
    mutating func inTableText(_ token: Token) {
        if token.kind == .characters {
            if token.characters.class == .null { return }
            if token.characters.class == .text { pendingTableTextIsSpace = false }
            pendingTableText += tokenizer.text(token.characters)
            return
        }
        if pendingTableTextIsSpace {
            // Nothing is left of zero bytes, and a text of nothing would be a node.
            if !pendingTableText.isEmpty { insertCharacters(pendingTableText[...]) }
        } else {
            isFosterParenting = true
            reconstructFormatting()
            insertCharacters(pendingTableText[...])
            isFosterParenting = false
            isFramesetOK = false
        }
        reprocess(token, in: originalMode)
    }

    /// Source: HTML standard, section 13.2.6.4.11.
    mutating func inCaption(_ token: Token) {
        switch token.kind {
        case .endTag:
            switch token.tag {
            case .caption:
                closeCaption()
                return
            case .table: return closeCaptionAndReprocess(token)
            case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return
            default: break
            }
        case .startTag:
            switch token.tag {
            case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
                return closeCaptionAndReprocess(token)
            default: break
            }
        default: break
        }
        process(token, in: .inBody)
    }

    @discardableResult
    private mutating func closeCaption() -> Bool {
        guard hasInScope(.caption, .table) else { return false }
        generateImpliedEndTags()
        popUntil(.caption)
        formatting.clearToMarker()
        mode = .inTable
        return true
    }

    private mutating func closeCaptionAndReprocess(_ token: Token) {
        if closeCaption() { dispatch(token) }
    }

    /// Source: HTML standard, section 13.2.6.4.12.
    mutating func inColumnGroup(_ token: Token) {
        switch token.kind {
        case .characters where token.characters.class == .whitespace: return insertCharacters(token.characters)
        case .comment: return insertComment()
        case .doctype: return
        case .startTag:
            switch token.tag {
            case .html: return process(token, in: .inBody)
            case .col:
                insertVoidElement(token)
                return
            case .template: return process(token, in: .inHead)
            default: break
            }
        case .endTag:
            switch token.tag {
            case .colgroup:
                leaveColumnGroup()
                return
            case .col: return
            case .template: return process(token, in: .inHead)
            default: break
            }
        case .endOfFile: return process(token, in: .inBody)
        default: break
        }
        if leaveColumnGroup() { dispatch(token) } else if token.kind == .characters { insertSpaces(token) }
    }

    @discardableResult
    private mutating func leaveColumnGroup() -> Bool {
        guard currentTag == .colgroup else { return false }
        pop()
        mode = .inTable
        return true
    }
}

extension Tag {
    /// Whether characters directly inside are a table's text.
    var takesTableText: Bool {
        switch self {
        case .table, .tbody, .template, .tfoot, .thead, .tr: true
        default: false
        }
    }
}

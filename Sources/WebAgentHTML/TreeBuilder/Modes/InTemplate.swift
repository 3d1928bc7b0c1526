extension TreeBuilder {
    /// Source: HTML standard (2025), section 13.2.6.4.16.
    mutating func inTemplate(_ token: Token) {
        switch token.kind {
        case .characters, .comment, .doctype: process(token, in: .inBody)
        case .startTag: inTemplateStartTag(token)
        case .endTag: if token.tag == .template { process(token, in: .inHead) }
        case .endOfFile:
            // The modes of the templates around lead back here each time, so all of them are closed in one go.
            while isOpen(.template) {
                popUntil(.template)
                formatting.clearToMarker()
                _ = templateModes.popLast()
                resetInsertionMode()
            }
            if templateModes.isEmpty { dispatch(token) } else { stopParsing() }
        case .needsInput: return
        }
    }

    private mutating func inTemplateStartTag(_ token: Token) {
        switch token.tag {
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            process(token, in: .inHead)
        case .caption, .colgroup, .tbody, .tfoot, .thead: replaceTemplateMode(.inTable, token)
        case .col: replaceTemplateMode(.inColumnGroup, token)
        case .tr: replaceTemplateMode(.inTableBody, token)
        case .td, .th: replaceTemplateMode(.inRow, token)
        default: replaceTemplateMode(.inBody, token)
        }
    }

    private mutating func replaceTemplateMode(_ mode: InsertionMode, _ token: Token) {
        _ = templateModes.popLast()
        templateModes.append(mode)
        reprocess(token, in: mode)
    }
}

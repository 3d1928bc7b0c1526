extension TreeBuilder {
    /// Source: HTML standard, section 13.2.6.4.13.
    mutating func inTableBody(_ token: Token) {
        switch (token.kind, token.tag) {
        case (.startTag, .tr):
            clearStackBackToBody()
            insertElement(token)
            mode = .inRow
        case (.startTag, .th), (.startTag, .td):
            clearStackBackToBody()
            insertElement(.tr)
            reprocess(token, in: .inRow)
        case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
            guard hasInScope(token.tag, .table) else { return }
            closeTableBody()
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
            (.startTag, .tfoot), (.startTag, .thead), (.endTag, .table):
            guard hasInScope(.table, where: { $0.htmlTag.isTableBody }) else { return }
            closeTableBody()
            dispatch(token)
        case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
            (.endTag, .td), (.endTag, .th), (.endTag, .tr):
            return
        default: process(token, in: .inTable)
        }
    }

    private mutating func clearStackBackToBody() {
        clearStack { $0.isTableBody }
    }

    private mutating func closeTableBody() {
        clearStackBackToBody()
        if stack.count > 1 { pop() }
        mode = .inTable
    }

    /// Source: HTML standard, section 13.2.6.4.14.
    mutating func inRow(_ token: Token) {
        switch (token.kind, token.tag) {
        case (.startTag, .th), (.startTag, .td):
            clearStack { $0 == .tr }
            insertElement(token)
            mode = .inCell
            formatting.insertMarker()
        case (.endTag, .tr): closeRow()
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
            (.startTag, .tfoot), (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
            if closeRow() { dispatch(token) }
        case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
            guard hasInScope(token.tag, .table) else { return }
            if closeRow() { dispatch(token) }
        case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
            (.endTag, .td), (.endTag, .th):
            return
        default: process(token, in: .inTable)
        }
    }

    @discardableResult
    private mutating func closeRow() -> Bool {
        guard hasInScope(.tr, .table) else { return false }
        clearStack { $0 == .tr }
        if stack.count > 1 { pop() }
        mode = .inTableBody
        return true
    }

    /// Source: HTML standard, section 13.2.6.4.15.
    mutating func inCell(_ token: Token) {
        switch (token.kind, token.tag) {
        case (.endTag, .td), (.endTag, .th):
            guard hasInScope(token.tag, .table) else { return }
            generateImpliedEndTags()
            popUntil(token.tag)
            formatting.clearToMarker()
            mode = .inRow
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .td),
            (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr):
            guard hasInScope(.td, .table) || hasInScope(.th, .table) else { return }
            closeCell()
            dispatch(token)
        case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html): return
        case (.endTag, .table), (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead), (.endTag, .tr):
            guard hasInScope(token.tag, .table) else { return }
            closeCell()
            dispatch(token)
        default: process(token, in: .inBody)
        }
    }

    private mutating func closeCell() {
        generateImpliedEndTags()
        if isOpen(.td) || isOpen(.th) { popUntil { $0 == .td || $0 == .th } }
        formatting.clearToMarker()
        mode = .inRow
    }
}

extension Tag {
    var isTableBody: Bool { self == .tbody || self == .tfoot || self == .thead }
}

extension TreeBuilder {
    /// Source: HTML standard, section 13.2.6.4.17.
    mutating func afterBody(_ token: Token) {
        switch token.kind {
        case .characters where token.characters.class == .whitespace: process(token, in: .inBody)
        case .comment:
            guard let root = stack.first else { return }
            insertComment(at: InsertionPlace(parent: root.node))
        case .doctype: return
        case .startTag where token.tag == .html: process(token, in: .inBody)
        case .endTag where token.tag == .html: if context == nil { mode = .afterAfterBody }
        case .endOfFile: stopParsing()
        default: reprocess(token, in: .inBody)
        }
    }

    /// Source: HTML standard, section 13.2.6.4.18.
    mutating func inFrameset(_ token: Token) {
        switch token.kind {
        case .characters: insertSpaces(token)
        case .comment: insertComment()
        case .startTag: inFramesetStartTag(token)
        case .endTag where token.tag == .frameset:
            guard stack.count > 1 else { return }
            pop()
            if context == nil, currentTag != .frameset { mode = .afterFrameset }
        case .endOfFile: stopParsing()
        case .doctype, .endTag, .needsInput: return
        }
    }

    private mutating func inFramesetStartTag(_ token: Token) {
        switch token.tag {
        case .html: process(token, in: .inBody)
        case .frameset: insertElement(token)
        case .frame: insertVoidElement(token)
        case .noframes: process(token, in: .inHead)
        default: return
        }
    }

    /// Inserts the white space of a run and drops the rest.
    mutating func insertSpaces(_ token: Token) {
        let spaces = tokenizer.text(token.characters).filter(ASCII.isWhitespace)
        if !spaces.isEmpty { insertCharacters(spaces[...]) }
    }

    /// Source: HTML standard, section 13.2.6.4.19.
    mutating func afterFrameset(_ token: Token) {
        switch token.kind {
        case .characters: insertSpaces(token)
        case .comment: insertComment()
        case .startTag where token.tag == .html: process(token, in: .inBody)
        case .startTag where token.tag == .noframes: process(token, in: .inHead)
        case .endTag where token.tag == .html: mode = .afterAfterFrameset
        case .endOfFile: stopParsing()
        case .doctype, .startTag, .endTag, .needsInput: return
        }
    }

    /// Source: HTML standard, section 13.2.6.4.20.
    mutating func afterAfterBody(_ token: Token) {
        switch token.kind {
        case .comment: insertComment(at: InsertionPlace(parent: document.root))
        case .doctype: process(token, in: .inBody)
        case .characters where token.characters.class == .whitespace: process(token, in: .inBody)
        case .startTag where token.tag == .html: process(token, in: .inBody)
        case .endOfFile: stopParsing()
        default: reprocess(token, in: .inBody)
        }
    }

    /// Source: HTML standard, section 13.2.6.4.21.
    mutating func afterAfterFrameset(_ token: Token) {
        switch token.kind {
        case .comment: insertComment(at: InsertionPlace(parent: document.root))
        case .characters: processSpaces(token)
        case .startTag where token.tag == .html: process(token, in: .inBody)
        case .startTag where token.tag == .noframes: process(token, in: .inHead)
        case .endOfFile: stopParsing()
        case .doctype, .startTag, .endTag, .needsInput: return
        }
    }

    private mutating func processSpaces(_ token: Token) {
        let spaces = tokenizer.text(token.characters).filter(ASCII.isWhitespace)
        if spaces.isEmpty { return }
        reconstructFormatting()
        insertCharacters(spaces[...])
    }
}

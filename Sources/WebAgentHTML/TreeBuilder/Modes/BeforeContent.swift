extension TreeBuilder {
    /// Source: HTML standard, section 13.2.6.4.1.
    mutating func initial(_ token: Token) {
        switch token.kind {
        case .characters where token.characters.class == .whitespace: return
        case .comment: return insertComment(at: InsertionPlace(parent: document.root))
        case .doctype:
            insertDoctype(tokenizer.doctype)
            mode = .beforeHTML
        default:
            document.mode = .quirks
            reprocess(token, in: .beforeHTML)
        }
    }

    private mutating func insertDoctype(_ token: DoctypeToken) {
        let text = { (bytes: [UInt8]?) in String(decoding: bytes ?? [], as: UTF8.self) }
        let doctype = DocumentType(
            name: text(token.name),
            publicID: text(token.publicID),
            systemID: text(token.systemID)
        )
        document.link(document.createDoctype(doctype), into: document.root, before: nil)
        document.mode = QuirksRules.mode(
            of: doctype,
            hasSystemID: token.systemID != nil,
            forced: token.forcesQuirks
        )
    }

    /// Source: HTML standard, section 13.2.6.4.2.
    mutating func beforeHTML(_ token: Token) {
        switch token.kind {
        case .doctype: return
        case .comment: return insertComment(at: InsertionPlace(parent: document.root))
        case .characters where token.characters.class == .whitespace: return
        case .startTag where token.tag == .html:
            insertRoot(takeAttributes())
            mode = .beforeHead
        case .endTag where !token.tag.isHeadBodyHTMLOrBreak: return
        default:
            insertRoot([])
            reprocess(token, in: .beforeHead)
        }
    }

    private mutating func insertRoot(_ attributes: [Attribute]) {
        let name = NameID(.html)
        let node = document.createElement(name, namespace: .html, attributes: attributes)
        document.link(node, into: document.root, before: nil)
        push(openElement(node, name: name, namespace: .html))
    }

    /// Source: HTML standard, section 13.2.6.4.3.
    mutating func beforeHead(_ token: Token) {
        switch token.kind {
        case .characters where token.characters.class == .whitespace: return
        case .comment: return insertComment()
        case .doctype: return
        case .startTag where token.tag == .html: return process(token, in: .inBody)
        case .startTag where token.tag == .head:
            headElement = insertElement(token)
            mode = .inHead
        case .endTag where !token.tag.isHeadBodyHTMLOrBreak: return
        default:
            headElement = insertElement(.head)
            reprocess(token, in: .inHead)
        }
    }
}

extension Tag {
    /// The end tags that, before the body, do what any other token does.
    var isHeadBodyHTMLOrBreak: Bool { self == .head || self == .body || self == .html || self == .br }

    var isBodyHTMLOrBreak: Bool { self == .body || self == .html || self == .br }
}

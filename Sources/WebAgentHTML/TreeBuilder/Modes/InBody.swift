extension TreeBuilder {
    /// Source: HTML standard (2025), section 13.2.6.4.7.
    mutating func inBody(_ token: Token) {
        switch token.kind {
        case .characters: inBodyCharacters(token)
        case .comment: insertComment()
        case .startTag: inBodyStartTag(token)
        case .endTag: inBodyEndTag(token)
        case .endOfFile:
            if templateModes.isEmpty { stopParsing() } else { process(token, in: .inTemplate) }
        case .doctype, .needsInput: return
        }
    }

    mutating func stopParsing() {
        for element in stack { document.nodes[element.node.index].flags.remove(.open) }
        isFinished = true
    }

    private mutating func inBodyCharacters(_ token: Token) {
        if token.characters.class == .null { return }
        reconstructFormatting()
        insertCharacters(token.characters)
        if token.characters.class == .text { isFramesetOK = false }
    }

    /// The start tags, in the groups of the standard; each group takes its names or passes the tag on.
    private mutating func inBodyStartTag(_ token: Token) {
        switch token.tag {
        case .html, .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title, .body,
            .frameset:
            inBodyDocumentStartTag(token)
        case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary,
            .ul, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .listing, .form, .li, .dd, .dt, .plaintext, .table, .hr, .xmp:
            inBodyBlockStartTag(token)
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
            inBodyFormattingStartTag(token)
        case .select, .option, .optgroup, .input, .button, .textarea: inBodyControlStartTag(token)
        case .math, .svg: inBodyForeignStartTag(token)
        case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: return
        default: inBodyOtherStartTag(token)
        }
    }

    private mutating func inBodyDocumentStartTag(_ token: Token) {
        switch token.tag {
        case .html:
            if isOpen(.template) { return }
            if let root = stack.first { mergeAttributes(into: root.node) }
        case .body:
            guard stack.count > 1, stack[1].htmlTag == .body, !isOpen(.template) else { return }
            isFramesetOK = false
            mergeAttributes(into: stack[1].node)
        case .frameset:
            guard stack.count > 1, stack[1].htmlTag == .body, isFramesetOK else { return }
            document.unlink(stack[1].node)
            while stack.count > 1 { pop() }
            insertElement(token)
            mode = .inFrameset
        default: process(token, in: .inHead)
        }
    }

    private mutating func inBodyFormattingStartTag(_ token: Token) {
        switch token.tag {
        case .a:
            if let earlier = formatting.last(.a) {
                adoptionAgency(token)
                formatting.remove(earlier)
                removeFromStack(earlier)
            }
            reconstructFormatting()
        case .nobr:
            reconstructFormatting()
            if hasInScope(.nobr) {
                adoptionAgency(token)
                reconstructFormatting()
            }
        default: reconstructFormatting()
        }
        insertFormattingElement(token)
    }

    private mutating func inBodyForeignStartTag(_ token: Token) {
        reconstructFormatting()
        insertForeignElement(token, namespace: token.tag == .math ? .mathML : .svg)
        if token.isSelfClosing { pop() }
    }

    private mutating func inBodyOtherStartTag(_ token: Token) {
        switch token.tag {
        case .applet, .marquee, .object:
            reconstructFormatting()
            insertElement(token)
            formatting.insertMarker()
            isFramesetOK = false
        case .area, .br, .embed, .img, .keygen, .wbr:
            reconstructFormatting()
            insertVoidElement(token)
            isFramesetOK = false
        case .param, .source, .track: insertVoidElement(token)
        case .image:
            var renamed = token
            renamed.tag = .img
            renamed.name = NameID(.img)
            inBodyOtherStartTag(renamed)
        case .iframe:
            isFramesetOK = false
            insertTextElement(token, state: .rawtext)
        case .noembed: insertTextElement(token, state: .rawtext)
        case .noscript where isScriptingEnabled: insertTextElement(token, state: .rawtext)
        case .rb, .rtc: rubyStartTag(token, keeping: .unknown)
        case .rp, .rt: rubyStartTag(token, keeping: .rtc)
        default:
            reconstructFormatting()
            insertElement(token)
        }
    }

    private mutating func rubyStartTag(_ token: Token, keeping tag: Tag) {
        if hasInScope(.ruby) { generateImpliedEndTags(except: tag) }
        insertElement(token)
    }
}

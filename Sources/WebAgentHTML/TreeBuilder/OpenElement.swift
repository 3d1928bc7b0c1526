/// One entry of the stack of open elements.
///
/// Source: HTML standard, section 13.2.4.2.
struct OpenElement {
    let node: NodeID
    /// The local name, whatever the namespace.
    let tag: Tag
    let namespace: Namespace
    let isHTMLIntegrationPoint: Bool

    /// The local name if it is an HTML element.
    var htmlTag: Tag { namespace == .html ? tag : .unknown }

    /// Source: HTML standard, section 13.2.6, "MathML text integration point".
    var isMathMLTextIntegrationPoint: Bool {
        guard namespace == .mathML else { return false }
        switch tag {
        case .mi, .mo, .mn, .ms, .mtext: return true
        default: return false
        }
    }

    /// Source: HTML standard, section 13.2.4.2, "special".
    var isSpecial: Bool {
        if namespace == .html { return tag.isSpecial }
        return isForeignScopeLimit
    }

    /// Whether a look for an element in scope ends here.
    ///
    /// Source: HTML standard (2025), section 13.2.4.2, "has an element in scope"; `select` belongs to it since 2025.
    var limitsScope: Bool {
        guard namespace == .html else { return isForeignScopeLimit }
        switch tag {
        case .applet, .caption, .html, .table, .td, .th, .marquee, .object, .select, .template: return true
        default: return false
        }
    }

    private var isForeignScopeLimit: Bool {
        if namespace == .mathML { return isMathMLTextIntegrationPoint || tag == .annotationXML }
        guard namespace == .svg else { return false }
        return tag == .foreignObject || tag == .desc || tag == .title
    }
}

/// The kinds of scope.
enum Scope {
    case normal
    case listItem
    case button
    case table
}

extension Tag {
    /// Source: HTML standard, section 13.2.4.2, "special", the HTML names.
    var isSpecial: Bool {
        switch self {
        case .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .button,
            .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption,
            .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr,
            .html, .iframe, .img, .input, .keygen, .li, .link, .listing, .main, .marquee, .menu, .meta, .nav,
            .noembed, .noframes, .noscript, .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section,
            .select, .source, .style, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead,
            .title, .tr, .track, .ul, .wbr, .xmp:
            true
        default: false
        }
    }

    /// Source: HTML standard, section 13.2.4.3, "formatting".
    var isFormatting: Bool {
        switch self {
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: true
        default: false
        }
    }

    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    /// Whether end tags with this name may be left out.
    ///
    /// Source: HTML standard, section 13.2.6.3, "generate implied end tags".
    var hasImpliedEnd: Bool {
        switch self {
        case .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc: true
        default: false
        }
    }

    /// Source: HTML standard, section 13.2.6.3, "generate all implied end tags thoroughly".
    var hasImpliedEndThoroughly: Bool {
        switch self {
        case .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: true
        default: hasImpliedEnd
        }
    }

    /// Whether elements with this name put a marker into the list of active formatting elements.
    var marksFormatting: Bool {
        switch self {
        case .applet, .marquee, .object, .td, .th, .caption, .template: true
        default: false
        }
    }
}

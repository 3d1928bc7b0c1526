/// Writes a tree as markup.
///
/// Source: HTML standard (2025), section 13.3; `<` and `>` are escaped in attribute values since 2025.
struct HTMLSerializer {
    private let document: Document
    private var output: [UInt8] = []

    private enum Work {
        case node(NodeID)
        case text([UInt8])
    }

    init(_ document: Document) {
        self.document = document
    }

    /// The markup of what is below a node.
    static func inner(_ node: NodeID, in document: Document) -> String {
        var serializer = HTMLSerializer(document)
        serializer.write(serializer.contents(of: node))
        return String(decoding: serializer.output, as: UTF8.self)
    }

    /// The markup of a node itself and of what is below it.
    static func outer(_ node: NodeID, in document: Document) -> String {
        var serializer = HTMLSerializer(document)
        serializer.write([.node(node)])
        return String(decoding: serializer.output, as: UTF8.self)
    }

    /// The children to write, the last first; none of a void element, those of a template's contents.
    private func contents(of node: NodeID) -> [Work] {
        if document.htmlTag(of: node).isVoidWhenSerialized { return [] }
        let holder = document.templateContent(of: node) ?? node
        var children: [Work] = []
        var current = document.lastChild(of: holder)
        while let child = current {
            children.append(.node(child))
            current = document.previousSibling(of: child)
        }
        return children
    }

    /// Writes with a stack of its own, so that no depth is too deep.
    private mutating func write(_ start: [Work]) {
        var pending = start
        while let work = pending.popLast() {
            switch work {
            case .text(let bytes): output += bytes
            case .node(let node): writeNode(node, &pending)
            }
        }
    }

    private mutating func writeNode(_ node: NodeID, _ pending: inout [Work]) {
        switch document.kind(of: node) {
        case .text: writeText(node)
        case .comment:
            output += Array("<!--".utf8)
            output += Array(document.data(of: node).utf8)
            output += Array("-->".utf8)
        case .doctype:
            output += Array("<!DOCTYPE ".utf8)
            output += Array((document.doctype(of: node)?.name ?? "").utf8)
            output.append(UInt8(ascii: ">"))
        case .document, .fragment: pending += contents(of: node)
        case .element: writeElement(node, &pending)
        }
    }

    private mutating func writeElement(_ node: NodeID, _ pending: inout [Work]) {
        let name = Array(tagName(of: node).utf8)
        output.append(UInt8(ascii: "<"))
        output += name
        for attribute in document.attributes(of: node) { writeAttribute(attribute) }
        output.append(UInt8(ascii: ">"))
        if document.htmlTag(of: node).isVoidWhenSerialized { return }
        pending.append(.text([UInt8(ascii: "<"), UInt8(ascii: "/")] + name + [UInt8(ascii: ">")]))
        pending += contents(of: node)
    }

    private func tagName(of node: NodeID) -> String {
        let name = document.localName(of: node)
        switch document.namespace(of: node) {
        case .html, .mathML, .svg: return name
        default: return document.prefix(of: node).map { $0 + ":" + name } ?? name
        }
    }

    private mutating func writeAttribute(_ attribute: Attribute) {
        output.append(UInt8(ascii: " "))
        output += Array(serializedName(of: attribute).utf8)
        output += [UInt8(ascii: "="), UInt8(ascii: "\"")]
        escape(attribute.value, inAttribute: true)
        output.append(UInt8(ascii: "\""))
    }

    private func serializedName(of attribute: Attribute) -> String {
        switch attribute.namespace {
        case .xml: "xml:" + attribute.localName
        case .xmlns: attribute.localName == "xmlns" ? "xmlns" : "xmlns:" + attribute.localName
        case .xlink: "xlink:" + attribute.localName
        default: attribute.name
        }
    }

    private mutating func writeText(_ node: NodeID) {
        let parent = document.parent(of: node).map { document.htmlTag(of: $0) } ?? .unknown
        if parent.holdsRawText || (parent == .noscript && document.isScriptingEnabled) {
            output += Array(document.data(of: node).utf8)
        } else {
            escape(document.data(of: node), inAttribute: false)
        }
    }

    /// Source: HTML standard (2025), section 13.3, "escaping a string".
    private mutating func escape(_ text: String, inAttribute: Bool) {
        var afterC2 = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): output += Array("&amp;".utf8)
            case UInt8(ascii: "<"): output += Array("&lt;".utf8)
            case UInt8(ascii: ">"): output += Array("&gt;".utf8)
            case UInt8(ascii: "\"") where inAttribute: output += Array("&quot;".utf8)
            case 0xA0 where afterC2:
                output.removeLast()
                output += Array("&nbsp;".utf8)
            default: output.append(byte)
            }
            afterC2 = byte == 0xC2
        }
    }
}

extension Document {
    /// The markup of what is below a node, as `innerHTML` gives it.
    ///
    /// - Parameter node: an element, fragment or document; of a template its contents.
    /// - Returns: the markup.
    public func innerHTML(of node: NodeID) -> String { HTMLSerializer.inner(node, in: self) }

    /// The markup of a node and what is below it, as `outerHTML` gives it.
    ///
    /// - Parameter node: any node.
    /// - Returns: the markup.
    public func outerHTML(of node: NodeID) -> String { HTMLSerializer.outer(node, in: self) }
}

extension Tag {
    /// Whether nothing but the start tag is written.
    var isVoidWhenSerialized: Bool {
        switch self {
        case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen, .link, .meta,
            .param, .source, .track, .wbr:
            true
        default: false
        }
    }

    /// Whether text directly inside is written as it is.
    var holdsRawText: Bool {
        switch self {
        case .style, .script, .xmp, .iframe, .noembed, .noframes, .plaintext: true
        default: false
        }
    }
}

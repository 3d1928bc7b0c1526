import WebAgentHTML

/// What a person would see of a page, as far as that can be known without layout.
enum RenderedText {
    private static let hidden: Set<String> = [
        "area", "base", "datalist", "head", "link", "meta", "noembed", "noframes", "noscript", "param", "rp", "script",
        "style",
        "template", "title",
    ]

    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
        "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav",
        "ol",
        "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    ]

    /// Whether an element is in the page and neither it nor one above it is hidden by its markup.
    static func isRendered(_ node: NodeID, in document: Document) -> Bool {
        guard document.isConnected(node) else { return false }
        var current: NodeID? = node
        while let step = current {
            if document.kind(of: step) == .element, isHidden(step, in: document) { return false }
            current = document.parent(of: step)
        }
        return true
    }

    private static func isHidden(_ node: NodeID, in document: Document) -> Bool {
        guard document.namespace(of: node) == .html else { return false }
        let name = document.localName(of: node)
        if hidden.contains(name) || document.hasAttribute("hidden", of: node) { return true }
        if name == "input", ASCIIText.lowercased(document.attribute("type", of: node) ?? "") == "hidden" { return true }
        guard let style = document.attribute("style", of: node) else { return false }
        let plain = ASCIIText.lowercased(style).filter { !$0.isASCIIWhitespace }
        return plain.split(separator: ";").contains { $0 == "display:none" || $0 == "display:none!important" }
    }

    /// The text below a node: hidden elements left out, white space made single, a line for each block.
    static func text(of node: NodeID, in document: Document, limit: Int = .max) -> String {
        var text = ""
        var pendingSpace = false
        var pendingLine = false
        func append(_ data: String) {
            for character in data {
                if character.isASCIIWhitespace {
                    pendingSpace = true
                    continue
                }
                if !text.isEmpty {
                    if pendingLine { text += "\n" } else if pendingSpace { text += " " }
                }
                pendingLine = false
                pendingSpace = false
                text.append(character)
            }
        }
        var current: NodeID? = node
        while let step = current, text.utf8.count < limit {
            var skips = false
            switch document.kind(of: step) {
            case .text: append(document.data(of: step))
            case .element:
                let name = document.localName(of: step)
                skips = step != node && isHidden(step, in: document)
                if !skips, name == "br" || blocks.contains(name) { pendingLine = true }
                if name == "td" || name == "th" { pendingSpace = true }
            case .comment, .doctype, .document, .fragment: break
            }
            current = next(after: step, skips: skips, within: node, in: document) { left in
                if blocks.contains(document.localName(of: left)) { pendingLine = true }
            }
        }
        return text
    }

    private static func next(
        after node: NodeID,
        skips: Bool,
        within top: NodeID,
        in document: Document,
        leaving: (NodeID) -> Void
    ) -> NodeID? {
        if !skips, let child = document.firstChild(of: node) { return child }
        var current = node
        while current != top {
            leaving(current)
            if let sibling = document.nextSibling(of: current) { return sibling }
            guard let above = document.parent(of: current) else { return nil }
            current = above
        }
        return nil
    }
}

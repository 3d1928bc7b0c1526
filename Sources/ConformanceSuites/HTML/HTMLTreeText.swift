import WebAgentHTML

/// A tree in the notation of the tree construction files.
enum HTMLTreeText {
    static func text(below node: NodeID, in document: Document) -> String {
        lines(below: node, depth: 0, in: document).joined(separator: "\n")
    }

    /// The element that a fragment case names as its context, such as `svg path`.
    static func element(named name: String, in document: Document) -> NodeID {
        let words = name.split(separator: " ").map(String.init)
        guard words.count == 2 else { return document.createElement(name) }
        return document.createElement(words[1], namespace: words[0] == "svg" ? .svg : .mathML)
    }

    private static func lines(below node: NodeID, depth: Int, in document: Document) -> [String] {
        document.children(of: node).flatMap { lines(of: $0, depth: depth, in: document) }
    }

    private static func lines(of node: NodeID, depth: Int, in document: Document) -> [String] {
        let margin = "| " + String(repeating: "  ", count: depth)
        switch document.kind(of: node) {
        case .text: return [margin + "\"" + document.data(of: node) + "\""]
        case .comment: return [margin + "<!-- " + document.data(of: node) + " -->"]
        case .doctype: return [margin + doctype(document.doctype(of: node))]
        case .document, .fragment: return lines(below: node, depth: depth, in: document)
        case .element: break
        }
        var result = [margin + "<" + space(document.namespace(of: node)) + document.localName(of: node) + ">"]
        let attributes = document.attributes(of: node).map { space($0.namespace) + $0.localName + "=\"\($0.value)\"" }
        result += attributes.sorted { Array($0.utf16).lexicographicallyPrecedes(Array($1.utf16)) }
            .map { margin + "  " + $0 }
        if let contents = document.templateContent(of: node) {
            result.append(margin + "  content")
            result += lines(below: contents, depth: depth + 2, in: document)
        }
        return result + lines(below: node, depth: depth + 1, in: document)
    }

    private static func doctype(_ doctype: DocumentType?) -> String {
        guard let doctype else { return "<!DOCTYPE >" }
        if doctype.publicID.isEmpty, doctype.systemID.isEmpty { return "<!DOCTYPE \(doctype.name)>" }
        return "<!DOCTYPE \(doctype.name) \"\(doctype.publicID)\" \"\(doctype.systemID)\">"
    }

    private static func space(_ namespace: Namespace) -> String {
        switch namespace {
        case .svg: "svg "
        case .mathML: "math "
        case .xlink: "xlink "
        case .xml: "xml "
        case .xmlns: "xmlns "
        default: ""
        }
    }
}

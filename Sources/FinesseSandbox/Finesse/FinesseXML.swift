internal import XMLTree

/// An element as Finesse writes it: an empty one as a pair of tags.
struct FinesseXML: Sendable {
    private enum Content: Sendable {
        case text(String)
        case children([FinesseXML])
    }

    private var name: String
    private var attributes: [(name: String, value: String)]
    private var content: Content

    init(_ name: String, _ text: String, attributes: [(name: String, value: String)] = []) {
        self.name = name
        self.attributes = attributes
        content = .text(text)
    }

    init(_ name: String, attributes: [(name: String, value: String)] = [], children: [FinesseXML]) {
        self.name = name
        self.attributes = attributes
        content = .children(children)
    }

    /// Takes over an element that somebody sent, without what it says about namespaces.
    init(_ element: XMLElement) {
        name = element.name.local
        attributes = element.attributes.map { ($0.name.local, $0.value) }
        let children = element.elements
        content = children.isEmpty ? .text(element.text.trimmed) : .children(children.map { FinesseXML($0) })
    }

    /// The same element under another name.
    func renamed(_ name: String) -> FinesseXML {
        var copy = self
        copy.name = name
        return copy
    }

    /// The element as text, one element a line.
    func text(indent: String = "") -> String {
        let open = name + attributes.map { " \($0.name)=\"\(TextEncodings.escapeMarkup($0.value))\"" }.joined()
        return switch content {
        case .text(let text):
            "\(indent)<\(open)>\(TextEncodings.escapeMarkup(text))</\(name)>"
        case .children(let children):
            "\(indent)<\(open)>\n" + children.map { $0.text(indent: indent + "    ") + "\n" }.joined()
                + "\(indent)</\(name)>"
        }
    }
}

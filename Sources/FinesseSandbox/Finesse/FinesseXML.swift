/// An element as Finesse writes it: no attributes, and an empty one as a pair of tags.
struct FinesseXML: Sendable {
    private enum Content: Sendable {
        case text(String)
        case children([FinesseXML])
    }

    private var name: String
    private var content: Content

    init(_ name: String, _ text: String) {
        self.name = name
        content = .text(text)
    }

    init(_ name: String, children: [FinesseXML]) {
        self.name = name
        content = .children(children)
    }

    /// The element as text, one element a line.
    func text(indent: String = "") -> String {
        switch content {
        case .text(let text):
            "\(indent)<\(name)>\(TextEncodings.escapeMarkup(text))</\(name)>"
        case .children(let children):
            "\(indent)<\(name)>\n" + children.map { $0.text(indent: indent + "    ") + "\n" }.joined()
                + "\(indent)</\(name)>"
        }
    }
}

import XMLTree

extension XMLElement {
    /// True when the element has this local name, its case aside: documents and notifications differ in it.
    func isNamed(_ wanted: String) -> Bool { name.local.lowercased() == wanted.lowercased() }

    /// The text of the first child element of this name, without white space around it; nil when empty or absent.
    func text(of child: String) -> String? {
        self.child(named: child).flatMap(\.trimmedText)
    }

    /// The text without white space around it; nil when nothing is left.
    var trimmedText: String? {
        let text = text.drop(while: \.isWhitespace)
        guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(text[...last])
    }
}

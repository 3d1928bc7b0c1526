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
    func text() -> String { String(decoding: bytes(after: ""), as: UTF8.self) }

    /// The element's text in UTF-8, behind something else.
    func bytes(after start: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2048)
        bytes += start.utf8
        write(to: &bytes, depth: 0)
        return bytes
    }

    private func write(to bytes: inout [UInt8], depth: Int) {
        Self.indent(&bytes, depth)
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for attribute in attributes {
            bytes += " \(attribute.name)=\"\(TextEncodings.escapeMarkup(attribute.value))\"".utf8
        }
        bytes.append(UInt8(ascii: ">"))
        switch content {
        case .text(let text):
            bytes += TextEncodings.escapeMarkup(text).utf8
        case .children(let children):
            bytes.append(UInt8(ascii: "\n"))
            for child in children {
                child.write(to: &bytes, depth: depth + 1)
                bytes.append(UInt8(ascii: "\n"))
            }
            Self.indent(&bytes, depth)
        }
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        bytes += name.utf8
        bytes.append(UInt8(ascii: ">"))
    }

    private static func indent(_ bytes: inout [UInt8], _ depth: Int) {
        for _ in 0..<4 * depth { bytes.append(UInt8(ascii: " ")) }
    }
}

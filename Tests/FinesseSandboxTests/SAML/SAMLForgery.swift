import FinesseSandbox
import Testing
import XMLTree

/// Changes to a document that is signed already, as an attacker would make them.
struct SAMLForgery {
    let root: XMLElement

    init(_ document: [UInt8]) throws {
        root = try XMLTree.parse(document)
    }

    static func write(_ root: XMLElement) throws -> [UInt8] {
        try XMLTree.serialize(root)
    }

    /// The signed assertion.
    var assertion: XMLElement {
        get throws { try #require(root.child(named: "Assertion", namespace: SAMLVocabulary.assertion.rawValue)) }
    }

    /// The element of one name, changed; everywhere in the tree.
    static func changing(
        _ element: XMLElement,
        _ local: String,
        _ change: (inout XMLElement) -> Void
    ) -> XMLElement {
        var copy = element
        copy.children = copy.children.map { node in
            guard case .element(let child) = node else { return node }
            return .element(changing(child, local, change))
        }
        if copy.name.local == local { change(&copy) }
        return copy
    }

    /// A copy with IDs of its own that says another user, still with whatever signature it had.
    static func evil(_ element: XMLElement) -> XMLElement {
        var copy = changing(element, "AttributeValue") { $0.children = [.text("admin")] }
        copy = changing(copy, "Assertion") { $0.setAttribute("ID", "_evil-assertion") }
        copy.setAttribute("ID", "_evil")
        return copy
    }

    static func withoutSignature(_ element: XMLElement) -> XMLElement {
        var copy = element
        copy.children.removeAll { isNamed("Signature", $0) }
        return copy
    }

    static func isNamed(_ local: String, _ node: XMLNode) -> Bool {
        guard case .element(let element) = node else { return false }
        return element.name.local == local
    }
}

extension XMLElement {
    mutating func setAttribute(_ local: String, _ value: String?) {
        attributes.removeAll { $0.name.local == local }
        if let value { attributes.append(XMLAttribute(local, value)) }
    }

    /// Replaces the first child of a name by other elements.
    mutating func replaceChild(_ local: String, by replacements: [XMLElement]) {
        guard let index = children.firstIndex(where: { SAMLForgery.isNamed(local, $0) }) else { return }
        children.replaceSubrange(index...index, with: replacements.map(XMLNode.element))
    }

    mutating func append(_ element: XMLElement) {
        children.append(.element(element))
    }
}

import Finesse
import Testing
import XMLTree

/// One document of the interface, in our own values, with what a program must be able to read from it.
struct GoldenPayload: Sendable, CustomTestStringConvertible {
    var name: String
    var xml: String
    /// Reads the document and expects the values, except those that only the server writes.
    var expect: @Sendable (XMLElement) throws -> Void
    /// Expects what only the server writes: path, id and the like.
    var expectIdentity: @Sendable (XMLElement) throws -> Void
    /// Whether two elements are the same value to a program.
    var isSame: @Sendable (XMLElement, XMLElement) -> Bool
    /// The element of the change that writes the object back; nil where nothing is written.
    var rewrite: (@Sendable (XMLElement) -> XMLElement)?

    var testDescription: String { name }

    /// A document that is only read.
    init<Object: FinesseObject>(
        _ type: Object.Type,
        _ xml: String,
        named name: String? = nil,
        identity: @escaping @Sendable (Object) throws -> Void = { _ in },
        expect: @escaping @Sendable (Object) throws -> Void
    ) {
        self.name = name ?? type.elementName
        self.xml = xml
        self.expect = { try expect(Object(element: $0)) }
        self.expectIdentity = { try identity(Object(element: $0)) }
        self.isSame = { Object(element: $0) == Object(element: $1) }
    }

    /// A document that is written back too.
    init<Object: FinesseObject>(
        _ xml: String,
        identity: @escaping @Sendable (Object) throws -> Void = { _ in },
        rewrite: @escaping @Sendable (Object) -> some FinesseChange,
        expect: @escaping @Sendable (Object) throws -> Void
    ) {
        self.init(Object.self, xml, identity: identity, expect: expect)
        self.rewrite = { rewrite(Object(element: $0)).element }
    }
}

/// The liberties that documents and servers take, each on a whole tree.
enum Liberty: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case otherOrder, lowerCase, whiteSpace, furtherElements, comments, namespace

    var testDescription: String { rawValue }

    func taken(with element: XMLElement) -> XMLElement {
        var result = element
        result.children = element.children.map { node in
            guard case .element(let child) = node else { return node }
            return .element(taken(with: child))
        }
        switch self {
        case .otherOrder:
            // Elements of one name keep their order among themselves: it has a meaning.
            let names = Set(result.elements.map(\.name.local)).sorted(by: >)
            guard !names.isEmpty else { return result }
            result.children = names.flatMap { name in result.children(named: name).map(XMLNode.element) }
        case .lowerCase:
            result.name.local = result.name.local.lowercased()
        case .whiteSpace:
            result.children = [.text("\n  ")] + result.children + [.text("\n  ")]
        case .furtherElements:
            guard !result.elements.isEmpty else { return result }
            result.children.append(.element(XMLElement("futureField", text: "kept")))
        case .comments:
            result.children.insert(.comment(" a note "), at: 0)
        case .namespace:
            result.name.namespace = "http://example.com/finesse"
        }
        return result
    }
}

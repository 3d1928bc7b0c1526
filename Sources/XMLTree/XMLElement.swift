/// One element of a document: its name, namespace declarations, attributes and children, in the order they were written.
///
/// A value like any other: it can be built, compared, changed and written again. It knows no wire format.
///
/// Source: XML 1.0 (fifth edition), section 3.
public struct XMLElement: Hashable, Sendable {
    /// The element's name.
    public var name: XMLName

    /// The namespace declarations written on this element itself.
    ///
    /// ``XMLTree/serialize(_:declaration:)`` adds those that names in use still lack, so an element that is built by
    /// hand may leave this empty.
    public var declarations: [XMLNamespaceDeclaration]

    /// The attributes other than namespace declarations.
    public var attributes: [XMLAttribute]

    /// The child nodes; two texts never stand side by side after parsing.
    public var children: [XMLNode]

    /// Creates an element.
    ///
    /// - Parameters:
    ///   - name: The element's name.
    ///   - declarations: Namespace declarations to write on this element.
    ///   - attributes: The attributes.
    ///   - children: The child nodes.
    public init(
        _ name: XMLName,
        declarations: [XMLNamespaceDeclaration] = [],
        attributes: [XMLAttribute] = [],
        children: [XMLNode] = []
    ) {
        self.name = name
        self.declarations = declarations
        self.attributes = attributes
        self.children = children
    }

    /// Creates an element in no namespace that holds nothing but text.
    ///
    /// - Parameters:
    ///   - local: The element's name.
    ///   - text: Its text; the empty string makes an empty element.
    public init(_ local: String, text: String) {
        self.init(XMLName(local), children: text.isEmpty ? [] : [.text(text)])
    }

    /// Creates an element in no namespace from its child elements.
    ///
    /// - Parameters:
    ///   - local: The element's name.
    ///   - elements: The children, in order.
    public init(_ local: String, elements: [XMLElement]) {
        self.init(XMLName(local), children: elements.map(XMLNode.element))
    }
}

/// One attribute of an element.
public struct XMLAttribute: Hashable, Sendable {
    /// The attribute's name; without a prefix it is in no namespace.
    public var name: XMLName

    /// The attribute's value, with references already replaced.
    public var value: String

    /// Creates an attribute.
    ///
    /// - Parameters:
    ///   - name: The attribute's name.
    ///   - value: The attribute's value, not escaped.
    public init(_ name: XMLName, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Creates an attribute in no namespace.
    ///
    /// - Parameters:
    ///   - local: The attribute's name.
    ///   - value: The attribute's value, not escaped.
    public init(_ local: String, _ value: String) {
        self.init(XMLName(local), value)
    }
}

/// A declaration that binds a prefix, or the default, to a namespace.
public struct XMLNamespaceDeclaration: Hashable, Sendable {
    /// The prefix, or nil for the default namespace.
    public var prefix: String?

    /// The namespace's address; empty takes the default namespace away.
    public var namespace: String

    /// Creates a declaration.
    ///
    /// - Parameters:
    ///   - prefix: The prefix, or nil for the default namespace.
    ///   - namespace: The namespace's address.
    public init(prefix: String?, namespace: String) {
        self.prefix = prefix
        self.namespace = namespace
    }
}

/// One child of an element.
public enum XMLNode: Hashable, Sendable {
    /// A child element.
    case element(XMLElement)

    /// Text, with references already replaced and CDATA sections joined to what surrounds them.
    case text(String)

    /// A comment's content.
    case comment(String)

    /// A processing instruction.
    case instruction(target: String, data: String)
}

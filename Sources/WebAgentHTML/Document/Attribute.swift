/// One attribute of an element.
///
/// Source: DOM standard, section 4.9.2.
public struct Attribute: Hashable, Sendable {
    /// The qualified name, as in `href` or `xlink:href`.
    public var name: String
    /// The value.
    public var value: String
    /// The namespace; ``Namespace/none`` for nearly all.
    public var namespace: Namespace

    /// The part of the name after the prefix.
    public var localName: String {
        guard namespace != .none, let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }

    /// The part of the name before the colon, if the attribute is in a namespace and has one.
    public var prefix: String? {
        guard namespace != .none, let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return String(name[..<colon])
    }

    /// Makes an attribute.
    ///
    /// - Parameters:
    ///   - name: the qualified name.
    ///   - value: the value.
    ///   - namespace: the namespace; none by default.
    public init(name: String, value: String, namespace: Namespace = .none) {
        self.name = name
        self.value = value
        self.namespace = namespace
    }
}

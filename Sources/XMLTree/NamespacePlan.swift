/// Decides which namespace declarations an element needs and how its names are written.
///
/// Source: Namespaces in XML 1.0 (third edition), sections 3 (reserved prefixes), 5 and 6.
struct NamespacePlan {
    /// The declarations to write on the element.
    private(set) var declared: [XMLNamespaceDeclaration]

    /// The prefixes in force inside the element; "" is the default namespace.
    private(set) var scope: [String: String]

    /// The prefixes that names of this element already use as they are in force, so none may mean something else here.
    private var used: Set<String> = []

    /// The element's name as it is written.
    let elementTag: String

    private static let xml = "http://www.w3.org/XML/1998/namespace"

    init(for element: XMLElement, scope: [String: String]) throws(XMLError) {
        declared = element.declarations
        self.scope = scope
        elementTag = element.name.description
        var own: Set<String> = []
        for declaration in element.declarations {
            guard own.insert(declaration.prefix ?? "").inserted else {
                throw .conflictingDeclarations(inside: elementTag)
            }
            self.scope[declaration.prefix ?? ""] = declaration.namespace
        }
        try bind(element.name.prefix, to: element.name.namespace)
    }

    /// The attributes' names as they are written; binds what they need first.
    mutating func attributeTags(of element: XMLElement) throws(XMLError) -> [String] {
        var tags: [String] = []
        for attribute in element.attributes {
            var name = attribute.name
            if name.prefix == nil, let namespace = name.namespace {
                name.prefix = prefix(for: namespace)
            }
            if let prefix = name.prefix {
                try bind(prefix, to: name.namespace)
            }
            tags.append(name.description)
        }
        guard Set(tags).count == tags.count else { throw .invalidName(inside: elementTag) }
        return tags
    }

    /// Makes sure the prefix means the namespace here, by a new declaration when it must.
    private mutating func bind(_ prefix: String?, to namespace: String?) throws(XMLError) {
        let key = prefix ?? ""
        let wanted = namespace ?? ""
        if key == "xml", wanted == Self.xml { return }
        guard prefix == nil || !wanted.isEmpty, key != "xml", key != "xmlns" else {
            throw .invalidName(inside: elementTag)
        }
        if scope[key] ?? "" == wanted {
            used.insert(key)
            return
        }
        guard !used.contains(key), !declared.contains(where: { $0.prefix ?? "" == key }) else {
            throw .conflictingDeclarations(inside: elementTag)
        }
        declared.append(XMLNamespaceDeclaration(prefix: prefix, namespace: wanted))
        scope[key] = wanted
    }

    /// A prefix that means the namespace or is free; attributes without a prefix would be in no namespace.
    private func prefix(for namespace: String) -> String {
        if namespace == Self.xml { return "xml" }
        if let known = scope.filter({ $0.value == namespace && !$0.key.isEmpty }).keys.min() { return known }
        var number = 1
        while scope["ns\(number)"] != nil { number += 1 }
        return "ns\(number)"
    }
}

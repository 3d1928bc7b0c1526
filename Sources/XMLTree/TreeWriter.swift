/// Writes elements as well-formed XML.
///
/// Source: XML 1.0 (fifth edition), sections 2.2 (characters), 2.3 (names), 2.4 (escaping), 3.3.3 (attribute values).
struct TreeWriter {
    var output: [UInt8] = []

    /// Writes an element.
    ///
    /// `scope` maps prefixes in force ("" is the default) to namespaces.
    mutating func write(_ element: XMLElement, scope: [String: String]) throws(XMLError) {
        var plan = try NamespacePlan(for: element, scope: scope)
        let tag = plan.elementTag
        guard isName(tag) else { throw .invalidName(inside: "document") }
        put("<\(tag)")
        let attributes = try plan.attributeTags(of: element)
        for declaration in plan.declared {
            let name = declaration.prefix.map { "xmlns:\($0)" } ?? "xmlns"
            try put(attribute: name, declaration.namespace, inside: tag)
        }
        for (name, attribute) in zip(attributes, element.attributes) {
            try put(attribute: name, attribute.value, inside: tag)
        }
        guard !element.children.isEmpty else { return put("/>") }
        put(">")
        for child in element.children {
            try write(child, inside: tag, scope: plan.scope)
        }
        put("</\(tag)>")
    }

    private mutating func write(_ node: XMLNode, inside tag: String, scope: [String: String]) throws(XMLError) {
        switch node {
        case .element(let element):
            try write(element, scope: scope)
        case .text(let text):
            try put(escaping: text, inAttribute: false, inside: tag)
        case .comment(let text):
            guard !text.contains("--"), !text.hasSuffix("-") else { throw .invalidContent(inside: tag) }
            try put(verbatim: "<!--\(text)-->", inside: tag)
        case .instruction(let target, let data):
            guard isName(target), !target.contains(":"), target.lowercased() != "xml" else {
                throw .invalidName(inside: tag)
            }
            guard !data.contains("?>") else { throw .invalidContent(inside: tag) }
            try put(verbatim: data.isEmpty ? "<?\(target)?>" : "<?\(target) \(data)?>", inside: tag)
        }
    }

    private mutating func put(attribute name: String, _ value: String, inside tag: String) throws(XMLError) {
        guard isName(name) else { throw .invalidName(inside: tag) }
        put(" \(name)=\"")
        try put(escaping: value, inAttribute: true, inside: tag)
        put("\"")
    }

    private mutating func put(_ text: String) {
        output += Array(text.utf8)
    }

    private mutating func put(verbatim text: String, inside tag: String) throws(XMLError) {
        for scalar in text.unicodeScalars where !isCharacter(scalar) {
            throw .invalidCharacter(scalar: scalar.value, inside: tag)
        }
        put(text)
    }

    private mutating func put(escaping text: String, inAttribute: Bool, inside tag: String) throws(XMLError) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": put("&amp;")
            case "<": put("&lt;")
            case ">": put("&gt;")
            case "\"" where inAttribute: put("&quot;")
            case "\r": put("&#13;")
            case "\n" where inAttribute: put("&#10;")
            case "\t" where inAttribute: put("&#9;")
            default:
                guard isCharacter(scalar) else { throw .invalidCharacter(scalar: scalar.value, inside: tag) }
                output += UTF8.encode(scalar).map(Array.init) ?? []
            }
        }
    }
}

/// Whether XML can carry the character.
///
/// Source: XML 1.0 (fifth edition), production 2.
private func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
}

/// Whether the string is a name, at most one colon inside it.
///
/// Source: XML 1.0 (fifth edition), productions 4 and 4a; Namespaces in XML 1.0, production 7.
private func isName(_ name: String) -> Bool {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return false }
    return parts.allSatisfy { part in
        guard let first = part.unicodeScalars.first, isNameStart(first) else { return false }
        return part.unicodeScalars.dropFirst().allSatisfy { isNameStart($0) || isNameRest($0) }
    }
}

private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
        0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
        0x10000...0xEFFFF:
        true
    default: false
    }
}

private func isNameRest(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: false
    }
}

internal import XMLTree

/// A response's outline, checked before any signature: one root, one assertion below it, nothing where it could hide.
///
/// The classic wrapping attacks move the signed part to a place where the signature finds it and the reader does not,
/// so responses, assertions and signatures are refused everywhere but in their own places.
struct ResponseShape {
    let root: XMLElement
    let assertion: XMLElement?
    let isSigned: Bool
    let isAssertionSigned: Bool

    init(_ document: [UInt8]) throws(ResponseRefusal) {
        root = try Self.parse(document)
        guard SAMLVocabulary.message.names(root, "Response") else { throw .notAResponse }
        guard root.attribute(named: "Version") == "2.0" else { throw .unsupportedVersion }
        var ids: Set<String> = []
        try Self.check(root, isRoot: true, ids: &ids)
        guard root.child("EncryptedAssertion", .assertion) == nil else { throw .encryptedAssertion }
        let assertions = root.children("Assertion", .assertion)
        guard assertions.count <= 1 else { throw .severalAssertions }
        assertion = assertions.first
        isSigned = root.child("Signature", .signature) != nil
        isAssertionSigned = assertion?.child("Signature", .signature) != nil
    }

    static func parse(_ document: [UInt8]) throws(ResponseRefusal) -> XMLElement {
        do throws(XMLError) {
            return try XMLTree.parse(document, limits: XMLLimits(length: 1 << 20, depth: 64, nodes: 20_000))
        } catch {
            if case .documentTypeRefused = error { throw .documentType }
            throw .notXML(error)
        }
    }

    private static func check(
        _ element: XMLElement,
        isRoot: Bool,
        ids: inout Set<String>
    ) throws(ResponseRefusal) {
        let isSAML =
            element.name.namespace == SAMLVocabulary.message.rawValue
            || element.name.namespace == SAMLVocabulary.assertion.rawValue
        if isSAML, let id = element.attribute(named: "ID") {
            guard ids.insert(id).inserted else { throw .duplicateID }
        }
        let isPlain = element.elements.isEmpty && element.children.allSatisfy(\.isText)
        let isNameOrText = ["NameID", "Issuer", "Audience"].contains { SAMLVocabulary.assertion.names(element, $0) }
        let isValue = SAMLVocabulary.assertion.names(element, "AttributeValue")
        if isNameOrText && !isPlain || isValue && element.children.contains(where: \.isAside) {
            throw .interruptedText(element: element.name.local)
        }
        for child in element.elements {
            guard mayStand(child, in: element, isRoot: isRoot) else {
                throw .misplaced(element: child.name.local, inside: element.name.local)
            }
            try check(child, isRoot: false, ids: &ids)
        }
    }

    private static func mayStand(_ child: XMLElement, in parent: XMLElement, isRoot: Bool) -> Bool {
        if SAMLVocabulary.message.names(child, "Response") {
            return false
        }
        if SAMLVocabulary.assertion.names(child, "Assertion")
            || SAMLVocabulary.assertion.names(child, "EncryptedAssertion")
        {
            return isRoot
        }
        if SAMLVocabulary.signature.names(child, "Signature") {
            return isRoot || SAMLVocabulary.assertion.names(parent, "Assertion")
        }
        return true
    }
}

extension XMLNode {
    fileprivate var isText: Bool {
        guard case .text = self else { return false }
        return true
    }

    /// Whether the node is one that canonicalisation or a reader of text may drop.
    fileprivate var isAside: Bool {
        switch self {
        case .comment, .instruction: true
        case .element, .text: false
        }
    }
}

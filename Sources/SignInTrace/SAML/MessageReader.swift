import XMLTree

/// Reads what may be kept of a SAML message.
///
/// Kept are the parties, the times, the algorithms and the names of attributes; identifiers as a short digest, so that one
/// sees which answer belongs to which request. Left out are the subject, the values of attributes and every signature.
///
/// Source: SAML 2.0 core, sections 2 and 3; XML Signature Syntax and Processing 1.1, section 4.
struct MessageReader {
    private let publicNames: Set<String>
    private var facts: [HARPair] = []
    private var elements: [String] = []

    /// Reads a message; one that cannot be read says why.
    static func read(_ bytes: [UInt8]?, binding: String, publicNames: Set<String>) -> TracedMessage {
        var message = TracedMessage(kind: "?", binding: binding, size: bytes?.count ?? 0, facts: [], elements: [])
        guard let bytes else {
            message.fault = "It is not encoded as \(binding) wants it."
            return message
        }
        do {
            let root = try XMLTree.parse(bytes, limits: XMLLimits(length: 1 << 20, depth: 64, nodes: 20_000))
            var reader = MessageReader(publicNames: publicNames)
            reader.visit(root, parent: "", depth: 0)
            message.kind = TraceText.name(root.name.local)
            message.facts = reader.facts
            message.elements = reader.elements
        } catch {
            // The error of the reader may quote names of the document.
            message.fault = "It is no XML that can be read."
        }
        return message
    }

    private init(publicNames: Set<String>) {
        self.publicNames = publicNames
    }

    private mutating func visit(_ element: XMLElement, parent: String, depth: Int) {
        let name = TraceText.name(element.name.local)
        if elements.count < 150 { elements.append(String(repeating: "  ", count: min(depth, 12)) + name) }
        if facts.count < 100 {
            attributes(of: element, name, parent: parent)
            content(of: element, name, parent: parent)
        }
        for child in element.elements { visit(child, parent: name, depth: depth + 1) }
    }

    private mutating func attributes(of element: XMLElement, _ name: String, parent: String) {
        func value(_ attribute: String) -> String? { element.attribute(named: attribute) }
        for attribute in ["ID", "InResponseTo"] {
            if let id = value(attribute) { add("\(name) \(attribute)", Self.digest(id)) }
        }
        for attribute in ["IssueInstant", "NotBefore", "NotOnOrAfter", "SessionNotOnOrAfter", "AuthnInstant"] {
            add("\(name) \(attribute)", value(attribute).map { TraceText.short($0, limit: 40) })
        }
        for attribute in ["Destination", "AssertionConsumerServiceURL", "Recipient"] {
            add(attribute, value(attribute).map { TraceAddress.name($0, publicNames: publicNames) })
        }
        for attribute in ["ForceAuthn", "IsPassive", "ProtocolBinding", "Comparison"] {
            add(attribute, value(attribute).map { TraceText.short($0) })
        }
        switch name {
        case "StatusCode": add("StatusCode", value("Value").map { TraceText.short($0) })
        case "NameID", "NameIDPolicy": add("\(name) Format", value("Format").map { TraceText.short($0) })
        case "Attribute": add("Attribute", value("Name").map { TraceText.short($0, limit: 100) })
        case "SubjectConfirmation": add("SubjectConfirmation", value("Method").map { TraceText.short($0) })
        case "SignatureMethod", "DigestMethod": add(name, value("Algorithm").map { TraceText.short($0, limit: 100) })
        case "EncryptionMethod": add(name, value("Algorithm").map { TraceText.short($0, limit: 100) })
        case "Signature": add("Signed", "the \(parent)")
        case "EncryptedAssertion": add("EncryptedAssertion", "yes")
        default: break
        }
    }

    private mutating func content(of element: XMLElement, _ name: String, parent: String) {
        switch name {
        case "Issuer": add("\(parent) Issuer", TraceAddress.name(element.text, publicNames: publicNames))
        case "Audience": add("Audience", TraceAddress.name(element.text, publicNames: publicNames))
        case "AuthnContextClassRef": add(name, TraceText.short(element.text))
        case "StatusMessage": add("StatusMessage", TraceText.short(element.text))
        default: break
        }
    }

    private mutating func add(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { facts.append(HARPair(name, value)) }
    }

    /// A few characters of a digest: enough to see that two identifiers are the same, of no use for anything else.
    ///
    /// Source: FNV-1a, 64 bits, folded to 32.
    static func digest(_ id: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let folded = String(UInt32(truncatingIfNeeded: hash ^ (hash >> 32)), radix: 16)
        return "#" + String(repeating: "0", count: 8 - folded.count) + folded
    }
}

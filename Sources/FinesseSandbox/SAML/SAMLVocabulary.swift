package import XMLTree

/// The namespaces that SAML messages are made of.
///
/// Source: SAML 2.0 core, section 1.2; SAML 2.0 metadata, section 1.2; XML Signature Syntax and Processing 1.1.
package enum SAMLVocabulary: String, CaseIterable, Sendable {
    /// Requests and responses.
    case message = "urn:oasis:names:tc:SAML:2.0:protocol"
    /// Assertions and names.
    case assertion = "urn:oasis:names:tc:SAML:2.0:assertion"
    /// Descriptions of parties.
    case metadata = "urn:oasis:names:tc:SAML:2.0:metadata"
    /// XML signatures.
    case signature = "http://www.w3.org/2000/09/xmldsig#"

    private var prefix: String {
        switch self {
        case .message: "samlp"
        case .assertion: "saml"
        case .metadata: "md"
        case .signature: "ds"
        }
    }

    /// Makes an element of this namespace.
    ///
    /// - Parameters:
    ///   - local: The element's name.
    ///   - attributes: The attributes; those without a value are left out.
    ///   - children: The child elements; those that are nil are left out.
    /// - Returns: The element.
    package func element(
        _ local: String,
        _ attributes: KeyValuePairs<String, String?> = [:],
        _ children: [XMLElement?] = []
    ) -> XMLElement {
        XMLElement(
            XMLName(local, prefix: prefix, namespace: rawValue),
            attributes: attributes.compactMap { name, value in value.map { XMLAttribute(name, $0) } },
            children: children.compactMap { $0 }.map(XMLNode.element)
        )
    }

    /// Makes an element of this namespace that holds text.
    ///
    /// - Parameters:
    ///   - local: The element's name.
    ///   - attributes: The attributes; those without a value are left out.
    ///   - text: The text.
    /// - Returns: The element.
    package func element(
        _ local: String,
        _ attributes: KeyValuePairs<String, String?> = [:],
        text: String
    ) -> XMLElement {
        var made = element(local, attributes)
        made.children = [.text(text)]
        return made
    }

    /// Says whether an element is the given one of this namespace.
    ///
    /// - Parameters:
    ///   - element: The element.
    ///   - local: The name to compare with.
    /// - Returns: True when it is.
    package func names(_ element: XMLElement, _ local: String) -> Bool {
        element.name.matches(local, namespace: rawValue)
    }
}

extension XMLElement {
    /// The first child of a SAML name.
    func child(_ local: String, _ vocabulary: SAMLVocabulary) -> XMLElement? {
        child(named: local, namespace: vocabulary.rawValue)
    }

    /// The children of a SAML name.
    func children(_ local: String, _ vocabulary: SAMLVocabulary) -> [XMLElement] {
        children(named: local, namespace: vocabulary.rawValue)
    }

    /// The text with blanks at both ends removed; nil when nothing is left.
    var trimmedText: String? {
        let scalars = text.unicodeScalars
        let blanks: Set<Unicode.Scalar> = [" ", "\t", "\n", "\r"]
        guard let first = scalars.firstIndex(where: { !blanks.contains($0) }),
            let last = scalars.lastIndex(where: { !blanks.contains($0) })
        else {
            return nil
        }
        return String(scalars[first...last])
    }
}

/// The identifiers that SAML messages name things by.
///
/// Source: SAML 2.0 core, sections 3.2.2.2 and 8.3; bindings, sections 3.4 and 3.5; profiles, section 3.3.
package enum SAMLIdentifier {
    /// The HTTP redirect binding.
    package static let redirectBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
    /// The HTTP POST binding.
    package static let postBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
    /// A name that means somebody for one session only.
    package static let transientName = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
    /// A name of any kind.
    package static let unspecifiedName = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
    /// A subject confirmed by whoever bears the assertion.
    package static let bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
    /// A password sent over a protected channel.
    package static let passwordProtectedTransport =
        "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"
}

/// The status codes of responses that are used here.
///
/// Source: SAML 2.0 core, section 3.2.2.2.
package enum SAMLStatus {
    /// The request succeeded.
    package static let success = "urn:oasis:names:tc:SAML:2.0:status:Success"
    /// The request was at fault.
    package static let requester = "urn:oasis:names:tc:SAML:2.0:status:Requester"
    /// The identity provider was at fault.
    package static let responder = "urn:oasis:names:tc:SAML:2.0:status:Responder"
    /// The provider cannot give a name of the kind asked for.
    package static let invalidNameIDPolicy = "urn:oasis:names:tc:SAML:2.0:status:InvalidNameIDPolicy"
}

internal import XMLTree

/// What the two kinds of descriptions have in common.
///
/// Source: SAML 2.0 metadata, sections 2.3 to 2.4.
struct MetadataReader {
    /// The party's name.
    let entityID: String

    /// The element of the role asked for.
    let role: XMLElement

    /// Finds the first party with a role, in one description or in a list of them, which may hold lists itself.
    init(_ metadata: [UInt8], role name: String) throws(SAMLError) {
        let root: XMLElement
        do throws(XMLError) {
            root = try XMLTree.parse(metadata, limits: XMLLimits(length: 4 << 20, depth: 64, nodes: 200_000))
        } catch {
            throw .unreadableMetadata(error)
        }
        for candidate in Self.parties(root) {
            guard let role = candidate.children(name, .metadata).first(where: Self.speaksSAML2) else { continue }
            guard let entityID = candidate.attribute(named: "entityID"), !entityID.isEmpty else {
                throw .unusableMetadata(reason: "the party has no entityID")
            }
            self.entityID = entityID
            self.role = role
            return
        }
        throw .unusableMetadata(reason: "it has no \(name) for SAML 2.0")
    }

    private static func parties(_ element: XMLElement) -> [XMLElement] {
        if SAMLVocabulary.metadata.names(element, "EntityDescriptor") { return [element] }
        guard SAMLVocabulary.metadata.names(element, "EntitiesDescriptor") else { return [] }
        return element.elements.flatMap(parties)
    }

    /// A provider may describe itself for other protocols beside; a role that names none is taken as it is.
    private static func speaksSAML2(_ role: XMLElement) -> Bool {
        guard let protocols = role.attribute(named: "protocolSupportEnumeration") else { return true }
        return protocols.split(whereSeparator: \.isWhitespace).contains { $0 == SAMLVocabulary.message.rawValue }
    }

    /// The first certificate that may be used for signing; Cisco's service provider takes no other.
    func signingKey() throws(SAMLError) -> SAMLTrustedKey {
        let signing = role.children("KeyDescriptor", .metadata).filter {
            $0.attribute(named: "use") ?? "signing" == "signing"
        }
        let certificates = signing.lazy.flatMap { $0.children("KeyInfo", .signature) }
            .flatMap { $0.children("X509Data", .signature) }
            .flatMap { $0.children("X509Certificate", .signature) }
        guard let certificate = certificates.first else {
            throw .unusableMetadata(reason: "\(entityID) shows no signing certificate")
        }
        return try SAMLTrustedKey(certificateBase64: certificate.text, of: entityID)
    }

    /// The location of the first endpoint of a kind and binding.
    func endpoint(_ kind: String, binding: String) -> String? {
        role.children(kind, .metadata).first { $0.attribute(named: "Binding") == binding }?
            .attribute(named: "Location")
    }
}

extension SAMLVocabulary {
    /// The element that shows a signing certificate in metadata.
    static func signingKey(certificateBase64: String) -> XMLElement {
        let certificate = Self.signature.element("X509Certificate", text: certificateBase64)
        let data = Self.signature.element("X509Data", [:], [certificate])
        return Self.metadata.element(
            "KeyDescriptor",
            ["use": "signing"],
            [Self.signature.element("KeyInfo", [:], [data])]
        )
    }

    /// Writes an element as a document.
    static func document(_ element: XMLElement) throws(SAMLError) -> [UInt8] {
        do throws(XMLError) {
            return try XMLTree.serialize(element)
        } catch {
            throw .notWritten(error)
        }
    }
}

internal import XMLTree

/// Reads requests strictly: nothing is believed before the service provider's signature holds.
///
/// Source: SAML 2.0 core, section 3.4.1; bindings, sections 3.4.4, 3.4.5.2, 3.5.4 and 3.5.5.2.
struct RequestReader {
    let singleSignOnURL: String
    let serviceProvider: ServiceProviderDescription
    let acceptsSHA1: Bool

    func read(query: String) throws(RequestRefusal) -> ReceivedAuthnRequest {
        let parts = try RedirectBinding.read(query)
        let root = try parse(parts.message)
        try checkIssuer(root)
        guard let signature = parts.signature else { throw .unsigned }
        guard let algorithm = SignatureAlgorithm.allCases.first(where: { $0.identifier == signature.algorithm }) else {
            throw .signature(.unknownAlgorithm)
        }
        guard acceptsSHA1 || algorithm != .rsaSHA1 else { throw .signature(.weakAlgorithm) }
        let key = serviceProvider.signingKey.key
        guard RSASignature.verify(signature.value, over: signature.octets, key: key, algorithm: algorithm) else {
            throw .signature(.invalid)
        }
        return try read(root, relayState: parts.relayState)
    }

    func read(form message: String, relayState: String?) throws(RequestRefusal) -> ReceivedAuthnRequest {
        guard let document = SAMLText.base64Decode(message) else { throw .notBase64 }
        let root = try parse(document)
        try checkIssuer(root)
        guard root.child("Signature", .signature) != nil else { throw .unsigned }
        let covered: [UInt8]
        do throws(SignatureFault) {
            let key = serviceProvider.signingKey.key
            covered = try XMLSignature.verify(
                document,
                elementID: root.attribute(named: "ID") ?? "",
                key: key,
                acceptsSHA1: acceptsSHA1
            )
        } catch {
            throw .signature(error)
        }
        return try read(try parse(covered), relayState: relayState)
    }

    private func parse(_ document: [UInt8]) throws(RequestRefusal) -> XMLElement {
        let limits = XMLLimits(length: RedirectBinding.limit, depth: 64, nodes: 10_000)
        let root: XMLElement
        do throws(XMLError) {
            root = try XMLTree.parse(document, limits: limits)
        } catch {
            if case .documentTypeRefused = error { throw .documentType }
            throw .notARequest
        }
        guard SAMLVocabulary.message.names(root, "AuthnRequest"), root.attribute(named: "ID") != nil,
            SandboxInstant(samlTime: root.attribute(named: "IssueInstant") ?? "") != nil
        else {
            throw .notARequest
        }
        guard root.attribute(named: "Version") == "2.0" else { throw .unsupportedVersion }
        return root
    }

    private func checkIssuer(_ root: XMLElement) throws(RequestRefusal) {
        guard root.child("Issuer", .assertion)?.trimmedText == serviceProvider.entityID else {
            throw .unknownServiceProvider
        }
    }

    /// Reads what the signature covers.
    private func read(_ root: XMLElement, relayState: String?) throws(RequestRefusal) -> ReceivedAuthnRequest {
        guard let id = root.attribute(named: "ID") else { throw .notARequest }
        guard root.attribute(named: "Destination") == singleSignOnURL else { throw .wrongDestination }
        if let binding = root.attribute(named: "ProtocolBinding"), binding != SAMLIdentifier.postBinding {
            throw .unsupportedBinding
        }
        let consumerService = try consumerService(of: root)
        if let format = root.child("NameIDPolicy", .message)?.attribute(named: "Format"),
            format != SAMLIdentifier.transientName, format != SAMLIdentifier.unspecifiedName
        {
            throw .unsupportedName
        }
        return ReceivedAuthnRequest(
            id: id,
            issuer: serviceProvider.entityID,
            assertionConsumerService: consumerService,
            forcesAuthentication: isTrue(root.attribute(named: "ForceAuthn")),
            isPassive: isTrue(root.attribute(named: "IsPassive")),
            relayState: relayState
        )
    }

    private func consumerService(of root: XMLElement) throws(RequestRefusal) -> String {
        let known = serviceProvider.consumerServices
        let found: String?
        if let location = root.attribute(named: "AssertionConsumerServiceURL") {
            found = known.first { $0.location == location }?.location
        } else if let index = root.attribute(named: "AssertionConsumerServiceIndex") {
            found = known.first { String($0.index) == index }?.location
        } else {
            found = serviceProvider.defaultConsumerService
        }
        guard let found else { throw .unknownConsumerService }
        return found
    }

    private func isTrue(_ value: String?) -> Bool {
        value == "true" || value == "1"
    }
}

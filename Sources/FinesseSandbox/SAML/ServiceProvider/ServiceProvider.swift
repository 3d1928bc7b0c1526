/// The identity service as a SAML service provider: what it publishes and what it asks.
///
/// Source: Cisco UCCX solution design guide 12.5(1), single sign-on; SAML 2.0 profiles, section 4.1.
package struct ServiceProvider: Sendable {
    /// Its name: the host name of the first node, without a scheme.
    package let entityID: String

    /// The addresses that take responses; the first is index 0 and the default.
    package let assertionConsumerServices: [String]

    /// How its requests are signed.
    package let algorithm: SignatureAlgorithm

    let credential: SAMLCredential

    /// Creates a service provider.
    ///
    /// - Parameters:
    ///   - entityID: Its name: the host name of the first node.
    ///   - assertionConsumerServices: The addresses that take responses, one per node, not empty.
    ///   - credential: What it signs requests with.
    ///   - algorithm: How it signs them.
    package init(
        entityID: String,
        assertionConsumerServices: [String],
        credential: SAMLCredential,
        algorithm: SignatureAlgorithm = .rsaSHA256
    ) {
        self.entityID = entityID
        self.assertionConsumerServices = assertionConsumerServices
        self.credential = credential
        self.algorithm = algorithm
    }

    /// Writes the metadata that identity providers import.
    ///
    /// - Parameter validUntil: When the description ends to hold; some products insist on it.
    /// - Returns: The document.
    /// - Throws: ``SAMLError/notWritten(_:)`` when a name or address cannot be written in XML.
    package func metadata(validUntil: SandboxInstant? = nil) throws(SAMLError) -> [UInt8] {
        let services = assertionConsumerServices.enumerated().map { index, location in
            SAMLVocabulary.metadata.element(
                "AssertionConsumerService",
                [
                    "Binding": SAMLIdentifier.postBinding, "Location": location, "index": String(index),
                    "isDefault": index == 0 ? "true" : nil,
                ]
            )
        }
        let role = SAMLVocabulary.metadata.element(
            "SPSSODescriptor",
            [
                "AuthnRequestsSigned": "true", "WantAssertionsSigned": "true",
                "protocolSupportEnumeration": SAMLVocabulary.message.rawValue,
            ],
            [
                SAMLVocabulary.signingKey(certificateBase64: credential.certificateBase64),
                SAMLVocabulary.metadata.element("NameIDFormat", text: SAMLIdentifier.transientName),
            ] + services
        )
        return try SAMLVocabulary.document(
            SAMLVocabulary.metadata.element(
                "EntityDescriptor",
                ["entityID": entityID, "validUntil": validUntil?.timestamp],
                [role]
            )
        )
    }

    /// Makes a request to sign somebody in.
    ///
    /// - Parameters:
    ///   - id: The request's identifier; see ``SAMLIdentifiers/request()``.
    ///   - now: When it is made.
    ///   - consumerService: The index of the address that the response has to go to.
    ///   - forcesAuthentication: Whether a session at the provider does not count.
    /// - Returns: The request.
    package func request(
        id: String,
        now: SandboxInstant,
        consumerService: Int = 0,
        forcesAuthentication: Bool = false
    ) -> AuthnRequest {
        let services = assertionConsumerServices
        return AuthnRequest(
            id: id,
            issuer: entityID,
            issueInstant: now,
            assertionConsumerService: (services.dropFirst(consumerService).first ?? services.first) ?? "",
            forcesAuthentication: forcesAuthentication
        )
    }

    /// Writes a request into an address to redirect to, signed.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - provider: The identity provider.
    ///   - relayState: What the provider has to send back with its response.
    /// - Returns: The address.
    /// - Throws: ``SAMLError`` when the provider takes no redirects or the request cannot be signed.
    package func redirectURL(
        for request: AuthnRequest,
        to provider: IdentityProviderDescription,
        relayState: String?
    ) throws(SAMLError) -> String {
        guard let endpoint = provider.redirectEndpoint else {
            throw .noEndpoint(of: provider.entityID, binding: "redirect")
        }
        let document = try SAMLVocabulary.document(request.element(destination: endpoint))
        let query = try RedirectBinding.query(
            request: document,
            relayState: relayState,
            key: credential.key,
            algorithm: algorithm
        )
        return endpoint + (endpoint.contains("?") ? "&" : "?") + query
    }

    /// Writes a request into a form to post, signed.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - provider: The identity provider.
    ///   - relayState: What the provider has to send back with its response.
    /// - Returns: The form.
    /// - Throws: ``SAMLError`` when the provider takes no posts or the request cannot be signed.
    package func postForm(
        for request: AuthnRequest,
        to provider: IdentityProviderDescription,
        relayState: String?
    ) throws(SAMLError) -> SAMLPostForm {
        guard let endpoint = provider.postEndpoint else {
            throw .noEndpoint(of: provider.entityID, binding: "POST")
        }
        let document = try SAMLVocabulary.document(request.element(destination: endpoint))
        let signed = try credential.sign(document, elementID: request.id, algorithm: algorithm)
        return SAMLPostForm(action: endpoint, message: "SAMLRequest", signed, relayState: relayState)
    }
}

extension SAMLCredential {
    /// Signs one element of a document and shows the certificate.
    func sign(_ document: [UInt8], elementID: String, algorithm: SignatureAlgorithm) throws(SAMLError) -> [UInt8] {
        do throws(SignatureFault) {
            return try XMLSignature.sign(
                document,
                elementID: elementID,
                key: key,
                certificateBase64: certificateBase64,
                algorithm: algorithm
            )
        } catch {
            throw .notSigned(error)
        }
    }
}

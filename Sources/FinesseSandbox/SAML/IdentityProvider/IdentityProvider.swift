/// An identity provider like AD FS: what it publishes, reads and answers.
///
/// Source: Cisco UCCX solution design guide 12.5(1), single sign-on; SAML 2.0 profiles, section 4.1.
package struct IdentityProvider: Sendable {
    /// Its name; AD FS uses an address of the http scheme for it.
    package let entityID: String

    /// Where requests come in, by redirect and by POST.
    package let singleSignOnURL: String

    /// How its responses are signed.
    package private(set) var algorithm: SignatureAlgorithm

    private let credential: SAMLCredential

    /// Creates an identity provider.
    ///
    /// - Parameters:
    ///   - entityID: Its name.
    ///   - singleSignOnURL: Where requests come in.
    ///   - credential: What it signs responses with.
    ///   - algorithm: How it signs them.
    package init(
        entityID: String,
        singleSignOnURL: String,
        credential: SAMLCredential,
        algorithm: SignatureAlgorithm = .rsaSHA256
    ) {
        self.entityID = entityID
        self.singleSignOnURL = singleSignOnURL
        self.credential = credential
        self.algorithm = algorithm
    }

    /// The same provider, signing in another way.
    ///
    /// - Parameter algorithm: How it signs responses.
    /// - Returns: The provider.
    package func signing(with algorithm: SignatureAlgorithm) -> IdentityProvider {
        var copy = self
        copy.algorithm = algorithm
        return copy
    }

    /// Writes the metadata that service providers import.
    ///
    /// - Returns: The document.
    /// - Throws: ``SAMLError/notWritten(_:)`` when a name or address cannot be written in XML.
    package func metadata() throws(SAMLError) -> [UInt8] {
        let bindings = [SAMLIdentifier.redirectBinding, SAMLIdentifier.postBinding]
        let role = SAMLVocabulary.metadata.element(
            "IDPSSODescriptor",
            [
                "WantAuthnRequestsSigned": "true",
                "protocolSupportEnumeration": SAMLVocabulary.message.rawValue,
            ],
            [
                SAMLVocabulary.signingKey(certificateBase64: credential.certificateBase64),
                SAMLVocabulary.metadata.element("NameIDFormat", text: SAMLIdentifier.transientName),
            ]
                + bindings.map { binding in
                    SAMLVocabulary.metadata.element(
                        "SingleSignOnService",
                        ["Binding": binding, "Location": singleSignOnURL]
                    )
                }
        )
        return try SAMLVocabulary.document(
            SAMLVocabulary.metadata.element("EntityDescriptor", ["entityID": entityID], [role])
        )
    }

    /// Reads a request of the redirect binding.
    ///
    /// - Parameters:
    ///   - query: The query exactly as it stood in the request's target: the signature covers its octets.
    ///   - serviceProvider: The service provider that is registered.
    ///   - acceptsSHA1: Whether SHA-1 is good enough.
    /// - Returns: The request, or why it is refused.
    package func readRedirect(
        query: String,
        from serviceProvider: ServiceProviderDescription,
        acceptsSHA1: Bool = false
    ) -> RequestVerdict {
        let reader = RequestReader(
            singleSignOnURL: singleSignOnURL,
            serviceProvider: serviceProvider,
            acceptsSHA1: acceptsSHA1
        )
        do throws(RequestRefusal) {
            return .accepted(try reader.read(query: query))
        } catch {
            return .refused(error)
        }
    }

    /// Reads a request of the POST binding.
    ///
    /// - Parameters:
    ///   - samlRequest: The form's field `SAMLRequest`.
    ///   - relayState: The form's field `RelayState`.
    ///   - serviceProvider: The service provider that is registered.
    ///   - acceptsSHA1: Whether SHA-1 is good enough.
    /// - Returns: The request, or why it is refused.
    package func readPost(
        samlRequest: String,
        relayState: String?,
        from serviceProvider: ServiceProviderDescription,
        acceptsSHA1: Bool = false
    ) -> RequestVerdict {
        let reader = RequestReader(
            singleSignOnURL: singleSignOnURL,
            serviceProvider: serviceProvider,
            acceptsSHA1: acceptsSHA1
        )
        do throws(RequestRefusal) {
            return .accepted(try reader.read(form: samlRequest, relayState: relayState))
        } catch {
            return .refused(error)
        }
    }

    /// Writes and signs a response.
    ///
    /// - Parameters:
    ///   - content: What the response says.
    ///   - signing: Which parts are signed.
    /// - Returns: The document.
    /// - Throws: ``SAMLError/notWritten(_:)`` or ``SAMLError/notSigned(_:)``.
    package func encode(_ content: ResponseContent, signing: ResponseSigning = .message) throws(SAMLError) -> [UInt8] {
        var document = try SAMLVocabulary.document(content.element())
        if signing == .assertion || signing == .messageAndAssertion {
            for assertion in content.assertions {
                document = try credential.sign(document, elementID: assertion.id, algorithm: algorithm)
            }
        }
        if signing == .message || signing == .messageAndAssertion {
            document = try credential.sign(document, elementID: content.id, algorithm: algorithm)
        }
        return document
    }
}

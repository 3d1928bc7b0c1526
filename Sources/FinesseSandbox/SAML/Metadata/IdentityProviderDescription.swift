/// What a service provider knows of an identity provider: its metadata, read.
///
/// Source: SAML 2.0 metadata, section 2.4.3.
package struct IdentityProviderDescription: Sendable {
    /// The provider's name, which its messages must carry as issuer.
    package let entityID: String

    /// Where requests go in the redirect binding.
    package let redirectEndpoint: String?

    /// Where requests go in the POST binding.
    package let postEndpoint: String?

    /// The key its messages must be signed with: that of the first signing certificate.
    package let signingKey: SAMLTrustedKey

    /// Reads a provider's metadata.
    ///
    /// - Parameter metadata: The document: one `EntityDescriptor`, or a list in which the first identity provider counts.
    /// - Throws: ``SAMLError`` when it is not readable, names no identity provider, or shows no usable certificate.
    package init(metadata: [UInt8]) throws(SAMLError) {
        let reader = try MetadataReader(metadata, role: "IDPSSODescriptor")
        entityID = reader.entityID
        redirectEndpoint = reader.endpoint("SingleSignOnService", binding: SAMLIdentifier.redirectBinding)
        postEndpoint = reader.endpoint("SingleSignOnService", binding: SAMLIdentifier.postBinding)
        signingKey = try reader.signingKey()
        guard redirectEndpoint != nil || postEndpoint != nil else {
            throw .unusableMetadata(reason: "\(entityID) names no single sign-on endpoint for redirect or POST")
        }
    }
}

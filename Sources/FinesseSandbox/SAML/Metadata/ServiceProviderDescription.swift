internal import XMLTree

/// What an identity provider knows of a service provider: its metadata, read.
///
/// Source: SAML 2.0 metadata, section 2.4.4.
package struct ServiceProviderDescription: Sendable {
    /// An address that takes responses.
    package struct ConsumerService: Hashable, Sendable {
        /// The number that requests may name it by.
        package var index: Int
        /// The address.
        package var location: String
        /// Whether it is the one to use when a request names none.
        package var isDefault: Bool
    }

    /// The service provider's name.
    package let entityID: String

    /// The addresses that take responses in the POST binding.
    package let consumerServices: [ConsumerService]

    /// The key its requests must be signed with: that of the first signing certificate.
    package let signingKey: SAMLTrustedKey

    /// Reads a service provider's metadata.
    ///
    /// - Parameter metadata: The document: one `EntityDescriptor`, or a list in which the first service provider counts.
    /// - Throws: ``SAMLError`` when it is not readable, names no service provider, no address or no usable certificate.
    package init(metadata: [UInt8]) throws(SAMLError) {
        let reader = try MetadataReader(metadata, role: "SPSSODescriptor")
        entityID = reader.entityID
        consumerServices = reader.role.children("AssertionConsumerService", .metadata).compactMap { service in
            guard service.attribute(named: "Binding") == SAMLIdentifier.postBinding,
                let location = service.attribute(named: "Location"),
                let index = service.attribute(named: "index").flatMap({ Int($0) })
            else {
                return nil
            }
            let isDefault = ["true", "1"].contains(service.attribute(named: "isDefault"))
            return ConsumerService(index: index, location: location, isDefault: isDefault)
        }
        signingKey = try reader.signingKey()
        guard !consumerServices.isEmpty else {
            throw .unusableMetadata(reason: "\(entityID) names no address that takes responses by POST")
        }
    }

    /// The address to use when a request names none.
    package var defaultConsumerService: String? {
        (consumerServices.first { $0.isDefault } ?? consumerServices.first)?.location
    }
}

package import XMLTree

/// Why a SAML part could not do its work; a message that is refused is a verdict and not an error.
package enum SAMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A key or certificate cannot be used.
    case unusableKey(of: String, reason: String)
    /// A document is not the metadata asked for.
    case unusableMetadata(reason: String)
    /// The metadata is not readable XML.
    case unreadableMetadata(XMLError)
    /// The party described by metadata has no endpoint for the binding.
    case noEndpoint(of: String, binding: String)
    /// A message could not be written.
    case notWritten(XMLError)
    /// A message could not be signed.
    case notSigned(SignatureFault)

    /// What failed and what to do.
    package var description: String {
        switch self {
        case .unusableKey(let owner, let reason):
            "The SAML key of \(owner) cannot be used: \(reason). Give an RSA key of at least 2,048 bits."
        case .unusableMetadata(let reason):
            "The SAML metadata cannot be used: \(reason). Export it again from the other party."
        case .unreadableMetadata(let error):
            "The SAML metadata cannot be read. \(error)"
        case .noEndpoint(let party, let binding):
            "The metadata of \(party) names no endpoint for \(binding); choose the other binding."
        case .notWritten(let error):
            "A SAML message could not be written. \(error)"
        case .notSigned(let fault):
            "A SAML message could not be signed (\(fault.rawValue))."
        }
    }
}

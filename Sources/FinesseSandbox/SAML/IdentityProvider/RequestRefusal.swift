/// Why an identity provider refuses a request to sign somebody in.
///
/// Source: SAML 2.0 core, section 3.4.1.4; bindings, sections 3.4.5 and 3.5.5.
package enum RequestRefusal: Error, Hashable, Sendable {
    /// There is no request in the query or form.
    case noRequest
    /// A parameter of the binding is there twice.
    case repeatedParameter(String)
    /// The request is not base64.
    case notBase64
    /// The request is not compressed as the redirect binding demands, or too long.
    case notDeflated
    /// The request is not the XML of a request.
    case notARequest
    /// The request has a document type declaration.
    case documentType
    /// The request is of another version than 2.0.
    case unsupportedVersion
    /// The issuer is not the service provider that is registered.
    case unknownServiceProvider
    /// The request is not signed.
    case unsigned
    /// The signature is refused.
    case signature(SignatureFault)
    /// The request is meant for another address.
    case wrongDestination
    /// The response would have to go to an address that is not registered.
    case unknownConsumerService
    /// The response is asked for in another binding than POST.
    case unsupportedBinding
    /// A name is asked for that is not transient.
    case unsupportedName

    /// A word that stays the same, for journals and metrics.
    package var label: String {
        switch self {
        case .noRequest: "no_request"
        case .repeatedParameter: "repeated_parameter"
        case .notBase64: "not_base64"
        case .notDeflated: "not_deflated"
        case .notARequest: "not_a_request"
        case .documentType: "document_type"
        case .unsupportedVersion: "unsupported_version"
        case .unknownServiceProvider: "unknown_service_provider"
        case .unsigned: "unsigned"
        case .signature(let fault): "signature.\(fault.rawValue)"
        case .wrongDestination: "wrong_destination"
        case .unknownConsumerService: "unknown_consumer_service"
        case .unsupportedBinding: "unsupported_binding"
        case .unsupportedName: "unsupported_name"
        }
    }

    /// The code that AD FS writes into its event log for this, where one is known.
    ///
    /// Source: Cisco document 200662, AD FS and IdS troubleshooting.
    package var eventCode: String? {
        switch self {
        case .unsigned, .signature: "MSIS0038"
        case .unsupportedName: "MSIS1000"
        default: nil
        }
    }
}

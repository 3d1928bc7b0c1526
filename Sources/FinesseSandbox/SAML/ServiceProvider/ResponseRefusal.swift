package import XMLTree

/// Why a service provider refuses a response, one case for each reason.
///
/// Source: SAML 2.0 core, sections 2 and 3.2.2; profiles, sections 4.1.4.3 and 4.1.4.5; Cisco document 200662.
package enum ResponseRefusal: Error, Hashable, Sendable {
    /// The form's field is not base64.
    case notBase64
    /// The response is not readable XML.
    case notXML(XMLError)
    /// The response has a document type declaration.
    case documentType
    /// The document is something else than a response.
    case notAResponse
    /// The response or assertion is of another version than 2.0.
    case unsupportedVersion

    /// A response, assertion or signature stands where none may be.
    case misplaced(element: String, inside: String)
    /// Two elements share an ID.
    case duplicateID
    /// The assertion is encrypted.
    case encryptedAssertion
    /// There is no assertion.
    case noAssertion
    /// There is more than one assertion.
    case severalAssertions

    /// The provider reports a failure, or a status is missing.
    case status([String])

    /// Neither the response nor the assertion is signed.
    case unsigned
    /// Only the assertion is signed.
    case assertionOnlySigned
    /// The signature was made with a key that is not the one in the metadata.
    case foreignKey
    /// The signature of the response is refused.
    case signature(SignatureFault)
    /// The signature of the assertion is refused.
    case assertionSignature(SignatureFault)

    /// The response or the assertion comes from another provider.
    case wrongIssuer
    /// The response is meant for another address.
    case wrongDestination
    /// The response answers no request.
    case missingInResponseTo
    /// The response answers a request that is not waiting.
    case unknownInResponseTo

    /// The subject is not confirmed by bearing the assertion.
    case noBearerConfirmation
    /// The assertion may be brought to another address only.
    case wrongRecipient
    /// The confirmation answers another request than the response.
    case wrongConfirmationRequest
    /// The assertion was brought too late, or says no time.
    case confirmationExpired

    /// The assertion has no conditions.
    case noConditions
    /// The assertion has a condition of an unknown kind.
    case unknownCondition
    /// The assertion does not hold yet.
    case notYetValid
    /// The assertion holds no longer.
    case expired
    /// The assertion is meant for another party.
    case wrongAudience

    /// There is no statement of when the subject proved who it is.
    case noAuthnStatement
    /// The session at the provider is over.
    case sessionExpired
    /// The subject has no name.
    case missingNameID
    /// The subject's name is not transient.
    case wrongNameIDFormat
    /// The subject's name is meant for another party.
    case wrongNameIDQualifier
    /// Something other than text stands inside a name or value, where it could hide a part of it.
    case interruptedText(element: String)
    /// The attribute `uid` is absent or empty.
    case missingUID
    /// The attribute `user_principal` is absent or empty.
    case missingUserPrincipal
    /// One of the two attributes is there twice, or with several values.
    case ambiguousAttribute(String)

    /// The assertion was brought before.
    case replayed
    /// The signature's check failed for a reason of the system's.
    case notChecked
}

extension ResponseRefusal {
    /// A word that stays the same, for journals and metrics.
    package var label: String {
        switch self {
        case .notBase64: "not_base64"
        case .notXML: "not_xml"
        case .documentType: "document_type"
        case .notAResponse: "not_a_response"
        case .unsupportedVersion: "unsupported_version"
        case .misplaced(let element, let parent): "misplaced.\(Self.place(element))_in_\(Self.place(parent))"
        case .duplicateID: "duplicate_id"
        case .encryptedAssertion: "encrypted_assertion"
        case .noAssertion: "no_assertion"
        case .severalAssertions: "several_assertions"
        case .status: "status"
        case .unsigned: "unsigned"
        case .assertionOnlySigned: "assertion_only_signed"
        case .foreignKey: "foreign_key"
        case .signature(let fault): "signature.\(fault.rawValue)"
        case .assertionSignature(let fault): "assertion_signature.\(fault.rawValue)"
        case .wrongIssuer: "wrong_issuer"
        case .wrongDestination: "wrong_destination"
        case .missingInResponseTo: "missing_in_response_to"
        case .unknownInResponseTo: "unknown_in_response_to"
        case .noBearerConfirmation: "no_bearer_confirmation"
        case .wrongRecipient: "wrong_recipient"
        case .wrongConfirmationRequest: "wrong_confirmation_request"
        case .confirmationExpired: "confirmation_expired"
        case .noConditions: "no_conditions"
        case .unknownCondition: "unknown_condition"
        case .notYetValid: "not_yet_valid"
        case .expired: "expired"
        case .wrongAudience: "wrong_audience"
        case .noAuthnStatement: "no_authn_statement"
        case .sessionExpired: "session_expired"
        case .missingNameID: "missing_name_id"
        case .wrongNameIDFormat: "wrong_name_id_format"
        case .wrongNameIDQualifier: "wrong_name_id_qualifier"
        case .interruptedText: "interrupted_text"
        case .missingUID: "missing_uid"
        case .missingUserPrincipal: "missing_user_principal"
        case .ambiguousAttribute: "ambiguous_attribute"
        case .replayed: "replayed"
        case .notChecked: "not_checked"
        }
    }

    /// An element's name as a part of a word; whoever writes the message chooses the name, so only known ones count.
    private static func place(_ element: String) -> String {
        let known = ["Response", "Assertion", "EncryptedAssertion", "Signature", "Object", "Extensions"]
        return known.contains(element) ? element.lowercased() : "other"
    }
}

/// What Cisco's identity service shows when it refuses a response: the words, not the page.
///
/// Source: Cisco document 200662, AD FS and IdS troubleshooting (the documented texts, spacing kept).
package struct IdSErrorPage: Hashable, Sendable {
    /// The answer's status.
    package var status: Int

    /// The visible texts, one per line; not escaped.
    package var lines: [String]

    /// What `ids.log` says, where that is documented.
    package var logLine: String?

    private static let processing = "IdP configuration error : SAML processing failed"

    private static func failed(_ status: String, logLine: String?) -> IdSErrorPage {
        let line = "SAML assertion failed from IdP with status code: \(status). Verify IdP configuration and try again."
        return IdSErrorPage(status: 500, lines: [processing, line], logLine: logLine)
    }

    /// The page that names no reason but what to look at, in this order.
    private static let quickCheck = IdSErrorPage(
        status: 500,
        lines: [
            processing,
            "Quick check: signing certificate, clocks of both sides, name identifier, attributes, hash algorithm, "
                + "encryption of the assertion off.",
        ]
    )

    private static func single(_ line: String) -> IdSErrorPage {
        IdSErrorPage(status: 500, lines: [line])
    }
}

extension IdSErrorPage {
    /// Chooses the documented texts for a refusal.
    ///
    /// - Parameter refusal: Why the response is refused.
    package init(_ refusal: ResponseRefusal) {
        self =
            switch refusal {
            case .foreignKey:
                .single(
                    "Error Code: invalidSignature Message: "
                        + "The signing certificate does not match what's defined in the entity metadata."
                )
            case .unsigned, .assertionOnlySigned, .signature, .assertionSignature:
                .single("Error Code:invalidSignature Message:Invalid signature in ArtifactResponse.")
            case .status(let codes):
                .failed(codes.joined(separator: "/"), logLine: "Invalid Status code in Response")
            case .confirmationExpired, .notYetValid, .expired, .sessionExpired:
                .failed(SAMLStatus.success, logLine: "The time in SubjectConfirmationData is invalid")
            case .missingUID:
                .single("Could not retrieve user identifier from SAML response.")
            case .missingUserPrincipal, .missingNameID:
                .single("Could not retrieve user principal from SAML response.")
            case .notBase64, .notXML, .documentType, .notAResponse, .unsupportedVersion, .misplaced, .duplicateID,
                .encryptedAssertion, .noAssertion, .severalAssertions, .wrongIssuer, .wrongDestination,
                .missingInResponseTo, .unknownInResponseTo, .noBearerConfirmation, .wrongRecipient,
                .wrongConfirmationRequest, .noConditions, .unknownCondition, .wrongAudience, .noAuthnStatement,
                .wrongNameIDFormat, .wrongNameIDQualifier, .interruptedText, .ambiguousAttribute, .replayed,
                .notChecked:
                .quickCheck
            }
    }
}

internal import XMLTree

/// A request to sign somebody in, with the attributes that Cisco's identity service sends.
///
/// Source: Cisco UCCX solution design guide 12.5(1), single sign-on; SAML 2.0 core, section 3.4.1.
package struct AuthnRequest: Hashable, Sendable {
    /// The identifier that the response has to name.
    package let id: String

    /// Who asks.
    package let issuer: String

    /// When it was made.
    package let issueInstant: SandboxInstant

    /// Where the response has to go.
    package let assertionConsumerService: String

    /// Whether a session at the provider does not count.
    package let forcesAuthentication: Bool

    func element(destination: String) -> XMLElement {
        SAMLVocabulary.message.element(
            "AuthnRequest",
            [
                "ID": id, "Version": "2.0", "IssueInstant": issueInstant.timestamp, "Destination": destination,
                "ForceAuthn": forcesAuthentication ? "true" : "false", "IsPassive": "false",
                "ProtocolBinding": SAMLIdentifier.postBinding,
                "AssertionConsumerServiceURL": assertionConsumerService,
            ],
            [
                SAMLVocabulary.assertion.element("Issuer", text: issuer),
                SAMLVocabulary.message.element(
                    "NameIDPolicy",
                    [
                        "Format": SAMLIdentifier.transientName, "SPNameQualifier": issuer, "AllowCreate": "true",
                    ]
                ),
            ]
        )
    }
}

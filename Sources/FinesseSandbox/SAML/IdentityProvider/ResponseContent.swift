/// Everything a response says, before it is written and signed; every value can be made wrong on purpose.
///
/// Source: SAML 2.0 core, sections 2.3 to 2.7 and 3.2.2; profiles, section 4.1.4.2.
package struct ResponseContent: Hashable, Sendable {
    /// The response's identifier.
    package var id: String
    /// When the response was made.
    package var issueInstant: SandboxInstant
    /// The address it is meant for.
    package var destination: String?
    /// The request it answers.
    package var inResponseTo: String?
    /// Who answers.
    package var issuer: String
    /// The status codes, from the outer to the innermost.
    package var status: [String]
    /// The assertions; none when the status is not success.
    package var assertions: [AssertionContent]
    /// Assertions that are encrypted, as base64 that this sandbox need not be able to read.
    package var encryptedAssertions: [String] = []
}

/// What one assertion says.
package struct AssertionContent: Hashable, Sendable {
    /// The name of the subject.
    package struct Name: Hashable, Sendable {
        /// The name itself.
        package var value: String
        /// The kind of name.
        package var format: String
        /// The party that gives the name a meaning.
        package var nameQualifier: String?
        /// The party for which the name is meant.
        package var spNameQualifier: String?
    }

    /// How somebody who brings the assertion is known to be the subject.
    package struct Confirmation: Hashable, Sendable {
        /// The method, a URI.
        package var method = SAMLIdentifier.bearer
        /// The address the assertion may be brought to.
        package var recipient: String?
        /// The request it answers.
        package var inResponseTo: String?
        /// When it may no longer be brought.
        package var notOnOrAfter: SandboxInstant?
    }

    /// An attribute of the subject.
    package struct Attribute: Hashable, Sendable {
        /// The attribute's name.
        package var name: String
        /// The values.
        package var values: [String]

        /// Creates an attribute.
        ///
        /// - Parameters:
        ///   - name: The attribute's name.
        ///   - values: The values.
        package init(name: String, values: [String]) {
            self.name = name
            self.values = values
        }
    }

    /// The assertion's identifier.
    package var id: String
    /// When it was made.
    package var issueInstant: SandboxInstant
    /// Who asserts.
    package var issuer: String
    /// The subject's name.
    package var name: Name?
    /// How the subject is confirmed.
    package var confirmations: [Confirmation]
    /// When it begins to hold.
    package var notBefore: SandboxInstant?
    /// When it ends to hold.
    package var notOnOrAfter: SandboxInstant?
    /// The parties it is meant for; none writes no restriction.
    package var audiences: [String]
    /// The subject's attributes.
    package var attributes: [Attribute]
    /// When the subject proved who it is; nil writes no statement of it.
    package var authnInstant: SandboxInstant?
    /// The session at the provider.
    package var sessionIndex: String?
}

/// Which parts of a response are signed.
package enum ResponseSigning: String, CaseIterable, Hashable, Sendable {
    /// The response.
    case message
    /// The response and each assertion.
    case messageAndAssertion
    /// Each assertion, which Cisco's identity service does not accept.
    case assertion
    /// Nothing.
    case nothing

    init(_ parts: SandboxIdentityProviderSettings.SignedParts) {
        self =
            switch parts {
            case .message: .message
            case .messageAndAssertion: .messageAndAssertion
            case .assertion: .assertion
            }
    }
}

/// The person an identity provider vouches for.
package struct ResponseSubject: Hashable, Sendable {
    /// The name; AD FS sends `DOMAIN\user`.
    package var nameID: String
    /// The attributes: `uid` and `user_principal`, and whatever else.
    package var attributes: [AssertionContent.Attribute]
    /// When the person proved who it is.
    package var authnInstant: SandboxInstant
    /// The session at the provider.
    package var sessionIndex: String

    /// Creates a subject.
    ///
    /// - Parameters:
    ///   - nameID: The name.
    ///   - attributes: The attributes.
    ///   - authnInstant: When the person proved who it is.
    ///   - sessionIndex: The session at the provider.
    package init(
        nameID: String,
        attributes: [AssertionContent.Attribute],
        authnInstant: SandboxInstant,
        sessionIndex: String
    ) {
        self.nameID = nameID
        self.attributes = attributes
        self.authnInstant = authnInstant
        self.sessionIndex = sessionIndex
    }
}

extension IdentityProvider {
    /// Says what a response to a request has to say, with the spans that AD FS uses: five minutes to deliver it, one
    /// hour to use it, no back-dating.
    ///
    /// - Parameters:
    ///   - request: The request to answer.
    ///   - subject: The person to vouch for.
    ///   - now: The time at the provider.
    ///   - identifiers: Makes the identifiers.
    /// - Returns: The content, ready for ``encode(_:signing:)``.
    ///
    /// Source: Cisco UCCX solution design guide 12.5(1), single sign-on.
    package func content(
        for request: ReceivedAuthnRequest,
        subject: ResponseSubject,
        now: SandboxInstant,
        identifiers: SAMLIdentifiers
    ) -> ResponseContent {
        let assertion = AssertionContent(
            id: identifiers.other(),
            issueInstant: now,
            issuer: entityID,
            name: AssertionContent.Name(
                value: subject.nameID,
                format: SAMLIdentifier.transientName,
                nameQualifier: entityID,
                spNameQualifier: request.issuer
            ),
            confirmations: [
                AssertionContent.Confirmation(
                    recipient: request.assertionConsumerService,
                    inResponseTo: request.id,
                    notOnOrAfter: now.advanced(by: .seconds(300))
                )
            ],
            notBefore: now,
            notOnOrAfter: now.advanced(by: .seconds(3600)),
            audiences: [request.issuer],
            attributes: subject.attributes,
            authnInstant: subject.authnInstant,
            sessionIndex: subject.sessionIndex
        )
        return response(to: request, status: [SAMLStatus.success], [assertion], now: now, identifiers: identifiers)
    }

    /// Answers a request: the form that brings the signed response to the service provider.
    ///
    /// - Parameters:
    ///   - request: The request to answer.
    ///   - subject: The person to vouch for.
    ///   - now: The time at the provider.
    ///   - identifiers: Makes the identifiers.
    ///   - signing: Which parts are signed.
    /// - Returns: The form.
    /// - Throws: ``SAMLError/notWritten(_:)`` or ``SAMLError/notSigned(_:)``.
    package func respond(
        to request: ReceivedAuthnRequest,
        subject: ResponseSubject,
        now: SandboxInstant,
        identifiers: SAMLIdentifiers,
        signing: ResponseSigning = .message
    ) throws(SAMLError) -> SAMLPostForm {
        let content = content(for: request, subject: subject, now: now, identifiers: identifiers)
        return try form(content, for: request, signing: signing)
    }

    /// Answers a request with a failure: the form that brings the signed response to the service provider.
    ///
    /// - Parameters:
    ///   - request: The request to answer.
    ///   - status: The status codes, from the outer to the innermost.
    ///   - now: The time at the provider.
    ///   - identifiers: Makes the identifiers.
    /// - Returns: The form.
    /// - Throws: ``SAMLError/notWritten(_:)`` or ``SAMLError/notSigned(_:)``.
    package func fail(
        _ request: ReceivedAuthnRequest,
        status: [String],
        now: SandboxInstant,
        identifiers: SAMLIdentifiers
    ) throws(SAMLError) -> SAMLPostForm {
        let content = response(to: request, status: status, [], now: now, identifiers: identifiers)
        return try form(content, for: request, signing: .message)
    }

    /// Writes a response's content into the form that brings it to the service provider.
    ///
    /// - Parameters:
    ///   - content: What the response says.
    ///   - request: The request it answers.
    ///   - signing: Which parts are signed.
    /// - Returns: The form.
    /// - Throws: ``SAMLError/notWritten(_:)`` or ``SAMLError/notSigned(_:)``.
    package func form(
        _ content: ResponseContent,
        for request: ReceivedAuthnRequest,
        signing: ResponseSigning = .message
    ) throws(SAMLError) -> SAMLPostForm {
        let document = try encode(content, signing: signing)
        let action = request.assertionConsumerService
        return SAMLPostForm(action: action, message: "SAMLResponse", document, relayState: request.relayState)
    }

    private func response(
        to request: ReceivedAuthnRequest,
        status: [String],
        _ assertions: [AssertionContent],
        now: SandboxInstant,
        identifiers: SAMLIdentifiers
    ) -> ResponseContent {
        ResponseContent(
            id: identifiers.other(),
            issueInstant: now,
            destination: request.assertionConsumerService,
            inResponseTo: request.id,
            issuer: entityID,
            status: status,
            assertions: assertions
        )
    }
}

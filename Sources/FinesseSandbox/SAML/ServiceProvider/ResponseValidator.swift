internal import XMLTree

/// Decides whether a response is to be trusted, and reads it only then.
///
/// Nothing of a document is used but what the signature covers: the bytes that were digested are parsed anew. The order
/// is form, shape, status, signature, envelope, assertion, replay.
///
/// Source: SAML 2.0 profiles, sections 4.1.4.3 and 4.1.4.5; Cisco document 200662; Cisco UCCX solution
/// design guide 12.5(1), single sign-on.
package struct ResponseValidator: Sendable {
    private let assertionReader: AssertionReader
    private let identityProvider: IdentityProviderDescription
    private let policy: ResponsePolicy

    /// Creates a validator.
    ///
    /// - Parameters:
    ///   - serviceProvider: Who the responses are for.
    ///   - identityProvider: Who they have to come from, and the key they have to be signed with.
    ///   - alsoServed: Addresses that take responses besides the published ones.
    ///   - policy: What is let pass.
    package init(
        serviceProvider: ServiceProvider,
        identityProvider: IdentityProviderDescription,
        alsoServed: [String] = [],
        policy: ResponsePolicy = ResponsePolicy()
    ) {
        self.identityProvider = identityProvider
        self.policy = policy
        assertionReader = AssertionReader(
            audience: serviceProvider.entityID,
            addresses: Set(serviceProvider.assertionConsumerServices + alsoServed),
            issuer: identityProvider.entityID,
            skew: policy.clockSkew,
            acceptsUnspecifiedName: policy.acceptsUnspecifiedName
        )
    }

    /// Decides about one response.
    ///
    /// - Parameters:
    ///   - samlResponse: The form's field `SAMLResponse`.
    ///   - pendingRequestIDs: The requests that wait for an answer.
    ///   - seen: The assertions accepted before; the accepted one is added.
    ///   - now: The time at the service provider.
    /// - Returns: What the response says, or why it is refused.
    package func validate(
        samlResponse: String,
        pendingRequestIDs: Set<String>,
        seen: inout SeenAssertions,
        now: SandboxInstant
    ) -> ResponseVerdict {
        do throws(ResponseRefusal) {
            guard let document = SAMLText.base64Decode(samlResponse) else { throw .notBase64 }
            let shape = try ResponseShape(document)
            try checkStatus(shape.root)
            let (envelope, assertion) = try verify(document, shape)
            try checkStatus(envelope)
            let inResponseTo = try checkEnvelope(envelope, pendingRequestIDs: pendingRequestIDs)
            let (signIn, end) = try assertionReader.read(assertion, inResponseTo: inResponseTo, now: now)
            guard seen.insert(signIn.assertionID, until: end, now: now) else { throw .replayed }
            return .accepted(signIn)
        } catch {
            return .refused(error)
        }
    }

    /// Checked once before the signatures, since a failure grants nothing, signed or not, and once on what they cover.
    private func checkStatus(_ root: XMLElement) throws(ResponseRefusal) {
        var codes: [String] = []
        var holder = root.child("Status", .message)
        while let code = holder?.child("StatusCode", .message), codes.count < 8 {
            codes.append(code.attribute(named: "Value") ?? "")
            holder = code
        }
        guard codes.first == SAMLStatus.success else { throw .status(codes) }
    }

    /// Checks the signatures and returns what they cover.
    ///
    /// With a signed response both results come from it. With a signed assertion alone, which only a policy allows, the
    /// envelope is what anybody may have written, and nothing is granted by it.
    private func verify(
        _ document: [UInt8],
        _ shape: ResponseShape
    ) throws(ResponseRefusal) -> (envelope: XMLElement, assertion: XMLElement) {
        guard let assertion = shape.assertion else { throw .noAssertion }
        if shape.isSigned {
            let covered = try covered(document, element: shape.root) { .signature($0) }
            if shape.isAssertionSigned {
                _ = try self.covered(document, element: assertion) { .assertionSignature($0) }
            }
            guard let inside = covered.child("Assertion", .assertion) else { throw .noAssertion }
            return (covered, inside)
        }
        guard shape.isAssertionSigned else { throw .unsigned }
        guard policy.acceptsAssertionOnly else { throw .assertionOnlySigned }
        return (shape.root, try covered(document, element: assertion) { .assertionSignature($0) })
    }

    private func covered(
        _ document: [UInt8],
        element: XMLElement,
        refusal: (SignatureFault) -> ResponseRefusal
    ) throws(ResponseRefusal) -> XMLElement {
        let id = element.attribute(named: "ID") ?? ""
        let bytes: [UInt8]
        do throws(SignatureFault) {
            bytes = try XMLSignature.verify(
                document,
                elementID: id,
                key: identityProvider.signingKey.key,
                acceptsSHA1: policy.acceptsSHA1
            )
        } catch {
            if error == .failed { throw .notChecked }
            throw error == .invalid && showsForeignKey(element) ? .foreignKey : refusal(error)
        }
        let covered = try ResponseShape.parse(bytes)
        guard covered.name.matches(element.name.local, namespace: element.name.namespace),
            covered.attribute(named: "ID") == id
        else {
            throw refusal(.coversAnotherElement)
        }
        return covered
    }

    /// Whether the signature shows a certificate of another key than the pinned one: it only words the refusal.
    private func showsForeignKey(_ element: XMLElement) -> Bool {
        let certificate = element.child("Signature", .signature)?.child("KeyInfo", .signature)?
            .child("X509Data", .signature)?.child("X509Certificate", .signature)
        guard let shown = certificate.flatMap({ SAMLText.base64Decode($0.text) }) else { return false }
        guard let key = SecurityKey.publicKey(ofCertificate: shown) else { return true }
        return !key.matches(identityProvider.signingKey.key)
    }

    /// Checks what stands around the assertion and returns the answered request.
    private func checkEnvelope(
        _ envelope: XMLElement,
        pendingRequestIDs: Set<String>
    ) throws(ResponseRefusal) -> String {
        if let issuer = envelope.child("Issuer", .assertion), issuer.trimmedText != identityProvider.entityID {
            throw .wrongIssuer
        }
        // A signed message must say where it goes (bindings, 3.5.5.2).
        guard let destination = envelope.attribute(named: "Destination"),
            assertionReader.addresses.contains(destination)
        else {
            throw .wrongDestination
        }
        guard let inResponseTo = envelope.attribute(named: "InResponseTo") else { throw .missingInResponseTo }
        guard pendingRequestIDs.contains(inResponseTo) else { throw .unknownInResponseTo }
        return inResponseTo
    }
}

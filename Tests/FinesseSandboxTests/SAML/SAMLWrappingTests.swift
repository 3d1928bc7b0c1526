import FinesseSandbox
import Testing
import XMLTree

/// One of the eight classic signature wrapping attacks.
struct WrappingAttack: Sendable, CustomTestStringConvertible {
    let number: Int
    let testDescription: String
    /// What the honest message signs.
    let signing: ResponseSigning
    let forge: @Sendable (SAMLForgery) throws -> XMLElement
    /// Why the service provider refuses it, before it looks at any signature.
    let refusal: ResponseRefusal
    /// Why the signature of the forged element is refused if the outline were not checked.
    let fault: SignatureFault
    /// Whether a signature somewhere in the forged document still holds, so that a careless check would say yes.
    let stillHolds: Bool

    static let all = [
        WrappingAttack(
            number: 1,
            testDescription: "1: the response inside its own signature, below a forged response",
            signing: .message,
            forge: { forgery in
                var evil = SAMLForgery.evil(forgery.root)
                evil = SAMLForgery.changing(evil, "Signature") {
                    $0.append(SAMLForgery.withoutSignature(forgery.root))
                }
                return evil
            },
            refusal: .misplaced(element: "Response", inside: "Signature"),
            fault: .structure,
            stillHolds: false
        ),
        WrappingAttack(
            number: 2,
            testDescription: "2: the response beside its signature, below a forged response",
            signing: .message,
            forge: { forgery in
                var evil = SAMLForgery.evil(forgery.root)
                evil.children.insert(.element(SAMLForgery.withoutSignature(forgery.root)), at: 1)
                return evil
            },
            refusal: .misplaced(element: "Response", inside: "Response"),
            fault: .coversAnotherElement,
            stillHolds: false
        ),
        WrappingAttack(
            number: 3,
            testDescription: "3: a forged assertion before the signed one",
            signing: .assertion,
            forge: { forgery in
                let assertion = try forgery.assertion
                var root = forgery.root
                let evil = SAMLForgery.withoutSignature(SAMLForgery.evil(assertion))
                root.replaceChild("Assertion", by: [evil, assertion])
                return root
            },
            refusal: .severalAssertions,
            fault: .missing,
            stillHolds: true
        ),
        WrappingAttack(
            number: 4,
            testDescription: "4: the signed assertion inside a forged one",
            signing: .assertion,
            forge: { forgery in
                let assertion = try forgery.assertion
                var root = forgery.root
                var evil = SAMLForgery.withoutSignature(SAMLForgery.evil(assertion))
                evil.append(assertion)
                root.replaceChild("Assertion", by: [evil])
                return root
            },
            refusal: .misplaced(element: "Assertion", inside: "Assertion"),
            fault: .missing,
            stillHolds: true
        ),
        WrappingAttack(
            number: 5,
            testDescription: "5: a forged assertion with the signature, the signed one at the end",
            signing: .assertion,
            forge: { forgery in
                let assertion = try forgery.assertion
                var root = forgery.root
                root.replaceChild("Assertion", by: [SAMLForgery.evil(assertion)])
                root.append(SAMLForgery.withoutSignature(assertion))
                return root
            },
            refusal: .severalAssertions,
            fault: .coversAnotherElement,
            stillHolds: false
        ),
        WrappingAttack(
            number: 6,
            testDescription: "6: the signed assertion inside the signature of a forged one",
            signing: .assertion,
            forge: { forgery in
                let assertion = try forgery.assertion
                var root = forgery.root
                let evil = SAMLForgery.changing(SAMLForgery.evil(assertion), "Signature") {
                    $0.append(SAMLForgery.withoutSignature(assertion))
                }
                root.replaceChild("Assertion", by: [evil])
                return root
            },
            refusal: .misplaced(element: "Assertion", inside: "Signature"),
            fault: .structure,
            stillHolds: false
        ),
        WrappingAttack(
            number: 7,
            testDescription: "7: a forged assertion inside extensions",
            signing: .assertion,
            forge: { forgery in
                let assertion = try forgery.assertion
                var root = forgery.root
                let evil = SAMLForgery.withoutSignature(SAMLForgery.evil(assertion))
                root.children.insert(.element(SAMLVocabulary.message.element("Extensions", [:], [evil])), at: 1)
                return root
            },
            refusal: .misplaced(element: "Assertion", inside: "Extensions"),
            fault: .missing,
            stillHolds: true
        ),
        WrappingAttack(
            number: 8,
            testDescription: "8: the signed assertion inside an object of a forged one's signature",
            signing: .assertion,
            forge: { forgery in
                let assertion = try forgery.assertion
                var root = forgery.root
                let evil = SAMLForgery.changing(SAMLForgery.evil(assertion), "Signature") {
                    let original = SAMLForgery.withoutSignature(assertion)
                    $0.append(SAMLVocabulary.signature.element("Object", [:], [original]))
                }
                root.replaceChild("Assertion", by: [evil])
                return root
            },
            refusal: .misplaced(element: "Assertion", inside: "Object"),
            fault: .structure,
            stillHolds: false
        ),
    ]
}

@Suite("SAML signature wrapping", .timeLimit(.minutes(5)))
struct SAMLWrappingTests {
    private static let policy = ResponsePolicy(acceptsAssertionOnly: true)

    @Test("is refused by the outline, after the untouched message was accepted", arguments: WrappingAttack.all)
    func refusedByShape(attack: WrappingAttack) throws {
        let parties = try SAMLParties()
        let request = try parties.receivedRequest()
        let honest = try parties.identityProvider.encode(parties.content(for: request), signing: attack.signing)
        let accepted = parties.verdict(on: honest, pending: [request.id], policy: Self.policy)
        #expect(accepted.signIn?.uid == "sjefferson", "\(accepted)")

        let forged = try SAMLForgery.write(try attack.forge(try SAMLForgery(honest)))
        let refused = parties.verdict(on: forged, pending: [request.id], policy: Self.policy)
        #expect(refused.refusal == attack.refusal)
    }

    @Test("is refused by the signature too, had the outline let it pass", arguments: WrappingAttack.all)
    func refusedBySignature(attack: WrappingAttack) throws {
        let parties = try SAMLParties()
        let content = parties.content(for: try parties.receivedRequest())
        let honest = try parties.identityProvider.encode(content, signing: attack.signing)
        let key = try parties.trustedKey()
        let original = try #require(attack.signing == .message ? content.id : content.assertions.first?.id)
        #expect(throws: Never.self) { try XMLSignature.verify(honest, elementID: original, key: key) }

        let forged = try SAMLForgery.write(try attack.forge(try SAMLForgery(honest)))
        #expect(throws: attack.fault) { try XMLSignature.verify(forged, elementID: "_evil", key: key) }
        let holds = (try? XMLSignature.verify(forged, elementID: original, key: key)) != nil
        #expect(holds == attack.stillHolds)
    }

    @Test("with one ID on the forged and the signed part is refused for that ID")
    func duplicateID() throws {
        let parties = try SAMLParties()
        let request = try parties.receivedRequest()
        let honest = try parties.identityProvider.encode(parties.content(for: request), signing: .assertion)
        let forgery = try SAMLForgery(honest)
        let id = try #require(try forgery.assertion.attribute(named: "ID"))
        var root = forgery.root
        root.setAttribute("ID", id)
        let forged = try SAMLForgery.write(root)
        #expect(parties.verdict(on: forged, pending: [request.id], policy: Self.policy).refusal == .duplicateID)
        let key = try parties.trustedKey()
        #expect(throws: SignatureFault.duplicateID) { try XMLSignature.verify(forged, elementID: id, key: key) }
    }
}

extension SAMLParties {
    /// The key that the identity provider's metadata shows.
    func trustedKey() throws -> SecurityKey {
        let der = try #require(TextEncodings.base64Decode(trustedCredential.certificateBase64))
        return try #require(SecurityKey.publicKey(ofCertificate: der))
    }

    /// Signs a tree anew with the identity provider's own key.
    func sign(_ root: XMLElement, elementID: String, algorithm: SignatureAlgorithm = .rsaSHA256) throws -> [UInt8] {
        let key = try #require(SecurityKey.privateKey(pem: trustedCredential.privateKeyPEM))
        return try XMLSignature.sign(
            try SAMLForgery.write(root),
            elementID: elementID,
            key: key,
            certificateBase64: trustedCredential.certificateBase64,
            algorithm: algorithm
        )
    }
}

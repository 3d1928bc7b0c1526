import FinesseSandbox
import Testing
import XMLTree

@Suite("A SAML response changed or signed by somebody else", .timeLimit(.minutes(5)))
struct SAMLTamperingTests {
    private let parties: SAMLParties
    private let request: ReceivedAuthnRequest
    private let content: ResponseContent

    init() throws {
        parties = try SAMLParties()
        request = try parties.receivedRequest()
        content = parties.content(for: request)
    }

    /// An honest message, seen accepted first.
    private func honest(_ policy: ResponsePolicy = ResponsePolicy()) throws -> SAMLForgery {
        let document = try parties.identityProvider.encode(content)
        let verdict = parties.verdict(on: document, pending: [request.id], policy: policy)
        #expect(verdict.signIn?.uid == "sjefferson", "\(verdict)")
        return try SAMLForgery(document)
    }

    private func refusal(of document: [UInt8], policy: ResponsePolicy = ResponsePolicy()) -> ResponseRefusal? {
        parties.verdict(on: document, pending: [request.id], policy: policy).refusal
    }

    private func text(_ document: [UInt8]) -> String {
        String(decoding: document, as: UTF8.self)
    }

    @Test("is refused when a value was changed")
    func changedValue() throws {
        let root = SAMLForgery.changing(try honest().root, "AttributeValue") { $0.children = [.text("admin")] }
        #expect(refusal(of: try SAMLForgery.write(root)) == .signature(.invalid))
    }

    @Test("is refused when the digest was made to fit the change")
    func changedDigest() throws {
        let changed = SAMLForgery.changing(try honest().root, "AttributeValue") { $0.children = [.text("admin")] }
        var stripped = changed
        stripped.children.removeAll { SAMLForgery.isNamed("Signature", $0) }
        let fitting = try SAMLForgery(try parties.sign(stripped, elementID: content.id)).root
        let digest = try #require(SAMLForgery.first("DigestValue", in: fitting)?.text)
        let root = SAMLForgery.changing(changed, "DigestValue") { $0.children = [.text(digest)] }
        #expect(refusal(of: try SAMLForgery.write(root)) == .signature(.invalid))
    }

    @Test("is refused when nothing is signed")
    func unsigned() throws {
        let root = SAMLForgery.withoutSignature(try honest().root)
        let refused = refusal(of: try SAMLForgery.write(root))
        #expect(refused == .unsigned)
    }

    @Test("is refused when only the assertion is signed, unless the policy lets that pass")
    func assertionOnly() throws {
        let document = try parties.identityProvider.encode(content, signing: .assertion)
        let lenient = ResponsePolicy(acceptsAssertionOnly: true)
        #expect(parties.verdict(on: document, pending: [request.id], policy: lenient).signIn?.uid == "sjefferson")
        #expect(refusal(of: document) == .assertionOnlySigned)
    }

    @Test("is refused when the assertion's own signature does not hold, though the response's does")
    func brokenInnerSignature() throws {
        let document = try parties.identityProvider.encode(content, signing: .assertion)
        let root = SAMLForgery.changing(try SAMLForgery(document).root, "AttributeValue") {
            $0.children = [.text("admin")]
        }
        let signed = try parties.sign(root, elementID: content.id)
        #expect(refusal(of: signed) == .assertionSignature(.invalid))
    }

    @Test("is refused when another key signed it, whether it shows its certificate or hides it")
    func foreignKey() throws {
        _ = try honest()
        let foreign = try parties.stranger.encode(content)
        #expect(refusal(of: foreign) == .foreignKey)
        let hidden = SAMLForgery.changing(try SAMLForgery(foreign).root, "Signature") {
            $0.children.removeAll { SAMLForgery.isNamed("KeyInfo", $0) }
        }
        #expect(refusal(of: try SAMLForgery.write(hidden)) == .signature(.invalid))
    }

    @Test("is not believed for showing the trusted certificate")
    func borrowedCertificate() throws {
        let foreign = try SAMLForgery(try parties.stranger.encode(content)).root
        let root = SAMLForgery.changing(foreign, "X509Certificate") {
            $0.children = [.text(parties.trustedCredential.certificateBase64)]
        }
        #expect(refusal(of: try SAMLForgery.write(root)) == .signature(.invalid))
    }

    @Test("is accepted under the pinned key whatever certificate it shows")
    func pinnedKeyDecides() throws {
        let root = SAMLForgery.changing(try honest().root, "X509Certificate") { $0.children = [.text("AAAA")] }
        let verdict = parties.verdict(on: try SAMLForgery.write(root), pending: [request.id])
        #expect(verdict.signIn?.uid == "sjefferson", "\(verdict)")
    }

    @Test("is refused for a comment inside the name, which canonicalisation drops")
    func commentInName() throws {
        let root = SAMLForgery.changing(try honest().root, "NameID") {
            $0.children = [.text("CORP\\s"), .comment("x"), .text("jefferson")]
        }
        let document = try SAMLForgery.write(root)
        // The signature itself still holds: that is the attack.
        let key = try parties.trustedKey()
        #expect(throws: Never.self) { try XMLSignature.verify(document, elementID: content.id, key: key) }
        #expect(refusal(of: document) == .interruptedText(element: "NameID"))
    }

    @Test("is refused for a comment inside the value that names the user")
    func commentInValue() throws {
        let root = SAMLForgery.changing(try honest().root, "AttributeValue") { value in
            value.children.append(.comment("x"))
        }
        #expect(refusal(of: try SAMLForgery.write(root)) == .interruptedText(element: "AttributeValue"))
    }

    @Test(
        "is refused for a document type",
        arguments: [
            "<!DOCTYPE samlp:Response>",
            "<!DOCTYPE x [<!ENTITY e 'admin'>]>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
            "<!DOCTYPE x [<!ATTLIST Assertion ID CDATA '_evil'>]>",
            "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>",
        ]
    )
    func documentType(declaration: String) throws {
        let document = Array((declaration + text(try XMLTree.serialize(try honest().root, declaration: false))).utf8)
        #expect(refusal(of: document) == .documentType)
        let key = try parties.trustedKey()
        #expect(throws: SignatureFault.documentType) {
            try XMLSignature.verify(document, elementID: content.id, key: key)
        }
    }

    @Test("is refused for an external entity in its text")
    func externalEntity() throws {
        let plain = text(try XMLTree.serialize(try honest().root, declaration: false))
        let replaced = plain.replacing("CORP\\sjefferson", with: "&e;")
        #expect(replaced != plain)
        let declaration = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
        let document = Array((declaration + replaced).utf8)
        #expect(refusal(of: document) == .documentType)
    }

    @Test("is refused for an encrypted assertion")
    func encrypted() throws {
        var root = SAMLForgery.withoutSignature(try honest().root)
        root.replaceChild("Assertion", by: [SAMLVocabulary.assertion.element("EncryptedAssertion")])
        #expect(refusal(of: try parties.sign(root, elementID: content.id)) == .encryptedAssertion)
    }

    @Test("is refused for a condition of an unknown kind")
    func unknownCondition() throws {
        let root = SAMLForgery.changing(SAMLForgery.withoutSignature(try honest().root), "Conditions") {
            $0.append(SAMLVocabulary.assertion.element("Condition"))
        }
        #expect(refusal(of: try parties.sign(root, elementID: content.id)) == .unknownCondition)
    }

    @Test("is refused without conditions")
    func noConditions() throws {
        let root = SAMLForgery.changing(SAMLForgery.withoutSignature(try honest().root), "Assertion") {
            $0.replaceChild("Conditions", by: [])
        }
        #expect(refusal(of: try parties.sign(root, elementID: content.id)) == .noConditions)
    }

    @Test("is refused once the provider's session is over")
    func sessionOver() throws {
        let root = SAMLForgery.changing(SAMLForgery.withoutSignature(try honest().root), "AuthnStatement") {
            $0.setAttribute("SessionNotOnOrAfter", SAMLParties.now.timestamp)
        }
        #expect(refusal(of: try parties.sign(root, elementID: content.id)) == .sessionExpired)
    }

    @Test("is refused for another version", arguments: ["Response", "Assertion"])
    func version(element: String) throws {
        let root = SAMLForgery.changing(SAMLForgery.withoutSignature(try honest().root), element) {
            $0.setAttribute("Version", "1.1")
        }
        #expect(refusal(of: try parties.sign(root, elementID: content.id)) == .unsupportedVersion)
    }

    @Test("is refused when it is something else")
    func somethingElse() throws {
        let document = try honest().root
        #expect(refusal(of: Array("<Response/>".utf8)) == .notAResponse)
        #expect(
            refusal(of: try SAMLForgery.write(try SAMLForgery(SAMLForgery.write(document)).assertion)) == .notAResponse
        )
        let cut = try SAMLForgery.write(document).dropLast(20)
        guard case .notXML(.truncated) = refusal(of: Array(cut)) else {
            Issue.record("a truncated document was not refused as such")
            return
        }
        var seen = SeenAssertions()
        let validator = ResponseValidator(
            serviceProvider: parties.serviceProvider,
            identityProvider: parties.identityProviderDescription
        )
        let verdict = validator.validate(
            samlResponse: "<not base64>",
            pendingRequestIDs: [request.id],
            seen: &seen,
            now: SAMLParties.now
        )
        #expect(verdict.refusal == .notBase64)
    }

    @Test("with SHA-1 is refused, except under the switch for old releases")
    func sha1() throws {
        _ = try honest()
        let old = try SAMLParties(algorithm: .rsaSHA1)
        let document = try old.identityProvider.encode(content)
        #expect(refusal(of: document) == .signature(.weakAlgorithm))
        let verdict = parties.verdict(on: document, pending: [request.id], policy: ResponsePolicy(acceptsSHA1: true))
        #expect(verdict.signIn?.uid == "sjefferson", "\(verdict)")
    }
}

extension SAMLForgery {
    /// The first element of a name, in document order.
    static func first(_ local: String, in element: XMLElement) -> XMLElement? {
        if element.name.local == local { return element }
        for child in element.elements {
            if let found = first(local, in: child) { return found }
        }
        return nil
    }
}

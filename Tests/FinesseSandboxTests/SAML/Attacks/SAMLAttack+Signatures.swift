import FinesseSandbox
import Testing
import XMLTree

extension SAMLAttack {
    /// Messages that nobody, somebody else or a weak algorithm signed, and signatures with parts of an attacker's.
    static let signatures =
        [
            changing("unsigned", refusal: "unsigned", page: DocumentedPage.signature) {
                SAMLForgery.withoutSignature($0.root)
            },
            SAMLAttack("only the assertion signed", refusal: "assertion_only_signed", page: DocumentedPage.signature) {
                parties,
                waiting,
                _ in
                TextEncodings.base64(try parties.identityProvider.encode(waiting.content, signing: .assertion))
            },
            SAMLAttack("a foreign key", refusal: "foreign_key", page: DocumentedPage.foreignKey) {
                parties,
                waiting,
                _ in
                TextEncodings.base64(try parties.stranger.encode(waiting.content))
            },
            SAMLAttack(
                "a foreign key that shows no certificate",
                refusal: "signature.invalid",
                page: DocumentedPage.signature
            ) { parties, waiting, _ in
                let foreign = try SAMLForgery(try parties.stranger.encode(waiting.content)).root
                let root = SAMLForgery.changing(foreign, "Signature") {
                    $0.children.removeAll { SAMLForgery.isNamed("KeyInfo", $0) }
                }
                return TextEncodings.base64(try SAMLForgery.write(root))
            },
            SAMLAttack(
                "a foreign key that shows the trusted certificate",
                refusal: "signature.invalid",
                page: DocumentedPage.signature
            ) { parties, waiting, _ in
                let foreign = try SAMLForgery(try parties.stranger.encode(waiting.content)).root
                let root = SAMLForgery.changing(foreign, "X509Certificate") {
                    $0.children = [.text(parties.trustedCredential.certificateBase64)]
                }
                return TextEncodings.base64(try SAMLForgery.write(root))
            },
            changing(
                "another user's name in a signed value",
                refusal: "signature.invalid",
                page: DocumentedPage.signature
            ) {
                SAMLForgery.changing($0.root, "AttributeValue") { $0.children = [.text("admin")] }
            },
            changing(
                "another user's name where the assertion alone is signed",
                signing: .assertion,
                refusal: "assertion_signature.invalid",
                page: DocumentedPage.signature
            ) {
                SAMLForgery.changing($0.root, "AttributeValue") { $0.children = [.text("admin")] }
            },
        ] + weakAlgorithms + ownParts

    /// SHA-1, wherever it stands; all of them signed with the trusted key.
    private static let weakAlgorithms = MixedSignature.weak.map { mixed in
        SAMLAttack(
            mixed.testDescription,
            refusal: "signature.weakAlgorithm",
            page: DocumentedPage.signature
        ) { parties, waiting, _ in
            TextEncodings.base64(try mixed.sign(waiting.content, of: parties))
        }
    }

    /// Changes to the signature's own parts.
    private static let ownParts = SignatureChange.all.filter { $0.fault != .missing && $0.fault != .weakAlgorithm }
        .map { change in
            changing(
                "a signature with \(change.testDescription)",
                refusal: "signature.\(change.fault.rawValue)",
                page: DocumentedPage.signature
            ) {
                SAMLForgery.changing($0.root, change.element, change.change)
            }
        }
}

/// A signature of the trusted key with algorithms that are chosen apart: for the digest and for the signature's value.
struct MixedSignature: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let digest: SignatureAlgorithm
    let value: SignatureAlgorithm

    static let weak = [
        MixedSignature(testDescription: "SHA-1 throughout", digest: .rsaSHA1, value: .rsaSHA1),
        MixedSignature(testDescription: "SHA-1 in the digest alone", digest: .rsaSHA1, value: .rsaSHA256),
        MixedSignature(testDescription: "SHA-1 in the signature's value alone", digest: .rsaSHA256, value: .rsaSHA1),
    ]

    private static let digests: [SignatureAlgorithm: String] = [
        .rsaSHA256: "http://www.w3.org/2001/04/xmlenc#sha256", .rsaSHA1: "http://www.w3.org/2000/09/xmldsig#sha1",
    ]

    /// Signs the response: the digest is that of an honest signature, the value is made anew over the canonical form.
    func sign(_ content: ResponseContent, of parties: SAMLParties) throws -> [UInt8] {
        let root = try SAMLForgery(try parties.identityProvider.signing(with: digest).encode(content)).root
        let digestValue = try #require(SAMLForgery.first("DigestValue", in: root)?.text)
        let canonical = "http://www.w3.org/2001/10/xml-exc-c14n#"
        let address = SAMLVocabulary.signature.rawValue
        // Exclusive canonicalisation: no empty tags, no blanks between elements, the namespace on the apex.
        let info = """
            <ds:SignedInfo xmlns:ds="\(address)">\
            <ds:CanonicalizationMethod Algorithm="\(canonical)"></ds:CanonicalizationMethod>\
            <ds:SignatureMethod Algorithm="\(value.identifier)"></ds:SignatureMethod>\
            <ds:Reference URI="#\(content.id)"><ds:Transforms>\
            <ds:Transform Algorithm="\(address)enveloped-signature"></ds:Transform>\
            <ds:Transform Algorithm="\(canonical)"></ds:Transform></ds:Transforms>\
            <ds:DigestMethod Algorithm="\(Self.digests[digest] ?? "")"></ds:DigestMethod>\
            <ds:DigestValue>\(digestValue)</ds:DigestValue></ds:Reference></ds:SignedInfo>
            """
        let key = try #require(SecurityKey.privateKey(pem: parties.trustedCredential.privateKeyPEM))
        let octets = try #require(RSASignature.sign(Array(info.utf8), key: key, algorithm: value))
        let signature = SAMLVocabulary.signature.element(
            "Signature",
            [:],
            [
                try XMLTree.parse(Array(info.utf8)),
                SAMLVocabulary.signature.element("SignatureValue", text: TextEncodings.base64(octets)),
            ]
        )
        var signed = root
        signed.replaceChild("Signature", by: [signature])
        return try SAMLForgery.write(signed)
    }
}

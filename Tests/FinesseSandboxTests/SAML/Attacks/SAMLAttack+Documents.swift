import FinesseSandbox
import Testing
import XMLTree

extension SAMLAttack {
    /// Documents that a parser, a canonicaliser and a reader see differently, and what is no response at all.
    static let documents =
        [
            changing("a comment in the name", refusal: "interrupted_text", page: DocumentedPage.quickCheck) {
                SAMLForgery.changing($0.root, "NameID") {
                    $0.children = [.text("CORP\\s"), .comment("x"), .text("jefferson")]
                }
            },
            changing("a comment in the uid", refusal: "interrupted_text", page: DocumentedPage.quickCheck) {
                SAMLForgery.changing($0.root, "AttributeValue") { $0.children.append(.comment("x")) }
            },
            declaring("an internal subset", "<!DOCTYPE x [<!ENTITY e 'admin'>]>"),
            declaring("an attribute's default", "<!DOCTYPE x [<!ATTLIST Assertion ID CDATA '_evil'>]>"),
            declaring("an external subset", "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>"),
            declaring(
                "an external entity",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
                replacing: ("CORP\\sjefferson", "&e;")
            ),
            declaring(
                "entities that grow",
                "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
                replacing: ("CORP\\sjefferson", "&b;")
            ),
            SAMLAttack("no base64", refusal: "not_base64", page: DocumentedPage.quickCheck) { _, _, _ in "<saml>" },
            SAMLAttack("a truncated document", refusal: "not_xml", page: DocumentedPage.quickCheck) { _, _, honest in
                TextEncodings.base64(honest.dropLast(20))
            },
            SAMLAttack("another document", refusal: "not_a_response", page: DocumentedPage.quickCheck) { _, _, _ in
                TextEncodings.base64(Array("<Response/>".utf8))
            },
            changing("one ID twice", signing: .assertion, refusal: "duplicate_id", page: DocumentedPage.quickCheck) {
                var root = $0.root
                root.setAttribute("ID", try $0.assertion.attribute(named: "ID"))
                return root
            },
        ] + signedAnew

    /// Changes that the trusted key signs.
    private static let signedAnew = [
        signing("an encrypted assertion", refusal: "encrypted_assertion", in: "Response") {
            $0.replaceChild("Assertion", by: [SAMLVocabulary.assertion.element("EncryptedAssertion")])
        },
        signing("a condition of an unknown kind", refusal: "unknown_condition", in: "Conditions") {
            $0.append(SAMLVocabulary.assertion.element("Condition"))
        },
        signing("no conditions", refusal: "no_conditions", in: "Assertion") {
            $0.replaceChild("Conditions", by: [])
        },
        signing("another version", refusal: "unsupported_version", in: "Assertion") {
            $0.setAttribute("Version", "1.1")
        },
        signing("a session that is over", refusal: "session_expired", page: DocumentedPage.time, in: "AuthnStatement") {
            $0.setAttribute("SessionNotOnOrAfter", SAMLParties.now.timestamp)
        },
    ]

    private static func declaring(
        _ testDescription: String,
        _ declaration: String,
        replacing pair: (old: String, new: String) = ("", "")
    ) -> SAMLAttack {
        SAMLAttack(testDescription, refusal: "document_type", page: DocumentedPage.quickCheck) { _, _, honest in
            let plain = try XMLTree.serialize(try SAMLForgery(honest).root, declaration: false)
            var text = String(decoding: plain, as: UTF8.self)
            if !pair.old.isEmpty {
                try #require(text.contains(pair.old))
                text = text.replacing(pair.old, with: pair.new)
            }
            return TextEncodings.base64(Array((declaration + text).utf8))
        }
    }

    private static func signing(
        _ testDescription: String,
        refusal: String,
        page: [String] = DocumentedPage.quickCheck,
        in element: String,
        _ change: @escaping @Sendable (inout XMLElement) -> Void
    ) -> SAMLAttack {
        SAMLAttack(testDescription, refusal: refusal, page: page) { parties, waiting, honest in
            let root = SAMLForgery.withoutSignature(try SAMLForgery(honest).root)
            let changed = SAMLForgery.changing(root, element, change)
            return TextEncodings.base64(try parties.sign(changed, elementID: waiting.content.id))
        }
    }
}

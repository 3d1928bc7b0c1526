import FinesseSandbox
import Testing
import XMLTree

/// An attack on the identity service, as data: how it is made, and what the service has to say to it.
struct SAMLAttack: Sendable, CustomTestStringConvertible {
    /// Makes the field `SAMLResponse`, from the sign-in that waits and from the honest document that would be accepted.
    typealias Forge =
        @Sendable (_ parties: SAMLParties, _ waiting: AttackDoor.Waiting, _ honest: [UInt8]) throws -> String

    let testDescription: String
    /// Which parts the honest message signs; a signed assertion alone is sent under the switch that accepts it.
    let signing: ResponseSigning
    /// The word in the journal, without `saml.` before it.
    let refusal: String
    /// What the page shows.
    let page: [String]
    let forge: Forge

    /// An attack that needs more than a document.
    init(
        _ testDescription: String,
        signing: ResponseSigning = .message,
        refusal: String,
        page: [String],
        forge: @escaping Forge
    ) {
        self.testDescription = testDescription
        self.signing = signing
        self.refusal = refusal
        self.page = page
        self.forge = forge
    }

    /// An attack that changes the honest document without a key.
    static func changing(
        _ testDescription: String,
        signing: ResponseSigning = .message,
        refusal: String,
        page: [String],
        _ forge: @escaping @Sendable (SAMLForgery) throws -> XMLElement
    ) -> SAMLAttack {
        SAMLAttack(testDescription, signing: signing, refusal: refusal, page: page) { _, _, honest in
            TextEncodings.base64(try SAMLForgery.write(try forge(SAMLForgery(honest))))
        }
    }

    /// Something wrong that the trusted key signs.
    static func saying(_ wrong: WrongContent, page: [String]) -> SAMLAttack {
        SAMLAttack(wrong.testDescription, refusal: wrong.refusal.label, page: page) { parties, waiting, _ in
            var content = waiting.content
            wrong.change(&content)
            // A document that uses one ID twice cannot be signed by our own code: its signature is not what is tested.
            let signing: ResponseSigning = wrong.refusal == .duplicateID ? .nothing : .message
            return TextEncodings.base64(try parties.identityProvider.encode(content, signing: signing))
        }
    }

    static let all = wrapping + signatures + documents + statements
}

/// The texts of Cisco's documents, letter by letter.
///
/// Source: Cisco document 200662, AD FS and IdS troubleshooting; the quick check's words are the sandbox's own.
enum DocumentedPage {
    static let foreignKey = [
        "Error Code: invalidSignature Message: "
            + "The signing certificate does not match what's defined in the entity metadata."
    ]
    static let signature = ["Error Code:invalidSignature Message:Invalid signature in ArtifactResponse."]
    static let noUID = ["Could not retrieve user identifier from SAML response."]
    static let noPrincipal = ["Could not retrieve user principal from SAML response."]
    static let time = failed("urn:oasis:names:tc:SAML:2.0:status:Success")
    static let quickCheck = [
        "IdP configuration error : SAML processing failed",
        "Quick check: signing certificate, clocks of both sides, name identifier, attributes, hash algorithm, "
            + "encryption of the assertion off.",
    ]

    static func failed(_ status: String) -> [String] {
        [
            "IdP configuration error : SAML processing failed",
            "SAML assertion failed from IdP with status code: \(status). Verify IdP configuration and try again.",
        ]
    }
}

import FinesseSandbox
import Testing

@Suite("Sandbox errors of TAC document 200662, by name")
struct DocumentedErrorTests {
    private static let success = "urn:oasis:names:tc:SAML:2.0:status:Success"

    @Test(
        "each shows its documented status and text",
        arguments: [
            (SandboxFailure.invalidClient, 401, "Invalid ClientId."),
            (.invalidRedirectURI, 401, "Invlalid Redirect Uri"),
            (.metadataNotInitialized, 503, "SAML Metadata is not initialized"),
            (.providerRejectsSignature, 500, "MSIS0038"),
            (.providerDetectsLoop, 500, "MSIS7042"),
            (
                .providerKeyRolledOver, 500,
                "The signing certificate does not match what&#39;s defined in the entity metadata."
            ),
            (
                .providerClockAhead, 500,
                "SAML assertion failed from IdP with status code: \(success). Verify IdP configuration and try again."
            ),
            (
                .providerResponder, 500,
                "SAML assertion failed from IdP with status code: urn:oasis:names:tc:SAML:2.0:status:Responder."
            ),
            (
                .providerRefusesNameID, 500,
                "urn:oasis:names:tc:SAML:2.0:status:Requester/urn:oasis:names:tc:SAML:2.0:status:InvalidNameIDPolicy"
            ),
            (.providerSendsNoUID, 500, "Could not retrieve user identifier from SAML response."),
            (.providerSendsNoPrincipal, 500, "Could not retrieve user principal from SAML response."),
            (.providerSignsAssertionOnly, 500, "Invalid signature in ArtifactResponse."),
            (.providerEncryptsAssertion, 500, "IdP configuration error : SAML processing failed"),
            (.providerNegotiate, 401, "Integrated Windows authentication is needed."),
        ]
    )
    func text(failure: SandboxFailure, status: Int, text: String) async throws {
        let client = try await ChainClient(.with { $0.failures = [failure] })
        let page = try await client.signIn()
        #expect(page.status == status)
        #expect(page.text.contains(text), "\(page.text)")
        await client.sandbox.setFailures([])
        #expect(try await client.signIn().json?["token"] != nil)
    }

    @Test("an encrypted assertion and a clock ahead are told apart in the journal")
    func refusals() async throws {
        for (failure, refusal) in [
            (SandboxFailure.providerEncryptsAssertion, "saml.encrypted_assertion"),
            (.providerClockAhead, "saml.not_yet_valid"),
        ] {
            let client = try await ChainClient(.with { $0.failures = [failure] })
            try await client.signIn()
            #expect(client.sandbox.journal.refusals.map(\.rawValue) == [refusal])
        }
    }
}

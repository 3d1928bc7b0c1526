import FinesseSandbox
import Testing

@Suite("An attack on the identity service", .timeLimit(.minutes(5)))
struct SAMLAttackTests {
    @Test("is refused by its own word in the journal, with the documented page", arguments: SAMLAttack.all)
    func refused(attack: SAMLAttack) async throws {
        var door = try await AttackDoor { $0.acceptsAssertionOnlySignatures = attack.signing == .assertion }
        let first = try await door.begin()
        let untouched = try door.parties.identityProvider.encode(first.content, signing: attack.signing)
        let accepted = await door.post(TextEncodings.base64(untouched), for: first)
        #expect(accepted.status == 200)
        #expect(accepted.notes.contains("assertion accepted"))

        var waiting = try await door.begin()
        waiting.previous = first.content
        let honest = try door.parties.identityProvider.encode(waiting.content, signing: attack.signing)
        let forged = try attack.forge(door.parties, waiting, honest)
        door.sandbox.journal.removeAll()
        let refused = await door.post(forged, for: waiting)

        let entries = door.sandbox.journal.entries
        #expect(entries.map { $0.refusal?.rawValue } == ["saml." + attack.refusal])
        #expect(entries.map(\.path) == ["/ids/saml/response"])
        #expect(refused.status == 500)
        #expect(refused.visibleLines == attack.page)
        #expect(!refused.text.contains("uniqueId"))
    }

    @Test("has a name of its own in the table, and the table has every refusal that a message can earn")
    func table() {
        let names = SAMLAttack.all.map(\.testDescription)
        #expect(Set(names).count == names.count)
        let words = Set(SAMLAttack.all.map(\.refusal))
        let missing = Self.refusals.subtracting(words)
        #expect(missing.isEmpty)
    }

    /// What the reference names, and what else the reader can say.
    private static let refusals: Set = [
        "misplaced.response_in_signature", "misplaced.response_in_response", "misplaced.assertion_in_assertion",
        "misplaced.assertion_in_signature", "misplaced.assertion_in_extensions", "misplaced.assertion_in_object",
        "several_assertions", "duplicate_id", "unsigned", "assertion_only_signed", "foreign_key", "signature.invalid",
        "assertion_signature.invalid", "signature.weakAlgorithm", "signature.unknownAlgorithm", "signature.structure",
        "signature.transforms", "signature.coversAnotherElement", "signature.referenceCount", "signature.several",
        "interrupted_text", "document_type", "not_base64", "not_xml", "not_a_response", "unsupported_version",
        "encrypted_assertion", "no_assertion", "status", "wrong_issuer", "wrong_destination",
        "missing_in_response_to", "unknown_in_response_to", "no_bearer_confirmation", "wrong_recipient",
        "wrong_confirmation_request", "confirmation_expired", "no_conditions", "unknown_condition", "not_yet_valid",
        "expired", "wrong_audience", "no_authn_statement", "session_expired", "missing_name_id",
        "wrong_name_id_format", "wrong_name_id_qualifier", "missing_uid", "missing_user_principal",
        "ambiguous_attribute", "replayed",
    ]

    @Test("by an answer that nobody waits for shows the documented headline", arguments: ["", "unknown"])
    func unsolicited(relayState: String) async throws {
        var door = try await AttackDoor { _ in }
        let waiting = try await door.begin()
        let honest = try door.parties.identityProvider.encode(waiting.content)
        let answer = await door.post(TextEncodings.base64(honest), for: waiting, relayState: relayState)
        #expect(answer.refusal == .unknownRequest)
        #expect(answer.status == 500)
        #expect(answer.visibleLines.first == "IdP configuration error : SAML processing failed")
    }

    @Test("by the same answer twice finds the sign-in gone")
    func again() async throws {
        var door = try await AttackDoor { _ in }
        let waiting = try await door.begin()
        let honest = TextEncodings.base64(try door.parties.identityProvider.encode(waiting.content))
        #expect(await door.post(honest, for: waiting).status == 200)
        let second = await door.post(honest, for: waiting)
        #expect(second.refusal == .unknownRequest)
        #expect(!second.text.contains("uniqueId"))
    }
}

@Suite("A switch of the identity service", .timeLimit(.minutes(5)))
struct SAMLSwitchTests {
    @Test("accepts SHA-1, in digest, value and both, or refuses it", arguments: MixedSignature.weak, [true, false])
    func sha1(signature: MixedSignature, accepts: Bool) async throws {
        var door = try await AttackDoor { $0.acceptsSHA1 = accepts }
        let waiting = try await door.begin()
        let document = try signature.sign(waiting.content, of: door.parties)
        let answer = await door.post(TextEncodings.base64(document), for: waiting)
        #expect(answer.status == (accepts ? 200 : 500))
        #expect(answer.refusal?.rawValue == (accepts ? nil : "saml.signature.weakAlgorithm"))
        #expect(accepts || answer.visibleLines == DocumentedPage.signature)
    }

    @Test("accepts a signed assertion in an unsigned message, or refuses it", arguments: [true, false])
    func assertionOnly(accepts: Bool) async throws {
        var door = try await AttackDoor { $0.acceptsAssertionOnlySignatures = accepts }
        let waiting = try await door.begin()
        let document = try door.parties.identityProvider.encode(waiting.content, signing: .assertion)
        let answer = await door.post(TextEncodings.base64(document), for: waiting)
        #expect(answer.refusal?.rawValue == (accepts ? nil : "saml.assertion_only_signed"))
        #expect(accepts || answer.visibleLines == DocumentedPage.signature)
    }

    @Test("accepts a name of no stated format, or refuses it", arguments: [true, false])
    func unspecifiedName(accepts: Bool) async throws {
        var door = try await AttackDoor { $0.acceptsUnspecifiedNames = accepts }
        let waiting = try await door.begin()
        var content = waiting.content
        content.assertions[0].name?.format = SAMLIdentifier.unspecifiedName
        let document = try door.parties.identityProvider.encode(content)
        let answer = await door.post(TextEncodings.base64(document), for: waiting)
        #expect(answer.refusal?.rawValue == (accepts ? nil : "saml.wrong_name_id_format"))
        #expect(accepts || answer.visibleLines == DocumentedPage.quickCheck)
    }

    @Test(
        "decides about what the built-in provider signs, and with what",
        arguments: SandboxIdentityProviderSettings.SignedParts.allCases,
        [true, false]
    )
    func builtInProvider(parts: SandboxIdentityProviderSettings.SignedParts, isOld: Bool) async throws {
        func signIn(accepts: Bool) async throws -> ChainClient.Page {
            let client = try await ChainClient(
                .with {
                    $0.identityProvider.signs = parts
                    $0.identityProvider.signsWithSHA1 = isOld
                    $0.identityService.acceptsAssertionOnlySignatures = accepts
                    $0.identityService.acceptsSHA1 = accepts
                }
            )
            return try await client.signIn()
        }
        #expect(try await signIn(accepts: true).json?["token"] != nil)
        let strict = try await signIn(accepts: false)
        let isRefused = isOld || parts == .assertion
        #expect((strict.json?["token"] == nil) == isRefused)
        #expect(!isRefused || strict.answer.visibleLines == DocumentedPage.signature)
    }
}

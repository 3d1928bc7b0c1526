import FinesseSandbox
import Testing
import XMLTree

@Suite("The parts of SAML")
struct SAMLPartsTests {
    @Test(
        "read times in UTC, fractions cut to milliseconds",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-01-31T12:00:00.123Z", 1_769_860_800_123),
            ("2026-01-31T12:00:00.1239999Z", 1_769_860_800_123), ("2026-01-31T12:00:00.5Z", 1_769_860_800_500),
            ("2024-02-29T23:59:59Z", 1_709_251_199_000), ("2000-03-01T00:00:00Z", 951_868_800_000),
        ] as [(String, Int64)]
    )
    func readsTimes(text: String, milliseconds: Int64) {
        #expect(SandboxInstant(samlTime: text)?.milliseconds == milliseconds)
    }

    @Test(
        "read back the times they write",
        arguments: [0, 1, 951_782_400_000, 1_800_000_000_250, 4_102_444_799_999] as [Int64]
    )
    func roundTrip(milliseconds: Int64) {
        let instant = SandboxInstant(milliseconds: milliseconds)
        #expect(SandboxInstant(samlTime: instant.timestamp) == instant)
    }

    @Test(
        "refuse what is no time in UTC",
        arguments: [
            "", "2026-01-31", "2026-01-31T12:00:00", "2026-01-31T12:00:00+00:00", "2026-01-31T12:00:00.Z",
            "2026-02-29T12:00:00Z", "2026-13-01T12:00:00Z", "2026-01-00T12:00:00Z", "2026-01-31T24:00:00Z",
            "2026-01-31T12:60:00Z", "2026-01-31T12:00:60Z", "2026-01-31 12:00:00Z", " 2026-01-31T12:00:00Z",
            "2026-01-31T12:00:00Zx", "26-01-31T12:00:00Z",
        ]
    )
    func refusesTimes(text: String) {
        #expect(SandboxInstant(samlTime: text) == nil)
    }

    @Test("compress and decompress, within a limit and to the last byte")
    func deflate() throws {
        let bytes = Array(repeating: UInt8(ascii: "a"), count: 100_000)
        let deflated = try #require(RawDeflate.compress(bytes))
        #expect(deflated.count < 1_000)
        #expect(RawDeflate.decompress(deflated, limit: 100_000) == bytes)
        #expect(RawDeflate.decompress(deflated, limit: 99_999) == nil)
        #expect(RawDeflate.decompress(deflated.dropLast(), limit: 100_000) == nil)
        #expect(RawDeflate.decompress(deflated + [0], limit: 100_000) == nil)
        #expect(RawDeflate.decompress([], limit: 10) == nil)
        let empty = try #require(RawDeflate.compress([]))
        #expect(RawDeflate.decompress(empty, limit: 0) == [])
    }

    @Test("make identifiers that begin as an ID may")
    func identifiers() {
        let identifiers = SAMLIdentifiers { count in Array(repeating: 0xAB, count: count) }
        #expect(identifiers.request() == "s2" + String(repeating: "ab", count: 20))
        #expect(identifiers.other() == "_" + String(repeating: "ab", count: 20))
    }

    @Test("refuse keys that cannot be used, without showing them")
    func credentials() throws {
        let parties = try SAMLParties()
        let mine = parties.serviceProviderCredential
        let other = parties.trustedCredential
        let mixed = #expect(throws: SAMLError.self) {
            try SAMLCredential(privateKeyPEM: mine.privateKeyPEM, certificatePEM: other.certificatePEM)
        }
        #expect(mixed == .unusableKey(of: "the sandbox", reason: "the certificate belongs to another key"))
        #expect(throws: SAMLError.self) { try SAMLCredential(privateKeyPEM: "", certificatePEM: mine.certificatePEM) }
        #expect(throws: SAMLError.self) {
            try SAMLCredential(privateKeyPEM: mine.certificatePEM, certificatePEM: mine.certificatePEM)
        }
        #expect(throws: SAMLError.self) { try SAMLTrustedKey(certificatePEM: mine.privateKeyPEM) }
        #expect(throws: SAMLError.self) { try SAMLTrustedKey(certificateBase64: "") }
        let again = try SAMLCredential(privateKeyPEM: mine.privateKeyPEM, certificatePEM: mine.certificatePEM)
        #expect(again.certificateBase64 == mine.certificateBase64)
    }

    @Test("put every refusal into the documented words")
    func errorPages() {
        func lines(_ refusal: ResponseRefusal) -> [String] { IdSErrorPage(refusal).lines }
        let processing = "IdP configuration error : SAML processing failed"
        let success =
            "SAML assertion failed from IdP with status code: urn:oasis:names:tc:SAML:2.0:status:Success. "
            + "Verify IdP configuration and try again."
        #expect(
            lines(.foreignKey) == [
                "Error Code: invalidSignature Message: The signing certificate does not match what's defined in the "
                    + "entity metadata."
            ]
        )
        let invalid = ["Error Code:invalidSignature Message:Invalid signature in ArtifactResponse."]
        #expect(lines(.assertionOnlySigned) == invalid)
        #expect(lines(.signature(.invalid)) == invalid)
        #expect(lines(.missingUID) == ["Could not retrieve user identifier from SAML response."])
        #expect(lines(.missingUserPrincipal) == ["Could not retrieve user principal from SAML response."])
        #expect(lines(.confirmationExpired) == [processing, success])
        #expect(IdSErrorPage(.confirmationExpired).logLine == "The time in SubjectConfirmationData is invalid")
        for refusal in [ResponseRefusal.wrongAudience, .encryptedAssertion] {
            #expect(lines(refusal).first == processing)
            #expect(lines(refusal).last?.hasPrefix("Quick check: signing certificate, clocks") == true)
        }
    }

    @Test("name every reason by a word of its own")
    func labels() {
        let refusals: [ResponseRefusal] = [
            .notBase64, .notXML(.outOfMemory), .documentType, .notAResponse, .unsupportedVersion,
            .misplaced(element: "a", inside: "b"), .duplicateID, .encryptedAssertion, .noAssertion,
            .severalAssertions, .status([]), .unsigned, .assertionOnlySigned, .foreignKey, .wrongIssuer,
            .wrongDestination, .missingInResponseTo, .unknownInResponseTo, .noBearerConfirmation, .wrongRecipient,
            .wrongConfirmationRequest, .confirmationExpired, .noConditions, .unknownCondition, .notYetValid, .expired,
            .wrongAudience, .noAuthnStatement, .sessionExpired, .missingNameID, .wrongNameIDFormat,
            .wrongNameIDQualifier, .interruptedText(element: "a"), .missingUID, .missingUserPrincipal,
            .ambiguousAttribute("a"), .replayed, .notChecked,
        ]
        let faults = SignatureFault.allCases
        let labels =
            refusals.map(\.label) + faults.map { ResponseRefusal.signature($0).label }
            + faults.map { ResponseRefusal.assertionSignature($0).label }
        #expect(Set(labels).count == labels.count)
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.")
        #expect(labels.allSatisfy { $0.allSatisfy(plain.contains) })
    }
}

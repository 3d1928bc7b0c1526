import FinesseSandbox
import Testing

/// A response that is signed with the trusted key and says something wrong.
struct WrongContent: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let refusal: ResponseRefusal
    let change: @Sendable (inout ResponseContent) -> Void

    init(
        _ testDescription: String,
        _ refusal: ResponseRefusal,
        _ change: @escaping @Sendable (inout ResponseContent) -> Void
    ) {
        self.testDescription = testDescription
        self.refusal = refusal
        self.change = change
    }

    /// A change to the only assertion.
    static func assertion(
        _ testDescription: String,
        _ refusal: ResponseRefusal,
        _ change: @escaping @Sendable (inout AssertionContent) -> Void
    ) -> WrongContent {
        WrongContent(testDescription, refusal) { content in
            for index in content.assertions.indices { change(&content.assertions[index]) }
        }
    }

    /// A change to the only confirmation.
    static func confirmation(
        _ testDescription: String,
        _ refusal: ResponseRefusal,
        _ change: @escaping @Sendable (inout AssertionContent.Confirmation) -> Void
    ) -> WrongContent {
        assertion(testDescription, refusal) { assertion in
            for index in assertion.confirmations.indices { change(&assertion.confirmations[index]) }
        }
    }

    private static let now = SAMLParties.now

    static let envelopes = [
        WrongContent("status not success", .status([SAMLStatus.responder])) { $0.status = [SAMLStatus.responder] },
        WrongContent("no status", .status([])) { $0.status = [] },
        WrongContent("another issuer", .wrongIssuer) { $0.issuer = "http://evil.example/trust" },
        WrongContent("another destination", .wrongDestination) { $0.destination = "https://evil.example/acs" },
        WrongContent("no destination", .wrongDestination) { $0.destination = nil },
        WrongContent("no InResponseTo", .missingInResponseTo) { $0.inResponseTo = nil },
        WrongContent("InResponseTo of no waiting request", .unknownInResponseTo) { $0.inResponseTo = "s2other" },
        WrongContent("no assertion", .noAssertion) { $0.assertions = [] },
        WrongContent("two assertions", .severalAssertions) { content in
            content.assertions += content.assertions
            content.assertions[1].id = "_second"
        },
        WrongContent("one ID twice", .duplicateID) { content in
            for index in content.assertions.indices { content.assertions[index].id = content.id }
        },
    ]

    static let subjects = [
        assertion("another issuer of the assertion", .wrongIssuer) { $0.issuer = "http://evil.example/trust" },
        assertion("no confirmation", .noBearerConfirmation) { $0.confirmations = [] },
        confirmation("a confirmation that is not by bearer", .noBearerConfirmation) {
            $0.method = "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches"
        },
        confirmation("another recipient", .wrongRecipient) { $0.recipient = "https://evil.example/acs" },
        confirmation("no recipient", .wrongRecipient) { $0.recipient = nil },
        confirmation("a confirmation of another request", .wrongConfirmationRequest) { $0.inResponseTo = "s2other" },
        confirmation("a confirmation of no request", .wrongConfirmationRequest) { $0.inResponseTo = nil },
        confirmation("a confirmation that ends now", .confirmationExpired) { $0.notOnOrAfter = now },
        confirmation("a confirmation without an end", .confirmationExpired) { $0.notOnOrAfter = nil },
        assertion("no name", .missingNameID) { $0.name = nil },
        assertion("a blank name", .missingNameID) { $0.name?.value = " \n" },
        assertion("a name that is not transient", .wrongNameIDFormat) {
            $0.name?.format = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
        },
        assertion("a name for another party", .wrongNameIDQualifier) { $0.name?.spNameQualifier = "IDS.autobot.cvp" },
    ]

    static let conditions = [
        assertion("another audience", .wrongAudience) { $0.audiences = ["evil.example"] },
        assertion("an audience in other case", .wrongAudience) { $0.audiences = ["IDS.AUTOBOT.CVP"] },
        assertion("no audience", .wrongAudience) { $0.audiences = [] },
        assertion("conditions that end now", .expired) { $0.notOnOrAfter = now },
        assertion("conditions without an end", .expired) { $0.notOnOrAfter = nil },
        assertion("conditions that begin in a millisecond", .notYetValid) {
            $0.notBefore = now.advanced(by: .milliseconds(1))
        },
        assertion("no statement of authentication", .noAuthnStatement) { $0.authnInstant = nil },
    ]

    static let attributes = [
        assertion("no uid", .missingUID) { $0.attributes.removeAll { $0.name == "uid" } },
        assertion("a uid in other case", .missingUID) { assertion in
            for index in assertion.attributes.indices where assertion.attributes[index].name == "uid" {
                assertion.attributes[index].name = "UID"
            }
        },
        assertion("an empty uid", .missingUID) { $0.attributes[0].values = [""] },
        assertion("no user_principal", .missingUserPrincipal) {
            $0.attributes.removeAll { $0.name == "user_principal" }
        },
        assertion("no attributes at all", .missingUID) { $0.attributes = [] },
        assertion("a uid of two values", .ambiguousAttribute("uid")) { $0.attributes[0].values.append("admin") },
        assertion("two uids", .ambiguousAttribute("uid")) { $0.attributes.append($0.attributes[0]) },
    ]
}

@Suite("A SAML response signed with the trusted key", .timeLimit(.minutes(5)))
struct SAMLSemanticTests {
    @Test("is refused for what it says about itself", arguments: WrongContent.envelopes)
    func envelope(wrong: WrongContent) throws {
        try check(wrong)
    }

    @Test("is refused for what it says about the subject", arguments: WrongContent.subjects)
    func subject(wrong: WrongContent) throws {
        try check(wrong)
    }

    @Test("is refused for the conditions it sets", arguments: WrongContent.conditions)
    func conditions(wrong: WrongContent) throws {
        try check(wrong)
    }

    @Test("is refused for the attributes it lacks", arguments: WrongContent.attributes)
    func attributes(wrong: WrongContent) throws {
        try check(wrong)
    }

    private func check(_ wrong: WrongContent) throws {
        let parties = try SAMLParties()
        let request = try parties.receivedRequest()
        var content = parties.content(for: request)
        let honest = parties.verdict(on: try parties.identityProvider.encode(content), pending: [request.id])
        #expect(honest.signIn != nil, "\(honest)")

        wrong.change(&content)
        // A document that uses one ID twice cannot be signed by our own code: its signature is not what is tested.
        let signing: ResponseSigning = wrong.refusal == .duplicateID ? .nothing : .message
        let document = try parties.identityProvider.encode(content, signing: signing)
        #expect(parties.verdict(on: document, pending: [request.id]).refusal == wrong.refusal)
    }

    @Test("is accepted once and refused when it is brought again, until its time is over")
    func replay() throws {
        let parties = try SAMLParties()
        let request = try parties.receivedRequest()
        let document = try parties.identityProvider.encode(parties.content(for: request))
        var seen = SeenAssertions()
        let first = parties.verdict(on: document, pending: [request.id], seen: &seen)
        #expect(first.signIn != nil)
        let later = SAMLParties.now.advanced(by: .seconds(299))
        #expect(parties.verdict(on: document, pending: [request.id], seen: &seen, now: later).refusal == .replayed)
        let late = SAMLParties.now.advanced(by: .seconds(300))
        let last = parties.verdict(on: document, pending: [request.id], seen: &seen, now: late)
        #expect(last.refusal == .confirmationExpired)
    }

    @Test("is accepted by the second bearer confirmation when the first is for somebody else")
    func secondConfirmation() throws {
        let parties = try SAMLParties()
        let request = try parties.receivedRequest()
        var content = parties.content(for: request)
        var other = try #require(content.assertions.first?.confirmations.first)
        other.recipient = "https://other.example/acs"
        content.assertions[0].confirmations.insert(other, at: 0)
        let document = try parties.identityProvider.encode(content)
        #expect(parties.verdict(on: document, pending: [request.id]).signIn != nil)
    }
}

import FinesseSandbox
import Testing

/// A sandbox whose identity service trusts the tests' own identity provider, and a client that brings it answers.
struct AttackDoor {
    /// A sign-in that waits for an answer, and the honest answer to it.
    struct Waiting {
        let request: ReceivedAuthnRequest
        let content: ResponseContent
        /// The honest answer to a sign-in before this one, which was accepted.
        var previous: ResponseContent?
    }

    let parties: SAMLParties
    let sandbox: FinesseSandbox
    private var jar = TestJar(breaking: nil)

    init(_ change: (inout SandboxIdentityServiceSettings) -> Void) async throws {
        let parties = try SAMLParties()
        let metadata = try parties.identityProvider.metadata()
        self.parties = parties
        sandbox = try await FinesseSandbox.withoutServers(
            .with { configuration in
                configuration.identityService.foreignProviderMetadata = metadata
                change(&configuration.identityService)
            },
            clock: .virtual(startingAt: SAMLParties.now)
        )
    }

    /// Starts a sign-in at Finesse and goes as far as the identity provider's door.
    mutating func begin() async throws -> Waiting {
        let start = sandbox.origins.text(.finesse) + "/desktop/sso/token?cc_username=sjefferson"
        let authorize = try await location(start, .finesse)
        let url = try await location(authorize, .identityService)
        let query = try #require(url.split(separator: "?", maxSplits: 1).last)
        let description = try ServiceProviderDescription(metadata: sandbox.serviceProviderMetadata)
        let verdict = parties.identityProvider.readRedirect(query: String(query), from: description)
        guard case .accepted(let request) = verdict else { throw UnexpectedVerdict(description: "\(verdict)") }
        let content = parties.identityProvider.content(
            for: request,
            subject: SAMLParties.subject,
            now: sandbox.clock.now,
            identifiers: SAMLParties.identifiers
        )
        return Waiting(request: request, content: content)
    }

    /// Posts an answer as the identity provider's page does: from another site.
    func post(_ samlResponse: String, for waiting: Waiting, relayState: String? = nil) async -> SandboxAnswer {
        let service = waiting.request.assertionConsumerService
        let form = FormFields([
            "SAMLResponse": samlResponse, "RelayState": relayState ?? waiting.request.relayState ?? "",
        ])
        return await sandbox.answer(
            SandboxRequest(
                party: .identityService,
                method: "POST",
                target: Self.target(service),
                headers: [
                    "content-type": "application/x-www-form-urlencoded",
                    "cookie": jar.header(for: service, method: "POST", initiator: SAMLParties.singleSignOn),
                ],
                body: Array(form.encoded.utf8)
            )
        )
    }

    private mutating func location(_ url: String, _ party: SandboxParty) async throws -> String {
        let cookie = jar.header(for: url, method: "GET", initiator: nil)
        let answer = await sandbox.answer(
            SandboxRequest(party: party, target: Self.target(url), headers: ["cookie": cookie])
        )
        for line in answer.header("Set-Cookie") { jar.store(line, from: url) }
        return try #require(answer.header("Location").first, "\(answer.text)")
    }

    private static func target(_ url: String) -> String { "/" + url.split(separator: "/", maxSplits: 2)[2] }
}

extension SandboxAnswer {
    /// What a person reads on a page of the identity service: its headline and its paragraphs.
    var visibleLines: [String] {
        var lines = ChainClient.between(text, "<h1>", "</h1>").map { [$0] } ?? []
        for piece in text.split(separator: "<p>").dropFirst() {
            lines += piece.split(separator: "</p>", maxSplits: 1).prefix(1).map(String.init)
        }
        return lines.map(ChainClient.unescape)
    }
}

import FinesseSandbox
import Testing

@Suite("Sandbox failures on purpose")
struct FailureTests {
    private func page(_ failure: SandboxFailure) async throws -> (ChainClient, ChainClient.Page) {
        let client = try await ChainClient(.with { $0.failures = [failure] })
        return (client, try await client.signIn())
    }

    @Test(
        "the identity service answers with the documented JSON",
        arguments: [
            (SandboxFailure.invalidClient, 401, #"{"error":"invalid_client","error_description":"Invalid ClientId."}"#),
            (
                .invalidRedirectURI, 401,
                #"{"error":"invalid_redirectUri","error_description":"Invlalid Redirect Uri"}"#
            ),
            (
                .metadataNotInitialized, 503,
                #"{"error":"service_unavailable","error_description":"SAML Metadata is not initialized"}"#
            ),
        ]
    )
    func identityService(failure: SandboxFailure, status: Int, text: String) async throws {
        let (_, page) = try await page(failure)
        #expect(page.status == status)
        #expect(page.text == text)
    }

    @Test("the identity service finds a wrong client and address by itself")
    func wrongParameters() async throws {
        let client = try await ChainClient()
        let base = client.sandbox.origins.text(.identityService) + "/ids/v1/oauth/authorize?"
        let id = client.sandbox.configuration.identityService.clientID
        let uri = client.sandbox.origins.text(.finesse) + "/desktop/sso/authcode"
        for (query, refusal) in [
            (
                FormFields(["client_id": "x", "redirect_uri": uri, "response_type": "code"]),
                SandboxRefusal.invalidClient
            ),
            (
                FormFields(["client_id": id, "redirect_uri": uri + "/", "response_type": "code"]),
                .invalidRedirectURI
            ),
            (FormFields(["client_id": id, "redirect_uri": uri]), .badParameter),
        ] {
            #expect(try await client.get(base + query.encoded).answer.refusal == refusal)
        }
    }

    @Test("the identity provider shows an error page with a reference number")
    func providerError() async throws {
        let (_, page) = try await page(.providerErrorPage)
        #expect(page.status == 400)
        #expect(page.text.contains("There was a problem accessing the site."))
        #expect(page.text.contains("Reference number: "))
    }

    @Test("the identity provider asks for Negotiate in place of a form")
    func negotiate() async throws {
        let (_, page) = try await page(.providerNegotiate)
        #expect(page.status == 401)
        #expect(page.answer.header("WWW-Authenticate") == ["Negotiate"])
        #expect(!page.text.contains("<form"))
    }

    @Test("a page's script never ends", arguments: [SandboxFailure.providerEndlessScript, .tokenEndlessScript])
    func endless(failure: SandboxFailure) async throws {
        let (client, page) = try await page(failure)
        #expect(page.text.contains("for (;;)"))
        #expect(client.sandbox.journal.refusals == [.switchedFailure])
    }

    @Test("the final answer is HTML, or JSON cut in the middle")
    func finalAnswer() async throws {
        let (_, html) = try await page(.tokenAsHTML)
        #expect(html.answer.header("Content-Type") == ["text/html;charset=UTF-8"])
        #expect(html.url.contains("/desktop/sso/authcode"))
        let (_, cut) = try await page(.tokenTruncated)
        #expect(cut.answer.header("Content-Type") == ["application/json;charset=UTF-8"])
        #expect(cut.text.hasPrefix(#"{"token":"#))
        #expect(!cut.text.hasSuffix("}"))
    }

    @Test("the token address answers with 40 MB")
    func huge() async throws {
        let (_, page) = try await page(.tokenHugePage)
        guard case .repeated(let prefix, let chunk, let count) = page.answer.body else {
            Issue.record("not a repeated body")
            return
        }
        #expect(prefix.count + chunk.count * count >= 40_000_000)
    }

    @Test("the token address redirects to itself for ever")
    func loop() async throws {
        let client = try await ChainClient(.with { $0.failures = [.tokenRedirectLoop] })
        await #expect(throws: ChainClient.TooManyRedirects.self) { try await client.signIn() }
    }

    @Test("failures are switched while the sandbox runs")
    func switched() async throws {
        let client = try await ChainClient()
        await client.sandbox.setFailures([.invalidClient])
        #expect(try await client.signIn().status == 401)
        await client.sandbox.setFailures([])
        #expect(try await client.signIn().json?["token"] != nil)
    }

    @Test("a missing, unknown or unreadable SAML answer is refused with a page", arguments: ["", "x", "PHg+"])
    func badAnswers(response: String) async throws {
        let client = try await ChainClient(.with { $0.checksCookies = false })
        _ = try await client.get(client.sandbox.origins.text(.finesse) + "/desktop/sso/token?cc_username=sjefferson")
        let url = client.sandbox.origins.text(.identityService) + "/ids/saml/response"
        let page = try await client.post(url, form: FormFields(["SAMLResponse": response, "RelayState": "x"]))
        #expect(page.status == 500)
        #expect(page.text.contains("SAML processing failed"))
    }

    @Test("a request that the identity service did not sign gets no login page")
    func badRequests() async throws {
        let client = try await ChainClient()
        let base = client.sandbox.origins.text(.identityProvider) + "/adfs/ls/"
        for query in ["", "?SAMLRequest=x", "?SAMLRequest=x&SAMLRequest=y"] {
            let page = try await client.get(base + query)
            #expect(page.status == 400)
            #expect(page.answer.refusal == .badSAMLRequest)
        }
    }

    @Test("trusts an identity provider from outside, and no longer its own")
    func foreignProvider() async throws {
        let client = try await ChainClient()
        let other = try await FinesseSandbox.withoutServers(
            .with {
                $0.sharesKeys = false
                $0.identityProviderNodes = [SandboxNode(host: "idp.elsewhere.example")]
            }
        )
        try await client.sandbox.useIdentityProvider(metadata: other.identityProviderMetadata)
        let start = await client.sandbox.answer(
            SandboxRequest(party: .finesse, target: "/desktop/sso/token?cc_username=sjefferson")
        )
        let authorize = try #require(start.header("Location").first)
        let target = "/" + authorize.split(separator: "/", maxSplits: 2)[2]
        let answer = await client.sandbox.answer(SandboxRequest(party: .identityService, target: target))
        #expect(
            answer.header("Location").first?.hasPrefix("https://idp.elsewhere.example/adfs/ls/?SAMLRequest=") == true
        )
        await #expect(throws: SandboxError.self) {
            try await client.sandbox.useIdentityProvider(metadata: Array("<nothing/>".utf8))
        }
    }
}

import FinesseSandbox
import Testing

@Suite("Sandbox cookies")
struct CookieRuleTests {
    @Test("a client that ignores one rule is refused, and told which", arguments: CookieRule.allCases)
    func brokenRule(rule: CookieRule) async throws {
        let client = try await ChainClient(breaking: rule)
        let page = try await client.signIn()
        #expect(page.status == 400)
        #expect(page.text.contains("Cookie rule broken: \(rule.rawValue)"))
        #expect(client.sandbox.journal.refusals == [.cookie(rule)])
    }

    @Test("nobody is refused when the check is switched off", arguments: [CookieRule.expires, .httpOnly, .sameSite])
    func switchedOff(rule: CookieRule) async throws {
        let client = try await ChainClient(.with { $0.checksCookies = false }, breaking: rule)
        #expect(try await client.signIn().json?["token"] != nil)
        #expect(!client.jar.names.contains("FINESSE_LAX"))
    }

    @Test("a client that ignores a rule fails in a silent sign-in too", arguments: [CookieRule.secure, .sameSite])
    func brokenRuleWhenSilent(rule: CookieRule) async throws {
        var configuration = SandboxConfiguration()
        configuration.identityProvider.session = .otherUser("sjefferson")
        let client = try await ChainClient(configuration, breaking: rule)
        #expect(try await client.signIn().status == 400)
        #expect(client.sandbox.journal.refusals.count == 1)
    }

    @Test("the stop without TLS lets a strict client pass and stops one that sends secure cookies there")
    func plainHop() async throws {
        let configuration = SandboxConfiguration.with { $0.hasPlainHop = true }
        let strict = try await ChainClient(configuration)
        #expect(try await strict.signIn().json?["token"] != nil)
        #expect(strict.sandbox.journal.entries.filter(\.isPlain).map(\.status) == [301])
        #expect(strict.sandbox.journal.entries.filter(\.isPlain).flatMap(\.cookieNames) == [])
        let lenient = try await ChainClient(configuration, breaking: .secure)
        let page = try await lenient.signIn()
        #expect(page.answer.refusal == .cookie(.secure))
        #expect(page.url.hasPrefix("http:"))
    }

    @Test("a cookie set without TLS must not replace a secure one")
    func overwrittenFromPlain() async throws {
        let sandbox = try await FinesseSandbox.withoutServers(.with { $0.hasPlainHop = true })
        var request = SandboxRequest(party: .finesse, target: "/desktop/sso/authcode?code=x&state=x")
        request.headers.append(("cookie", "JSESSIONID=decoy.secure; FINESSE_LAX=1"))
        #expect(await sandbox.answer(request).refusal == .cookie(.secure))
    }

    @Test("joined sites share cc_username by its Domain, and the login page needs it")
    func joinedSites() async throws {
        let configuration = SandboxConfiguration.with { $0.sites = .joined(parent: "contact.example") }
        let strict = try await ChainClient(configuration)
        #expect(try await strict.signIn().json?["token"] != nil)
        let page = try #require(strict.sandbox.journal.entries(party: .identityProvider).first)
        #expect(page.cookieNames == ["cc_username"])
        // Between hosts of one site nothing is cross-site, so nothing is withheld.
        #expect(
            strict.sandbox.journal.entries(path: "/ids/saml/response").first?.cookieNames.contains("JSESSIONID") == true
        )
        let hostOnly = try await ChainClient(configuration, breaking: .domain)
        #expect(try await hostOnly.signIn().answer.refusal == .cookie(.domain))
    }

    @Test("a cookie of another server is refused as a broken Domain")
    func strayed() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        for (party, target, cookie) in [
            (SandboxParty.identityService, "/ids/v1/oauth/authorize", "FINESSE_LAX=1"),
            (.identityProvider, "/adfs/ls/", "IDSROUTE=node1"), (.finesse, "/desktop/sso/token", "MSISContext=1"),
        ] {
            var request = SandboxRequest(party: party, target: target)
            request.headers.append(("cookie", cookie))
            #expect(await sandbox.answer(request).refusal == .cookie(.domain))
        }
    }

    @Test("the addresses for scripts that saw too much answer with the rule")
    func astray() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        for (party, target) in [(SandboxParty.identityService, "/ids/astray"), (.identityProvider, "/adfs/astray")] {
            let answer = await sandbox.answer(SandboxRequest(party: party, target: target))
            #expect(answer.refusal == .cookie(.httpOnly))
            #expect(answer.status == 400)
        }
    }
}

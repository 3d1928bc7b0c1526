import FinesseSSO
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import Testing
import WebAgent
import WebAgentCookies
import WebAgentScripting
import WebAgentURL

@Suite("The page that tests single sign-on", .timeLimit(.minutes(5)))
struct DesktopTestPageTests {
    @Test("leaves its outcome in the cookie ssotest", arguments: SandboxDesktopSettings.TestOutcome.allCases)
    func outcome(_ outcome: SandboxDesktopSettings.TestOutcome) async throws {
        var configuration = SandboxConfiguration()
        configuration.desktop.testOutcome = outcome
        try await SignInWorld.with(configuration) { world in
            let agent = world.agent()
            let start = try #require(WebURL("\(world.node)/desktop/sso/test"))
            let login = try await agent.open(start)
            #expect(login.asksForPassword)
            let known = world.credentials("sjefferson")
            #expect(try await agent.fill(.role(.username), with: known.userName) == .filled)
            #expect(try await agent.fill(.role(.password), with: known.password.reveal()) == .filled)
            guard case .page(let page) = try await agent.click(.selector("#submitButton")) else {
                Issue.record("the button was not clicked")
                return
            }
            #expect(page.url.path == "/desktop/sso/test")
            #expect(page.status == (outcome == .passes ? 200 : 401))
            #expect(page.text.contains(outcome == .passes ? "works" : outcome.rawValue))

            let cookie = await agent.cookies.first { String(decoding: $0.name, as: UTF8.self) == "ssotest" }
            let set = try #require(cookie)
            #expect(String(decoding: set.value, as: UTF8.self) == (outcome == .passes ? "true" : "false"))
            #expect(String(decoding: set.path, as: UTF8.self) == "/desktop")
            #expect(set.domain == world.sandbox.origins.host(.finesse))
            await agent.close()
        }
    }
}

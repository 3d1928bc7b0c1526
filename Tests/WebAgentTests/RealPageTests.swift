import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentCookies
import WebAgentScripting
import WebAgentURL

/// Pages through the real page host: markup, scripts and the bytes between.
@Suite("Real pages", .timeLimit(.minutes(5)))
struct RealPageTests {
    private func agent(
        _ routes: [String: HTTPResponse],
        _ change: (inout WebAgentConfiguration) -> Void = { _ in }
    ) -> (agent: WebAgent, transport: ScriptedTransport) {
        let transport = server(routes)
        var configuration = WebAgentConfiguration()
        change(&configuration)
        let agent = WebAgent(
            transport: transport,
            pageHosts: InProcessPageHosts(),
            configuration: configuration,
            suffixes: suffixes,
            environment: ManualWorld().environment
        )
        return (agent, transport)
    }

    private static let autoPost = """
        <!DOCTYPE html><body onload="document.forms[0].submit()">
        <form method="POST" action="https://ids.com/acs?metaAlias=/sp"><input type="hidden" name="SAMLResponse" value="PHNhbWw+">
        <input type="hidden" name="RelayState" value="r s"><noscript><input type="submit"></noscript></form></body>
        """

    private static let login = """
        <!DOCTYPE html><title>Sign in</title><form method="post" id="loginForm" action="/login?client-request-id=1">
        <label for="u">User name</label><input id="u" name="UserName" type="email">
        <label for="p">Password</label><input id="p" name="Password" type="password">
        <input type="hidden" name="AuthMethod" value="FormsAuthentication"><span id="go" onclick="send()">Sign in</span></form>
        <script>function send() { document.cookie = "clicked=1"; document.getElementById("loginForm").submit(); }</script>
        """

    @Test("signs in at a login page and goes on through the page that posts itself")
    func signsIn() async throws {
        let (agent, transport) = agent([
            "GET https://ids.com/start": .redirect(302, to: "https://idp.org/"),
            "GET https://idp.org/": .html(Self.login),
            "POST https://idp.org/login": .html(Self.autoPost), "POST https://ids.com/acs": .redirect(302, to: "/done"),
            "GET https://ids.com/done": .json("{\"token\":1}"),
        ])
        let page = try await agent.open(try url("https://ids.com/start"))
        #expect(page.title == "Sign in")
        #expect(page.asksForPassword)
        #expect(try await agent.fill(.role(.username), with: "anna@idp.org") == .filled)
        #expect(try await agent.fill(.role(.password), with: "p&w") == .filled)
        let done = try await agent.click(.selector("#go")).page
        #expect(done?.body == Array("{\"token\":1}".utf8))
        let bodies = transport.requests.compactMap { request in
            request.body.map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(
            bodies == [
                "UserName=anna%40idp.org&Password=p%26w&AuthMethod=FormsAuthentication",
                "SAMLResponse=PHNhbWw%2B&RelayState=r+s",
            ]
        )
        let acs = transport.requests.dropLast().last
        #expect(acs?.target == "/acs?metaAlias=/sp")
        #expect(acs?.fields.text(named: "Origin") == "https://idp.org")
        #expect(await agent.cookies.map(\.domain) == ["idp.org"])
    }

    @Test("runs timers, meta refreshes and scripts from outside")
    func goesOn() async throws {
        let (agent, transport) = agent([
            "GET https://a.com/1": .html("<script>setTimeout(\"location.href='/2'\", 3000)</script>"),
            "GET https://a.com/2": .html("<meta http-equiv=refresh content='0; url=/3'>"),
            "GET https://a.com/3": .html("<script src=/go.js></script><form action=/4><input name=a value=b></form>"),
            "GET https://a.com/go.js": HTTPResponse(
                status: 200,
                fields: ["Content-Type": "text/javascript"],
                body: Array("addEventListener('load', () => document.forms[0].submit())".utf8)
            ),
            "GET https://a.com/4": .json("{}"),
        ])
        let page = try await agent.open(try url("https://a.com/1"))
        #expect(page.url.href == "https://a.com/4?a=b")
        #expect(transport.requests.map(\.target) == ["/1", "/2", "/3", "/go.js", "/4?a=b"])
    }

    @Test("ends a page that loops for ever, names it, and works again")
    func endsLoops() async throws {
        let (agent, _) = agent([
            "GET https://a.com/": .html("<script>while (true) {}</script>"), "GET https://a.com/2": .html("<p>ok"),
        ]) {
            $0.pageLimits.taskMilliseconds = 100
            $0.pageLimits.scriptMilliseconds = 100
        }
        let page = try await agent.open(try url("https://a.com/"))
        guard case .scriptsEnded = page.stop else {
            Issue.record("not ended: \(page.stop)")
            return
        }
        let next = try await agent.open(try url("https://a.com/2"))
        #expect(next.stop == .rested)
        #expect(next.text.contains("ok"))
    }

    @Test("names what its scripts do not find here, in the recording and on the page")
    func namesMissing() async throws {
        let (agent, _) = agent([
            "GET https://a.com/": .html(
                "<script>navigator.credentials.get({})</script><script>if (!window.WebSocket) x()</script>"
            )
        ])
        let page = try await agent.open(try url("https://a.com/"))
        let recorded = await agent.recording.entries.compactMap { entry in
            if case .missingInterface(let name) = entry { name } else { nil }
        }
        #expect(recorded == ["navigator.credentials", "WebSocket", "x"])
        #expect(page.troubles.prefix(1) == [.missingInterface("navigator.credentials")])
        #expect(page.troubles.contains { if case .failed(_, _, line: 1) = $0 { true } else { false } })
        #expect(page.troubles.count == 5)
    }

    @Test("submits no password form by itself, and names what is missing")
    func refusesEmptyPassword() async throws {
        let (agent, transport) = agent(["GET https://idp.org/": .html(Self.login)])
        _ = try await agent.open(try url("https://idp.org/"))
        #expect(try await agent.submit(.selector("#loginForm")).refusal == .page(.passwordNotFilled))
        #expect(try await agent.fill(.role(.oneTimeCode), with: "1") == .refused(.page(.notFound(.role(.oneTimeCode)))))
        #expect(transport.requests.count == 1)
    }
}

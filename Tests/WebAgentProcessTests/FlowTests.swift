import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentScripting
import WebAgentURL

@Suite("Pages behind the walls", .timeLimit(.minutes(5)))
struct FlowTests {
    private static let login = """
        <!DOCTYPE html><title>Sign in</title><form method=post id=f action=/login><input id=u name=user>
        <input id=p name=pass type=password><span id=go onclick="document.cookie = 'clicked=1'; f.submit()">go</span></form>
        """

    @Test("are signed in at as in this process: fields, clicks, cookies, scripts from outside")
    func signsIn() async throws {
        let hosts = try realHosts()
        let transport = ScriptedTransport { request throws(TransportError) in
            switch request.target {
            case "/": .html(Self.login)
            case "/login": .html("<script src=/s.js></script>")
            case "/s.js": .script("setTimeout(() => { location.href = '/done?' + document.cookie }, 100)")
            default: .html("<title>done</title>")
            }
        }
        let agent = agent(transport, hosts)
        #expect(try await agent.open(try url("https://a.com/")).asksForPassword)
        #expect(try await agent.fill(.role(.username), with: "anna") == .filled)
        #expect(try await agent.fill(.role(.password), with: "p&w") == .filled)
        guard case .page(let page) = try await agent.click(.selector("#go")) else {
            Issue.record("not clicked")
            return
        }
        #expect(page.url.href == "https://a.com/done?clicked=1")
        let body = transport.requests.first { $0.target == "/login" }?.body
        #expect(body.map { String(decoding: $0, as: UTF8.self) } == "user=anna&pass=p%26w")
        await agent.close()
        await hosts.close()
    }

    @Test(
        "are read in every encoding, and their engine finds all it needs",
        arguments: [
            ("shift_jis", [0x82, 0xA0] as [UInt8], "あ"), ("koi8-r", [0xC1], "а"),
            ("gb18030", [0xB0, 0xA1], "啊"),
            ("euc-kr", [0xB0, 0xA1], "가"), ("big5", [0xA4, 0x40], "一"), ("windows-1251", [0xE6], "ж"),
        ]
    )
    func encodings(label: String, bytes: [UInt8], text: String) async throws {
        let body = Array("<meta charset=\(label)><title>".utf8) + bytes + Array("</title>".utf8)
        let script = """
            JSON.stringify([document.title, crypto.getRandomValues(new Uint8Array(4)).length,
            new Date(0).getTime(), new Intl.NumberFormat('de').format(1234.5), 'ß'.localeCompare('st', 'de') !== 0,
            new Date(0).toLocaleDateString('ja').length > 4])
            """
        var values: [EvaluationOutcome] = []
        let hosts = try realHosts()
        for provider in [hosts, InProcessPageHosts()] as [any PageHostProvider] {
            let response = HTTPResponse(status: 200, fields: ["Content-Type": "text/html"], body: body)
            let agent = agent(server(["https://a.com/": response]), provider)
            #expect(try await agent.open(try url("https://a.com/")).title == text)
            values.append(try await agent.evaluate(script))
            await agent.close()
        }
        #expect(values.first == values.last)
        await hosts.close()
    }
}

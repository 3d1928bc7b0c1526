import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentURL

/// Waiting on pages of the real page host, in a world whose time passes when somebody sleeps.
@Suite("Waiting for an expression", .timeLimit(.minutes(5)))
struct WaitTests {
    private let world = ManualWorld()

    private func agent(
        _ routes: [String: HTTPResponse],
        deadline: Duration = .seconds(60)
    ) -> (agent: WebAgent, transport: ScriptedTransport) {
        let transport = server(routes)
        var configuration = WebAgentConfiguration()
        configuration.deadline = deadline
        let agent = WebAgent(
            transport: transport,
            pageHosts: InProcessPageHosts(),
            configuration: configuration,
            suffixes: suffixes,
            environment: world.environment
        )
        return (agent, transport)
    }

    @Test("takes as long as the page's timers say, also longer than the usual deadline")
    func takesRealTime() async throws {
        let page = "<script>window.ticks = 0; setInterval(() => window.ticks++, 10000)</script>"
        let (agent, _) = agent(["GET https://a.com/": .html(page)], deadline: .seconds(15))
        _ = try await agent.open(try url("https://a.com/"))
        let start = world.environment.uptime()
        #expect(try await agent.wait(until: "ticks >= 3", within: .seconds(100)) == .fulfilled)
        #expect(world.environment.uptime() - start == .seconds(30))
        // No more of the timer ran than time has passed.
        #expect(try await agent.value(of: "ticks") == .value("3"))
    }

    @Test("ends with the time that was given, and tells what the expression last ended in")
    func timesOut() async throws {
        let (agent, _) = agent(["GET https://a.com/": .html()])
        _ = try await agent.open(try url("https://a.com/"))
        #expect(try await agent.wait(until: "false", within: .seconds(2)) == .timedOut(lastFailure: nil))
        #expect(world.environment.uptime() == .seconds(2))
        let outcome = try await agent.wait(until: "nowhere.at.all", within: .seconds(1))
        #expect(outcome == .timedOut(lastFailure: "ReferenceError: Can't find variable: nowhere"))
    }

    @Test("asks again an expression that fails, since what it is about may come")
    func failsFirst() async throws {
        let page =
            "<script>setTimeout(() => document.body.append(Object.assign(document.createElement('p'), {id: 'late'})), 9000)</script>"
        let (agent, _) = agent(["GET https://a.com/": .html(page)])
        _ = try await agent.open(try url("https://a.com/"))
        let expression = "document.getElementById('late').localName === 'p'"
        #expect(try await agent.wait(until: expression, within: .seconds(20)) == .fulfilled)
    }

    @Test("does not begin with an expression that cannot be parsed")
    func unparsable() async throws {
        let (agent, _) = agent(["GET https://a.com/": .html()])
        _ = try await agent.open(try url("https://a.com/"))
        guard case .failed(let message) = try await agent.wait(until: "1 +", within: .seconds(9)) else {
            Issue.record("it was asked")
            return
        }
        #expect(message.hasPrefix("SyntaxError"))
        #expect(world.environment.uptime() == .zero)
    }

    @Test("follows a page that goes on, and asks the next one")
    func followsPages() async throws {
        let (agent, transport) = agent([
            "GET https://a.com/": .html("<script>setTimeout(() => location.href = '/2', 7000)</script>"),
            "GET https://a.com/2": .html("<title>second</title><script>window.there = true</script>"),
        ])
        _ = try await agent.open(try url("https://a.com/"))
        #expect(try await agent.wait(until: "window.there", within: .seconds(20)) == .fulfilled)
        #expect(transport.requests.map(\.target) == ["/", "/2"])
        #expect(try await agent.look()?.title == "second")
    }

    @Test("is no endless loop of pages where time passes between them")
    func reloadsWithTime() async throws {
        let page = "<script>setTimeout(() => location.reload(), 5000)</script>"
        let (agent, transport) = agent(["GET https://a.com/": .html(page)])
        _ = try await agent.open(try url("https://a.com/"))
        #expect(try await agent.wait(until: "false", within: .seconds(200)) == .timedOut(lastFailure: nil))
        #expect(transport.requests.count == 41)
    }

    @Test("needs a page with scripts")
    func needsPage() async throws {
        let (agent, _) = agent(["GET https://a.com/": .json("{}")])
        #expect(try await agent.wait(until: "true", within: .seconds(1)) == .refused(.noPage))
        #expect(try await agent.look() == nil)
        _ = try await agent.open(try url("https://a.com/"))
        #expect(try await agent.wait(until: "true", within: .seconds(1)) == .refused(.noPage))
        #expect(try await agent.value(of: "1") == .refused(.noPage))
    }
}

@Suite("The value of an expression", .timeLimit(.minutes(5)))
struct ExpressionTests {
    private func agent() async throws -> WebAgent {
        let routes = [
            "GET https://a.com/": HTTPResponse.html("<title>One</title>"), "GET https://a.com/2": .json("{}"),
        ]
        let agent = WebAgent(
            transport: server(routes),
            pageHosts: InProcessPageHosts(),
            suffixes: suffixes,
            environment: ManualWorld().environment
        )
        _ = try await agent.open(try url("https://a.com/"))
        return agent
    }

    @Test(
        "comes as JSON, whatever stands in the text",
        arguments: [
            ("1.50", "1.5"), ("({a: [1, null, 'x\"y']})", "{\"a\":[1,null,\"x\\\"y\"]}"), ("'\\u2028'", "\"\u{2028}\""),
            ("/* \\ \" ' ` ${1} */ 2\n// two", "2"), ("var t = 1; t + 1", "2"), ("'t'", "\"t\""), ("'e'", "\"e\""),
            ("document.title", "\"One\""),
        ]
    )
    func values(expression: String, json: String) async throws {
        #expect(try await agent().value(of: expression) == .value(json))
    }

    @Test("is none where JSON has none", arguments: ["undefined", "(() => 1)", "void 0"])
    func none(expression: String) async throws {
        #expect(try await agent().value(of: expression) == .value(nil))
    }

    @Test(
        "is the error's message where it fails",
        arguments: [
            ("throw new Error('no')", "Error: no"), ("missing", "ReferenceError: Can't find variable: missing"),
            ("throw 'text'", "text"),
        ]
    )
    func failures(expression: String, message: String) async throws {
        #expect(try await agent().value(of: expression) == .failed(message))
    }

    @Test("may lead to another page, which a look follows")
    func leadsOn() async throws {
        let agent = try await agent()
        #expect(try await agent.value(of: "location.href = '/2'") == .value("\"/2\""))
        #expect(try await agent.look()?.url.href == "https://a.com/2")
    }
}

import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentScripting

/// A host that does not do what a host does, and what the agent says of it.
struct BrokenHost: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var script: String
    var reason: String
    var deadline = Duration.seconds(20)

    /// Reads until its parent is gone.
    private static let hang = "while read line; do :; done"

    static let all: [BrokenHost] = [
        BrokenHost(testDescription: "crashes in the middle", script: "kill -SEGV $$", reason: "crashed by signal 11"),
        BrokenHost(testDescription: "leaves in the middle", script: "exit 3", reason: "left with status 3"),
        BrokenHost(
            testDescription: "answers garbage",
            script: PretendedHost.sending([6, 0, 0, 0] + Array("garble".utf8)) + "; \(hang)",
            reason: "has version 103"
        ),
        BrokenHost(
            testDescription: "answers with an order",
            script: PretendedHost.sending((try? PageFrame.encode(PageOrder.close)) ?? []) + "; \(hang)",
            reason: "kind 1 was not expected"
        ),
        BrokenHost(
            testDescription: "leaves after half a message",
            script: PretendedHost.sending([255, 0, 0, 0, 1, 3, 2]) + "; exit 0",
            reason: "in the middle of a message"
        ),
        BrokenHost(
            testDescription: "stops after half a message",
            script: PretendedHost.sending([255, 0, 0, 0, 1, 3, 2]) + "; \(hang)",
            reason: "let nothing be heard",
            deadline: .seconds(1)
        ),
        BrokenHost(
            testDescription: "announces two gigabytes",
            script: PretendedHost.sending([0, 0, 0, 128, 1, 3]) + "; \(hang)",
            reason: "2147483648 bytes"
        ),
    ]
}

@Suite("Broken page hosts", .timeLimit(.minutes(5)))
struct BrokenHostTests {
    @Test(
        "end with an error that names the page and what was wrong, and leave nothing behind",
        arguments: BrokenHost.all
    )
    func ends(broken: BrokenHost) async throws {
        let host = try PretendedHost(broken.script)
        let hosts = ProcessPageHosts(program: host.program)
        let transport = server(["https://a.com/": .html(goodPage), "https://a.com/data": HTTPResponse(status: 200)])
        let agent = agent(transport, hosts, deadline: broken.deadline)
        let address = try url("https://a.com/")
        let error = try await #require(throws: WebAgentError.self) { try await agent.open(address) }
        guard case .pageHost(_, let named) = error else {
            Issue.record("ended otherwise: \(error)")
            return
        }
        #expect(named.description == "https://a.com/")
        #expect(error.description.contains(broken.reason), "\(error)")
        #expect(hosts.processes == [])
        #expect(try await agent.open(try url("https://a.com/data")).status == 200)
    }

    @Test(
        "are not taken when they do not greet, or greet without the walls",
        arguments: [
            ([], "exit 7", "left with status 7"), ([], "while read line; do :; done", "not ready within 0.5 s"),
            ([4, 0, 0, 0, 9, 9, 9, 9], "read line", "no page host of this version"),
            (PageHostGreeting(walls: [.memory]).frame, "read line", "without these walls: processor time"),
        ]
    )
    func notStarted(greeting: [UInt8], script: String, reason: String) async throws {
        let host = try PretendedHost(greeting: greeting, script)
        var settings = ProcessPageHostSettings()
        settings.startBound = .milliseconds(500)
        settings.maximumHosts = 1
        let hosts = ProcessPageHosts(program: host.program, settings: settings)
        // Twice: the turn is given back each time.
        for _ in 0..<2 {
            let error = await #expect(throws: PageHostFailure.self) { _ = try await hosts.pageHost() }
            guard case .notStarted(let found) = error else {
                Issue.record("failed otherwise: \(String(describing: error))")
                return
            }
            #expect(found.contains(reason), "\(found)")
        }
        #expect(hosts.processes == [])
    }

    @Test("that send wishes for ever end with the call's deadline")
    func endlessWishes() async throws {
        let wish = try PageFrame.encode(PageMessage.wish(.console(.log, "x")))
        // Many at once, so that there is always one more than the agent has taken.
        let wishes = PretendedHost.sending((0..<500).flatMap { _ in wish })
        let host = try PretendedHost("while \(wishes); do :; done")
        let hosts = ProcessPageHosts(program: host.program)
        var configuration = WebAgentConfiguration()
        configuration.deadline = .seconds(2)
        let agent = WebAgent(
            transport: server(["https://a.com/": .html(goodPage)]),
            pageHosts: hosts,
            configuration: configuration
        )
        let address = try url("https://a.com/")
        let error = try await #require(throws: WebAgentError.self) { try await agent.open(address) }
        #expect(error.description.contains("https://a.com/"))
        await agent.close()
        #expect(hosts.processes == [])
    }

    @Test("that are over their processor time end by themselves, and the error says so")
    func processorTime() async throws {
        let hosts = try realHosts { $0.processorSeconds = 1 }
        let page = "<script>function f() { return Promise.resolve().then(f) } f()</script>"
        let agent = agent(server(["https://a.com/": .html(page)]), hosts, deadline: .seconds(100))
        let address = try url("https://a.com/")
        let error = try await #require(throws: WebAgentError.self) { try await agent.open(address) }
        #expect(error.description.contains("used up its processor time"))
        await hosts.close()
    }

    @Test("that are killed while a page runs end that page alone")
    func killedInTheMiddle() async throws {
        let hosts = try realHosts()
        let transport = ScriptedTransport { request throws(TransportError) in
            if request.target == "/good" { return .html(goodPage) }
            if request.target == "/" { return .html("<script src=/s.js></script>") }
            for process in hosts.processes { killProcess(process) }
            return .script("1")
        }
        let agent = agent(transport, hosts)
        let address = try url("https://a.com/")
        let error = try await #require(throws: WebAgentError.self) { try await agent.open(address) }
        guard case .pageHost(.died(let reason), _) = error else {
            Issue.record("ended otherwise: \(error)")
            return
        }
        #expect(reason == "it was killed")
        #expect(try await agent.open(try url("https://a.com/good")).title == "Good page")
        await agent.close()
        await hosts.close()
    }
}

import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentScripting
import WebAgentURL

/// A page that means harm, and how it may end.
struct HostilePage: CustomTestStringConvertible, Sendable {
    enum End: Sendable {
        /// Its own bounds or the engine end its scripts, and the page is there.
        case shown

        /// Its host is killed for its time.
        case killed

        /// Its host is killed, or dies, or the engine refuses: whichever comes first.
        case any
    }

    var testDescription: String
    var markup: @Sendable () -> String
    var end: End

    init(_ name: String, _ end: End, _ markup: @escaping @Sendable @autoclosure () -> String) {
        testDescription = name
        self.end = end
        self.markup = markup
    }

    static func script(_ name: String, _ end: End, _ script: String) -> HostilePage {
        HostilePage(name, end, "<!DOCTYPE html><script>\(script)</script>")
    }

    static let all: [HostilePage] = [
        script("a loop without end", .shown, "while (true) {}"),
        script("microtasks without end", .killed, "function f() { return Promise.resolve().then(f) } f()"),
        script("a regular expression that explodes", .any, "/^(a|a|aa|b?a)*$/.test('a'.repeat(60) + '!')"),
        script("an array that grows", .any, "const a = []; for (;;) a.push(new Array(1e6).fill(a.length))"),
        script("a text that doubles", .any, "let s = 'x'; const k = []; for (;;) { s += s; k.push([...s]) }"),
        script(
            "typed arrays",
            .any,
            "const k = []; for (;;) { const b = new Uint8Array(1 << 26); b.fill(1); k.push(b) }"
        ),
        script("recursion", .shown, "function f(n) { return f(n + 1) + 1 } f(0)"),
        HostilePage("a million nested elements", .any, String(repeating: "<div>", count: 1_000_000)),
        HostilePage(
            "an element with a hundred thousand attributes",
            .any,
            "<p " + (0..<100_000).map { "a\($0)=1" }.joined(separator: " ") + ">x</p>"
        ),
        HostilePage("fifty megabytes of text", .any, "<p>" + String(repeating: "word ", count: 10 << 20)),
        script("timers that arm themselves", .any, "(function f() { setTimeout(f, 0); setTimeout(f, 0) })()"),
        script(
            "a document that writes itself",
            .any,
            "function w() { document.write('<script>w()<' + '/script>') } w()"
        ),
        HostilePage(
            "a frame with a loop without end",
            .shown,
            "<iframe srcdoc='<script>while (true) {}</script>'></iframe>"
        ),
        HostilePage(
            "a frame with microtasks without end",
            .killed,
            "<iframe srcdoc='<script>function f() { return Promise.resolve().then(f) } f()</script>'></iframe>"
        ),
        script(
            "ten thousand frames",
            .shown,
            "for (let i = 0; i < 1e4; i++) document.documentElement.append(document.createElement('iframe'))"
        ),
        HostilePage("ten thousand frames of markup", .shown, String(repeating: "<iframe></iframe>", count: 10_000)),
        script(
            "frames in frames without end",
            .shown,
            "for (let w = window; ;) { const f = w.document.createElement('iframe'); w.document.documentElement.append(f); w = f.contentWindow }"
        ),
        HostilePage(
            "a frame that writes itself into itself",
            .shown,
            "<iframe srcdoc='<script>const f = document.createElement(`iframe`); f.srcdoc = frameElement.srcdoc; document.body.append(f)</script>'></iframe>"
        ),
        script(
            "frames that are made and go, and each holds a window",
            .any,
            "const k = []; for (;;) { const f = document.createElement('iframe'); document.documentElement.append(f); k.push(f.contentWindow.document); f.remove() }"
        ),
        script(
            "messages that answer each other without end",
            .shown,
            "onmessage = event => frames[0].postMessage(1, '*'); document.documentElement.innerHTML = '<iframe></iframe>';"
                + "frames[0].eval('onmessage = () => parent.postMessage(2, `*`)'); frames[0].postMessage(0, '*')"
        ),
    ]
}

@Suite("Hostile pages, in hosts of their own", .timeLimit(.minutes(5)), .serialized)
struct HostilePageTests {
    private static let bound = Duration.seconds(3)

    /// What is to be ended by its own bounds, in processor time, gets all the time it wants.
    private func hostileAgent(
        _ transport: any HTTPTransport,
        _ hosts: ProcessPageHosts,
        _ end: HostilePage.End = .shown
    ) -> WebAgent {
        agent(transport, hosts, deadline: end == .shown ? .seconds(100) : Self.bound) {
            $0.maximumBodyLength = 64 << 20
            $0.pageLimits.taskMilliseconds = 500
            $0.pageLimits.scriptMilliseconds = 1_000
        }
    }

    @Test("end within the bound, are named, and leave the agent usable", arguments: HostilePage.all)
    func ends(hostile: HostilePage) async throws {
        let hosts = try realHosts()
        let agent = hostileAgent(
            server(["https://hostile.com/": .html(hostile.markup()), "https://good.com/": .html(goodPage)]),
            hosts,
            hostile.end
        )
        try await hosts.prepare()
        let address = try url("https://hostile.com/")
        var failure: WebAgentError?
        let start = ContinuousClock.now
        do throws(WebAgentError) {
            let page = try await agent.open(address)
            #expect(page.url == address)
        } catch {
            failure = error
            #expect(error.description.contains("https://hostile.com/"))
        }
        // The bound holds for each message of the host; a page of this kind has few.
        if failure != nil { #expect(ContinuousClock.now - start < Self.bound * 5) }

        switch (hostile.end, failure) {
        case (.any, .pageHost), (.any, .deadlineExceeded), (.any, nil), (.shown, nil): break
        case (.killed, .pageHost(.timeLimit, _)): break
        default: Issue.record("ended otherwise: \(failure.map { "\($0)" } ?? "it was shown")")
        }
        let good = try await agent.open(try url("https://good.com/"))
        #expect(good.title == "Good page")
        await agent.close()
        await hosts.close()
        #expect(hosts.processes == [])
    }

    @Test(
        "that fill the memory of their host end the host, and the error says so",
        .disabled(if: isUnderSanitizer, "a sanitizer ends the host itself when there is no memory for it")
    )
    func memoryBomb() async throws {
        let hosts = try realHosts { $0.memory = 64 << 20 }
        let bomb = "<script>let k = null; for (;;) k = { k }</script>"
        let agent = agent(server(["https://hostile.com/": .html(bomb)]), hosts, deadline: .seconds(10))
        let address = try url("https://hostile.com/")
        let error = try await #require(throws: WebAgentError.self) { try await agent.open(address) }
        guard case .pageHost(.died(let reason), _) = error else {
            Issue.record("ended otherwise: \(error)")
            return
        }
        #expect(reason.contains("memory") || reason.contains("signal"))
        await hosts.close()
    }

    @Test("that go from page to page for ever are stopped, each address named")
    func redirectsForEver() async throws {
        let hosts = try realHosts()
        let page = "<script>location.href = '/' + Math.random()</script>"
        let agent = hostileAgent(ScriptedTransport { _ throws(TransportError) in .html(page) }, hosts)
        let address = try url("https://hostile.com/")
        let error = try await #require(throws: WebAgentError.self) { try await agent.open(address) }
        guard case .tooManyNavigations(let limit, let chain) = error else {
            Issue.record("ended otherwise: \(error)")
            return
        }
        #expect(limit == 20)
        #expect(chain.last?.host == "hostile.com")
        await hosts.close()
    }
}

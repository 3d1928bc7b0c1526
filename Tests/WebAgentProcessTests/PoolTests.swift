import Foundation
import HTTPTransport
import HTTPTransportTesting
import Synchronization
import Testing
import WebAgent
import WebAgentScripting

@Suite("The pool of page hosts", .timeLimit(.minutes(5)))
struct PoolTests {
    private static let routes: [String: HTTPResponse] = ["https://a.com/": .html(goodPage)]

    @Test("keeps one host warm for the next agent")
    func reuses() async throws {
        let hosts = try realHosts()
        var seen: Set<Int32> = []
        for _ in 0..<3 {
            let agent = agent(server(Self.routes), hosts)
            #expect(try await agent.open(try url("https://a.com/")).title == "Good page")
            seen.formUnion(hosts.processes)
            await agent.close()
        }
        #expect(seen.count == 1)
        #expect(hosts.processes.count == 1)
        await hosts.close()
        #expect(hosts.processes == [])
        for process in seen { #expect(!isThere(process)) }
    }

    @Test("leaves the next agent nothing of the one before in a host that both had: no script, cookie, storage or name")
    func leavesNothing() async throws {
        let hosts = try realHosts()
        let first = agent(server(Self.routes), hosts)
        _ = try await first.open(try url("https://a.com/"))
        let left = """
            globalThis.left = 1; Array.prototype.left = 1; Object.prototype.left = 1; window.name = 'left';
            document.cookie = 'left=1'; localStorage.left = 1; sessionStorage.left = 1; document.left = 1;
            history.pushState(null, '', '/left'); setTimeout(() => { document.title = 'left' }, 1); 'done'
            """
        #expect(try await first.evaluate(left) == .value(#""done""#))
        let process = hosts.processes
        await first.close()

        let second = agent(server(Self.routes), hosts)
        #expect(try await second.open(try url("https://a.com/")).title == "Good page")
        #expect(hosts.processes == process)
        let seen = """
            [typeof left, [].left, ({}).left, window.name, document.cookie, localStorage.length, sessionStorage.length,
            document.left, location.pathname, history.length, document.title].map(String).join()
            """
        let nothing = #""undefined,undefined,undefined,,,0,0,undefined,/,1,Good page""#
        #expect(try await second.evaluate(seen) == .value(nothing))
        await second.close()
        await hosts.close()
    }

    @Test("gives every agent a process that nobody has used, where the settings ask for it")
    func freshProcesses() async throws {
        let hosts = try realHosts { $0.reusesHosts = false }
        try await hosts.prepare()
        var seen: Set<Int32> = []
        for _ in 0..<3 {
            let agent = agent(server(Self.routes), hosts)
            let link = try await hosts.pageHost()
            await link.close()
            #expect(try await agent.open(try url("https://a.com/")).title == "Good page")
            seen.formUnion(hosts.processes)
            await agent.close()
        }
        #expect(seen.count >= 3)
        await hosts.close()
    }

    @Test("hands a host on to one who waits, also where it would be one too many for nobody")
    func handsOn() async throws {
        let hosts = try realHosts { $0.maximumHosts = 2 }
        let holders = [try await hosts.pageHost(), try await hosts.pageHost()]
        let before = Set(hosts.processes)
        let waiting = (0..<2).map { _ in Task { try await hosts.pageHost() } }
        while hosts.waitingAgents < 2 { await Task.yield() }
        for holder in holders { await holder.close() }
        for task in waiting { await (try await task.value).close() }
        #expect(Set(hosts.processes).isSubset(of: before))
        await hosts.close()
    }

    @Test("keeps no more hosts warm than it was told")
    func keepsOne() async throws {
        let hosts = try realHosts { $0.warmHosts = 0 }
        let agent = agent(server(Self.routes), hosts)
        _ = try await agent.open(try url("https://a.com/"))
        let process = try #require(hosts.processes.first)
        await agent.close()
        while !hosts.processes.isEmpty { await Task.yield() }
        #expect(!isThere(process))
    }

    @Test("gives an agent a fresh host after a number of pages, without the agent noticing")
    func recycles() async throws {
        let hosts = try realHosts { $0.pagesPerHost = 2 }
        let agent = agent(server(Self.routes), hosts)
        var seen: [Int32] = []
        for _ in 0..<4 {
            #expect(try await agent.open(try url("https://a.com/")).title == "Good page")
            seen += hosts.processes
        }
        #expect(seen.count == 4)
        #expect(seen.first == seen.dropFirst().first)
        #expect(Set(seen).count == 2)
        await agent.close()
        await hosts.close()
    }

    @Test("lets agents wait their turn, and serves them all")
    func waits() async throws {
        let hosts = try realHosts { $0.maximumHosts = 1 }
        let first = agent(server(Self.routes), hosts)
        _ = try await first.open(try url("https://a.com/"))
        let second = agent(server(Self.routes), hosts)
        let opening = Task { try await second.open(try url("https://a.com/")).title }
        while hosts.waitingAgents == 0 { await Task.yield() }
        #expect(hosts.processes.count == 1)
        await first.close()
        #expect(try await opening.value == "Good page")
        await second.close()
        await hosts.close()
    }

    @Test("tells an agent whose turn does not come, or that is cancelled")
    func givesUp() async throws {
        let hosts = try realHosts {
            $0.maximumHosts = 1
            $0.turnBound = .milliseconds(50)
        }
        let holder = try await hosts.pageHost()
        let error = await #expect(throws: PageHostFailure.self) { _ = try await hosts.pageHost() }
        #expect(error?.description.contains("all 1 hosts were taken") == true)

        let cancelled = Task { _ = try await hosts.pageHost() }
        cancelled.cancel()
        await #expect(throws: PageHostFailure.self) { try await cancelled.value }
        #expect(hosts.waitingAgents == 0)
        await holder.close()
        await (try hosts.pageHost()).close()
        await hosts.close()
    }

    @Test("refuses agents once it is closed, those that wait as well")
    func closed() async throws {
        let hosts = try realHosts { $0.maximumHosts = 1 }
        let holder = try await hosts.pageHost()
        let waiting = Task { _ = try await hosts.pageHost() }
        while hosts.waitingAgents == 0 { await Task.yield() }
        await hosts.close()
        await #expect(throws: PageHostFailure.self) { try await waiting.value }
        await #expect(throws: PageHostFailure.self) { try await holder.send([]) }
        await #expect(throws: PageHostFailure.self) { _ = try await hosts.pageHost() }
        #expect(hosts.processes == [])
    }

    @Test("never lets the end of one host end the page of another")
    func isolates() async throws {
        let hosts = try realHosts()
        let bad = agent(
            server(["https://bad.com/": .html("<script>function f() { return Promise.resolve().then(f) } f()</script>")]
            ),
            hosts,
            deadline: .seconds(1)
        )
        let badAddress = try url("https://bad.com/")
        let ended = Mutex<WebAgentError?>(nil)
        // The good page is in the middle, waiting for its script, while the other's host is killed.
        let good = agent(
            ScriptedTransport { request throws(TransportError) in
                if request.target == "/" { return .html("<title>a</title><script src=/s.js></script>") }
                do throws(WebAgentError) {
                    _ = try await bad.open(badAddress)
                } catch {
                    ended.withLock { $0 = error }
                }
                return .script("document.title += 'b'")
            },
            hosts
        )
        #expect(try await good.open(try url("https://a.com/")).title == "ab")
        guard case .pageHost(.timeLimit, _) = ended.withLock({ $0 }) else {
            Issue.record("the other ended otherwise")
            return
        }
        await good.close()
        await hosts.close()
    }

    @Test("leaves no child when an agent is cancelled in the middle of a page")
    func cancelled() async throws {
        let hosts = try realHosts()
        let (begun, begin) = AsyncStream.makeStream(of: Int32.self)
        let agent = agent(
            ScriptedTransport { request throws(TransportError) in
                if request.target == "/" { return .html("<script src=/s.js></script>") }
                for process in hosts.processes { begin.yield(process) }
                return .script("function f() { return Promise.resolve().then(f) } f()")
            },
            hosts
        )
        let address = try url("https://a.com/")
        let opening = Task { _ = try await agent.open(address) }
        var process: Int32?
        for await number in begun {
            process = number
            break
        }
        opening.cancel()
        await #expect(throws: WebAgentError.cancelled) { try await opening.value }
        #expect(hosts.processes == [])
        #expect(!isThere(try #require(process)))
    }

    @Test("leaves no child when an agent goes away without being closed, and gives its turn on")
    func dropped() async throws {
        let hosts = try realHosts { $0.maximumHosts = 1 }
        do {
            let agent = agent(server(Self.routes), hosts)
            _ = try await agent.open(try url("https://a.com/"))
        }
        while !hosts.processes.isEmpty { await Task.yield() }
        await (try hosts.pageHost()).close()
        await hosts.close()
    }

    @Test("leaves no child when it goes away itself")
    func poolGoesAway() async throws {
        var process: Int32?
        do {
            let hosts = try realHosts()
            try await hosts.prepare()
            process = hosts.processes.first
        }
        let number = try #require(process)
        while isThere(number) { await Task.yield() }
    }

    #if os(Linux)
    @Test("leaves no descriptor and no process behind after a hundred pages")
    func hundredPages() async {
        await #expect(processExitsWith: .success) {
            func descriptors() throws -> Int {
                try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            }
            let hosts = try realHosts { $0.pagesPerHost = 4 }
            let transport = server(["https://a.com/": .html(goodPage)])
            var before = 0
            for index in 0..<101 {
                let agent = agent(transport, hosts)
                let page = try await agent.open(try url("https://a.com/"))
                precondition(page.title == "Good page")
                await agent.close()
                if index == 0 { before = try descriptors() }
            }
            await hosts.close()
            precondition(hosts.processes.isEmpty)
            // The process opens some for itself, once; each of the 25 hosts had three.
            let after = try descriptors()
            precondition(after < before + 10, "\(before) became \(after)")
        }
    }

    @Test("has its hosts end with the process, however it ends")
    func endsWithProcess() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardOutputContent]) {
            let hosts = try realHosts()
            try await hosts.prepare()
            print("host \(hosts.processes.first ?? 0) is there\n")
            fatalError("on purpose")
        }
        let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
        let words = output.split(whereSeparator: \.isWhitespace)
        let at = try #require(words.firstIndex(of: "host"))
        let number = try #require(Int32(words[at + 1]))
        #expect(number > 1)
        while isThere(number) { await Task.yield() }
    }
    #endif
}

import Foundation
import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentScripting

@Suite("The host that waits for the next agent", .timeLimit(.minutes(5)))
struct SpareTests {
    private static let routes: [String: HTTPResponse] = ["https://a.com/": .html(goodPage)]

    @Test("is the one whose start is under way, so that an agent never starts a second")
    func underWay() async throws {
        let hosts = try realHosts()
        let preparing = Task { try await hosts.prepare() }
        while !hosts.isStartingSpare { await Task.yield() }
        let agent = agent(server(Self.routes), hosts)
        #expect(try await agent.open(try url("https://a.com/")).title == "Good page")
        try await preparing.value
        #expect(hosts.processes.count == 1)
        await agent.close()
        await hosts.close()
        #expect(hosts.processes == [])
    }

    @Test("is started again when it crashes while it waits")
    func crashesWhileWaiting() async throws {
        let hosts = try realHosts()
        try await hosts.prepare()
        let first = try #require(hosts.processes.first)
        killProcess(first)
        while hosts.processes.isEmpty || hosts.processes.contains(first) { await Task.yield() }
        let agent = agent(server(Self.routes), hosts)
        #expect(try await agent.open(try url("https://a.com/")).title == "Good page")
        await agent.close()
        await hosts.close()
    }

    @Test("is started when a host in use crashes, before the next agent comes")
    func crashesInUse() async throws {
        let hosts = try realHosts()
        try await hosts.prepare()
        let agent = agent(server(Self.routes), hosts)
        _ = try await agent.open(try url("https://a.com/"))
        let first = try #require(hosts.processes.first)
        killProcess(first)
        while hosts.processes.isEmpty || hosts.processes.contains(first) { await Task.yield() }
        await agent.close()
        await hosts.close()
        #expect(hosts.processes == [])
    }

    @Test("is not started for ever when it always crashes")
    func alwaysCrashes() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "starts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Each start leaves a file behind.
        let host = try PretendedHost(greeting: [], ": > \(folder.path)/$$; exit 1")
        let hosts = ProcessPageHosts(program: host.program)
        await #expect(throws: PageHostFailure.self) { try await hosts.prepare() }
        while hosts.replacementsLeft > 0 || !hosts.processes.isEmpty || hosts.isStartingSpare { await Task.yield() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 4)
        await #expect(throws: PageHostFailure.self) { _ = try await hosts.pageHost() }
        await hosts.close()
    }

    @Test("is not waited for by one who is cancelled")
    func cancelled() async throws {
        let host = try PretendedHost(greeting: [], "read line")
        let hosts = ProcessPageHosts(program: host.program)
        let preparing = Task { try await hosts.prepare() }
        while !hosts.isStartingSpare { await Task.yield() }
        let waiting = Task { _ = try await hosts.pageHost() }
        while hosts.isStartingSpare { await Task.yield() }
        waiting.cancel()
        await #expect(throws: PageHostFailure.self) { try await waiting.value }
        await #expect(throws: PageHostFailure.self) { try await preparing.value }
        await hosts.close()
        #expect(hosts.processes == [])
    }
}

import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

@Suite("libcurl transport, cancellation", .timeLimit(.minutes(5)))
struct CancellationTests {
    @Test("ends a transfer that waits, and closes its connection")
    func running() async throws {
        try await Bench.run(answers: .script { _, _ in [.hang] }) { bench in
            let transport = try bench.transport()
            let task = Task { await failure(of: transport, bench.request()) }
            await bench.server.log.wait { $0.contains { if case .request = $0 { true } else { false } } }
            task.cancel()
            #expect(await task.value == .cancelled(bench.origin))
            await bench.server.log.wait { $0.contains(.closed(connection: 1)) }
        }
    }

    @Test("does not begin what was cancelled before")
    func before() async throws {
        try await Bench.run { bench in
            let transport = try bench.transport()
            let error = await withTaskGroup(of: TransportError?.self) { group in
                group.cancelAll()
                group.addTask { await failure(of: transport, bench.request()) }
                return await group.next().flatMap(\.self)
            }
            #expect(error == .cancelled(bench.origin))
            #expect(bench.server.requests.isEmpty)
        }
    }

    @Test("leaves the other exchanges alone")
    func others() async throws {
        let script: LoopbackServer.Script = { request, _ in
            request.target == "/wait" ? [.hang] : [.response(text: "on")]
        }
        try await Bench.run(answers: .script(script)) { bench in
            let transport = try bench.transport()
            let tasks = (0..<10).map { _ in Task { await failure(of: transport, bench.request("GET", "/wait")) } }
            let answer = try await transport.perform(bench.request())
            #expect(answer.body == Array("on".utf8))
            for task in tasks { task.cancel() }
            for task in tasks { #expect(await task.value == .cancelled(bench.origin)) }
            #expect(try await transport.perform(bench.request()).status == 200)
        }
    }
}

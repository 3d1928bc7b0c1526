import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

@Suite("libcurl transport, connections", .timeLimit(.minutes(5)))
struct ConnectionTests {
    @Test("keeps a connection for the next exchange", arguments: [HTTPOrigin.Scheme.http, .https])
    func reuses(scheme: HTTPOrigin.Scheme) async throws {
        var setup = Bench.Setup()
        setup.scheme = scheme
        try await Bench.run(setup) { bench in
            let transport = try bench.transport()
            let first = try await transport.perform(bench.request())
            let second = try await transport.perform(bench.request())
            #expect(!first.connection.isReused && second.connection.isReused)
            #expect(bench.server.connectionCount == 1)
            #expect(second.connection.remoteAddress == "127.0.0.1")
            #expect(second.connection.remotePort == bench.server.port)
        }
    }

    @Test("keeps as many connections as exchanges are on their way, round after round")
    func keepsMany() async throws {
        try await Bench.run { bench in
            let transport = try bench.transport()
            for _ in 0..<4 {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<96 {
                        group.addTask { _ = try await transport.perform(bench.request()) }
                    }
                    try await group.waitForAll()
                }
            }
            #expect(bench.server.connectionCount <= 96)
        }
    }

    @Test("opens a new connection when the kept one has died")
    func reconnects() async throws {
        try await Bench.run(answers: .script { _, _ in [.response(), .close] }) { bench in
            let transport = try bench.transport()
            _ = try await transport.perform(bench.request())
            await bench.server.log.wait { $0.contains(.closed(connection: 1)) }
            let second = try await transport.perform(bench.request())
            #expect(second.status == 200 && !second.connection.isReused)
        }
    }

    @Test("speaks HTTP/2 where the server does, several exchanges on one connection")
    func http2() async throws {
        var setup = Bench.Setup()
        setup.speaksHTTP2 = true
        let script: LoopbackServer.Script = { request, _ in
            [.response(fields: ["Set-Cookie: a=1", "Set-Cookie: b=2"], body: request.body)]
        }
        try await Bench.run(setup, answers: .script(script)) { bench in
            let transport = try bench.transport()
            var request = bench.request("POST", "/x")
            request.body = [1, 2, 0xFF]
            for _ in 0..<3 {
                let response = try await transport.perform(request)
                #expect(response.version == .http2)
                #expect(response.body == [1, 2, 0xFF])
                #expect(response.fields.values(named: "Set-Cookie").count == 2)
            }
            #expect(bench.server.connectionCount == 1)
        }
    }

    @Test("speaks HTTP/1.1 when HTTP/2 is not allowed")
    func noHTTP2() async throws {
        var setup = Bench.Setup()
        setup.speaksHTTP2 = true
        try await Bench.run(setup) { bench in
            let response = try await bench.transport { $0.allowsHTTP2 = false }.perform(bench.request())
            #expect(response.version == .http11)
        }
    }

    @Test("reports a reset HTTP/2 stream as truncated")
    func http2Reset() async throws {
        var setup = Bench.Setup()
        setup.speaksHTTP2 = true
        try await Bench.run(setup, answers: .script { _, _ in [.reset] }) { bench in
            let error = await failure(of: try bench.transport(), bench.request())
            #expect(error == .truncated(bench.origin, .head, received: 0))
        }
    }

    @Test("tells TLS version and chain of every exchange, also on a kept connection")
    func facts() async throws {
        try await Bench.run { bench in
            let transport = try bench.transport()
            for _ in 0..<2 {
                let tls = try #require(try await transport.perform(bench.request()).connection.tls)
                #expect(tls.version == "TLSv1.3")
                #expect(tls.chain.first?.names == ["one.test"])
                #expect(tls.chain.first?.issuer == "CN=Test Authority")
            }
        }
    }

    @Test("opens and drops many transports")
    func many() async throws {
        try await Bench.run { bench in
            for _ in 0..<20 {
                let response = try await bench.transport().perform(bench.request())
                #expect(response.status == 200)
            }
            await bench.server.log.wait { events in
                events.count { if case .closed = $0 { true } else { false } } == 20
            }
        }
    }
}

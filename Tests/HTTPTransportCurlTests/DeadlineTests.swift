import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

@Suite("libcurl transport, deadline", .timeLimit(.minutes(5)))
struct DeadlineTests {
    private func phase(_ steps: [ServerStep]) async throws -> ExchangePhase? {
        var seen: ExchangePhase?
        let script: LoopbackServer.Script = { request, _ in request.target == "/first" ? [.response()] : steps }
        try await Bench.run(answers: .script(script)) { bench in
            let transport = try bench.transport()
            // So that the time does not pass with connecting.
            _ = try await transport.perform(bench.request("GET", "/first"))
            seen = try await phase(transport, bench.request(deadline: .seconds(1)))
        }
        return seen
    }

    private func phase(_ transport: CurlHTTPTransport, _ request: HTTPRequest) async throws -> ExchangePhase? {
        let start = ContinuousClock.now
        let error = await failure(of: transport, request)
        #expect(start.duration(to: .now) >= request.deadline - .milliseconds(50))
        guard case .timedOut(request.origin, let phase, request.deadline) = error else { return nil }
        return phase
    }

    @Test("counts while TLS is not agreed on")
    func connecting() async throws {
        var setup = Bench.Setup()
        setup.scheme = .http
        try await Bench.run(setup, answers: .script { _, _ in [.hang] }) { bench in
            var request = bench.request(deadline: .milliseconds(300))
            request.origin = HTTPOrigin(scheme: .https, host: "one.test")
            let transport = try bench.transport()
            #expect(try await phase(transport, request) == .connecting)
        }
    }

    @Test("counts while no head comes")
    func noHead() async throws {
        #expect(try await phase([.hang]) == .waitingForHead)
    }

    @Test("counts while the head drips")
    func drippingHead() async throws {
        #expect(
            try await phase([.text("HTTP/1.1 200 OK\r\nX-Slow: "), .drip(0x61, everyMilliseconds: 20)])
                == .waitingForHead
        )
    }

    @Test("counts while the body drips")
    func drippingBody() async throws {
        #expect(
            try await phase([
                .text("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"), .drip(0x61, everyMilliseconds: 20),
            ]) == .receivingBody
        )
    }

    @Test("counts while a body without a length drips")
    func drippingWithoutLength() async throws {
        #expect(
            try await phase([.text("HTTP/1.1 200 OK\r\n\r\n"), .drip(0x61, everyMilliseconds: 20)]) == .receivingBody
        )
    }

    @Test("counts while interim responses keep coming")
    func interim() async throws {
        #expect(
            try await phase([.text("HTTP/1.1 102 P\r\n\r\nHTTP/1.1 102 P\r\n\r\n"), .hang]) == .waitingForHead
        )
    }
}

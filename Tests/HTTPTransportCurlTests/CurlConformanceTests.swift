import HTTPTransport
import HTTPTransportCurl
import HTTPTransportTesting
import TestSupport
import Testing

@Suite("libcurl transport, conformance", .timeLimit(.minutes(5)))
struct CurlConformanceTests {
    @Test("keeps every rule of a transport over plain HTTP", arguments: HTTPTransportConformance.checks)
    func overHTTP(check: HTTPTransportConformance.Check) async throws {
        try await run(check, .http)
    }

    @Test("keeps every rule of a transport over TLS", arguments: HTTPTransportConformance.checks)
    func overTLS(check: HTTPTransportConformance.Check) async throws {
        try await run(check, .https)
    }

    private func run(_ check: HTTPTransportConformance.Check, _ scheme: HTTPOrigin.Scheme) async throws {
        var setup = Bench.Setup()
        setup.scheme = scheme
        let deadPort = closedLoopbackPort
        try await Bench.run(setup, answers: .script { request, _ in Self.steps(for: request) }) { bench in
            let dead = HTTPOrigin(scheme: scheme, host: "127.0.0.1", port: deadPort)
            let transport = try bench.transport {
                $0.addressOverrides = [
                    .init(host: bench.origin.host, port: nil, targetHost: "127.0.0.1", targetPort: bench.server.port)
                ]
            }
            let peer = ConformancePeer(origin: bench.origin, deadOrigin: dead)
            try await HTTPTransportConformance(transport: transport, peer: peer).run(check)
        }
    }

    private static func steps(for request: ReceivedRequest) -> [ServerStep] {
        let answer = ConformancePeer.answer(
            method: request.method,
            target: request.target,
            fields: HTTPFields(request.fields.map { HTTPField(name: $0.name, value: $0.value) }),
            body: request.body
        )
        let bytes = answer.wireBytes(method: request.method)
        let ending: ServerStep =
            switch answer.ending {
            case .keepOpen: .hang
            case .close: .close
            case .drip(let milliseconds): .drip(UInt8(ascii: "x"), everyMilliseconds: milliseconds)
            }
        return (bytes.isEmpty ? [] : [.send(bytes)]) + [ending]
    }
}

import HTTPTransport
import TestSupport
import Testing

@testable import HTTPTransportCurl

@Suite("libcurl loop", .timeLimit(.minutes(5)))
struct CurlLoopTests {
    private func plan(_ bench: Bench, _ request: HTTPRequest) throws -> ExchangePlan {
        var configuration = CurlConfiguration()
        configuration.trustsSystemRoots = false
        configuration.trustedCertificates = [bench.authority.certificate]
        configuration.addressOverrides = [bench.toServer]
        return ExchangePlan(request, settings: try LoadedSettings(configuration), now: .now)
    }

    private func outcome(_ loop: CurlLoop, _ plan: ExchangePlan) async -> ExchangeOutcome {
        await withCheckedContinuation { loop.start(loop.newTicket(), plan, $0) }
    }

    @Test("lets what runs come to its end when told to stop, takes nothing new, and closes its connections")
    func stops() async throws {
        let script: LoopbackServer.Script = { _, _ in [.hang] }
        try await Bench.run(answers: .script(script)) { bench in
            let loop = try #require(CurlLoop())
            let plan = try plan(bench, bench.request(deadline: .seconds(15)))
            async let running = outcome(loop, plan)
            await bench.server.log.wait { $0.contains { if case .request = $0 { true } else { false } } }
            loop.stop()
            let late = await outcome(loop, plan)
            #expect(late.failure == .other)
            let first = await running
            #expect(first.failure == .timeout)
            await bench.server.log.wait { $0.contains(.closed(connection: 1)) }
            let last = await outcome(loop, plan)
            #expect(last.failure == .other)
        }
    }
}

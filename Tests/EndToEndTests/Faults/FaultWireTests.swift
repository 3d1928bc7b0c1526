import FinesseSandbox
import HTTPTransport
import Testing

@Suite("Faults on the wire", .timeLimit(.minutes(5)))
struct FaultWireTests {
    /// What a client sees of SystemInfo: the status and what the body is, or the label of what went wrong.
    private static func seen(_ world: SignInWorld) async -> String {
        do throws(TransportError) {
            let request = HTTPRequest(origin: world.node, target: "/finesse/api/SystemInfo")
            let response = try await world.transport.perform(request)
            let text = String(decoding: response.body, as: UTF8.self)
            let isWhole = text.hasSuffix("</SystemInfo>") && !text.contains("\u{0}")
            return "\(response.status) \(text.isEmpty ? "empty" : isWhole ? "whole" : "other")"
        } catch {
            return error.label.rawValue
        }
    }

    @Test("are what a client sees, and the connection after them is whole again")
    func shapes() async throws {
        try await SignInWorld.with(clock: .virtual()) { world in
            let table: [(SandboxFault.Effect, Set<String>)] = [
                (.status(503, body: "later"), ["503 other"]), (.reset(), ["failed", "truncated"]),
                (.reset(.afterWork), ["failed", "truncated"]), (.hangUp(), ["truncated", "malformed-response"]),
                (.hangUp(.afterWork), ["truncated", "malformed-response"]), (.empty, ["200 empty"]),
                (.truncated(), ["truncated"]), (.truncated(bytes: 0), ["truncated"]),
                (.malformedHead, ["malformed-response"]), (.malformedBody, ["200 other"]),
                (.contentType("text/html"), ["200 whole"]),
            ]
            for (effect, expected) in table {
                // Not once only: what breaks on a connection that was open before is asked again on a new one.
                let fault = try world.sandbox.faults.add(SandboxFault(effect))
                let seen = await Self.seen(world)
                world.sandbox.faults.remove(fault)
                #expect(expected.contains(seen), "\(effect): \(seen)")
                #expect(await Self.seen(world) == "200 whole", "\(effect)")
            }
        }
    }

    @Test("take their time on the virtual clock, and none of the real one")
    func slow() async throws {
        try await SignInWorld.with(clock: .virtual()) { world in
            for effect in [SandboxFault.Effect.drip(bytes: 50, every: .seconds(3600)), .delay(.fixed(.seconds(3600)))] {
                let start = world.sandbox.clock.now
                try world.sandbox.faults.add(SandboxFault(effect, when: .init(times: 1)))
                async let seen = Self.seen(world)
                let turning = Task {
                    while !Task.isCancelled {
                        await world.sandbox.clock.advance(by: .seconds(60))
                        await Task.yield()
                    }
                }
                #expect(await seen == "200 whole")
                turning.cancel()
                await turning.value
                #expect(start.duration(to: world.sandbox.clock.now) >= .seconds(3600))
            }
        }
    }
}

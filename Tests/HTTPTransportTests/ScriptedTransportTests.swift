import HTTPTransport
import HTTPTransportTesting
import Testing

@Suite("Scripted transport", .timeLimit(.minutes(5)))
struct ScriptedTransportTests {
    private let request = HTTPRequest(origin: HTTPOrigin(scheme: .https, host: "a.example"), target: "/")

    @Test("keeps the requests that reached the handler, in order")
    func keepsRequests() async throws {
        let transport = ScriptedTransport { _ in HTTPResponse(status: 200) }
        var second = request
        second.target = "/second"
        _ = try await transport.perform(request)
        _ = try await transport.perform(second)
        #expect(transport.requests == [request, second])
    }

    @Test("does not ask the handler for a request that cannot be sent")
    func refusesInvalid() async {
        let transport = ScriptedTransport { _ in HTTPResponse(status: 200) }
        var invalid = request
        invalid.target = "no slash"
        await #expect(throws: TransportError.self) { try await transport.perform(invalid) }
        #expect(transport.requests.isEmpty)
    }

    @Test("passes on what the handler throws")
    func passesErrors() async {
        let origin = request.origin
        let transport = ScriptedTransport { _ async throws(TransportError) in throw .nameNotResolved(origin) }
        await #expect(throws: TransportError.nameNotResolved(origin)) { try await transport.perform(request) }
    }
}

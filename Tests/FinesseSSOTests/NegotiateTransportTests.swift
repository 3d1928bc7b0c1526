import FinesseSSO
import HTTPTransport
import HTTPTransportTesting
import Testing

@Suite("Operating system sign-in", .timeLimit(.minutes(1)))
struct NegotiateTransportTests {
    @Test("is asked of the transport for the origins that were named, and for no other")
    func namedOriginsOnly() async throws {
        let inner = ScriptedTransport { _ in HTTPResponse(status: 200) }
        let transport = NegotiateTransport(inner, origins: ["https://adfs.corp.example"])
        for origin in [
            HTTPOrigin(scheme: .https, host: "adfs.corp.example"), HTTPOrigin(scheme: .http, host: "adfs.corp.example"),
            HTTPOrigin(scheme: .https, host: "adfs.corp.example", port: 8443),
            HTTPOrigin(scheme: .https, host: "evil.example"),
        ] {
            _ = try await transport.perform(HTTPRequest(origin: origin, target: "/"))
        }
        #expect(inner.requests.map(\.answersNegotiate) == [true, false, false, false])
    }
}

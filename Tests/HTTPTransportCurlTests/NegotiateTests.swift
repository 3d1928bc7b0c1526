import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

@Suite("libcurl transport, Negotiate", .timeLimit(.minutes(5)))
struct NegotiateTests {
    /// What a server that wants Kerberos answers to somebody who shows no ticket.
    private static let wantsTicket = Bench.Answers.script { request, _ in
        request.text("Authorization") == nil
            ? [.response(401, fields: ["WWW-Authenticate: Negotiate", "WWW-Authenticate: NTLM"], text: "who?")]
            : [.response(text: "welcome")]
    }

    @Test("returns the origin's 401 whole where there is no ticket, in one request", arguments: [true, false])
    func withoutTicket(isAllowed: Bool) async throws {
        try await Bench.run(answers: Self.wantsTicket) { bench in
            var request = bench.request()
            request.answersNegotiate = isAllowed
            let response = try await bench.transport().perform(request)
            #expect(response.status == 401 && response.body == Array("who?".utf8))
            #expect(response.fields.values(named: "WWW-Authenticate").count == 2)
            #expect(bench.server.requests.allSatisfy { $0.text("Authorization") == nil })
        }
    }

    @Test("speaks HTTP/1.1 where a ticket may be shown, since it belongs to a connection")
    func version() async throws {
        var setup = Bench.Setup()
        setup.speaksHTTP2 = true
        try await Bench.run(setup) { bench in
            var request = bench.request()
            request.answersNegotiate = true
            let version = try await bench.transport().perform(request).version
            #expect(version == .http11)
        }
    }
}

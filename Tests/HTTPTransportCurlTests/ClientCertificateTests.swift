import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

@Suite("libcurl transport, client certificates", .timeLimit(.minutes(5)))
struct ClientCertificateTests {
    private func identity(_ name: String, _ bench: Bench) throws -> ClientIdentity {
        let made = try bench.authority.client(commonName: name)
        return ClientIdentity(certificate: made.certificate, key: made.key)
    }

    private var asking: Bench.Setup {
        var setup = Bench.Setup()
        setup.asksForClient = true
        setup.names = ["one.test", "two.test"]
        return setup
    }

    @Test("shows the certificate to its origin")
    func shows() async throws {
        try await Bench.run(asking) { bench in
            let transport = try bench.transport { $0.clientIdentities = [bench.origin: try identity("agent", bench)] }
            #expect(try await transport.perform(bench.request()).status == 200)
            #expect(bench.server.log.events.contains(.clientCertificate("CN=agent", connection: 1)))
        }
    }

    @Test("says that the server ended the handshake when there is none to show")
    func missing() async throws {
        try await Bench.run(asking) { bench in
            let found = await failure(of: try bench.transport(), bench.request())?.tlsFailure
            #expect(found?.label == .refusedByPeer, "\(found.map { "\($0)" } ?? "none")")
            #expect(found?.chain.first?.subject == "CN=one.test")
        }
    }

    @Test("shows each origin its own, and never over a connection of the other")
    func perOrigin() async throws {
        try await Bench.run(asking) { bench in
            let two = HTTPOrigin(scheme: .https, host: "two.test")
            let transport = try bench.transport {
                $0.clientIdentities = [bench.origin: try identity("first", bench), two: try identity("second", bench)]
            }
            var second = bench.request()
            second.origin = two
            for request in [bench.request(), second, bench.request(), second] {
                #expect(try await transport.perform(request).status == 200)
            }
            let shown = bench.server.log.events.compactMap { event -> String? in
                if case .clientCertificate(let name, _) = event { name } else { nil }
            }
            #expect(shown.sorted() == ["CN=first", "CN=second"])
            let hosts = bench.server.log.events.compactMap { event -> String? in
                if case .request(let request, let connection) = event {
                    "\(connection) \(request.text("host") ?? "")"
                } else {
                    nil
                }
            }
            #expect(hosts == ["1 one.test", "2 two.test", "1 one.test", "2 two.test"])
        }
    }

    @Test("never shows it to another origin")
    func otherOrigin() async throws {
        try await Bench.run(asking) { bench in
            let transport = try bench.transport { $0.clientIdentities = [bench.origin: try identity("agent", bench)] }
            var other = bench.request()
            other.origin = HTTPOrigin(scheme: .https, host: "two.test")
            #expect(await failure(of: transport, other) != nil)
            #expect(!bench.server.log.events.contains { if case .clientCertificate = $0 { true } else { false } })
        }
    }

    @Test("prints nothing of itself")
    func redacted() throws {
        let identity = ClientIdentity(certificate: "secret-a", key: "secret-b", passphrase: "secret-c")
        var dumped = ""
        dump(identity, to: &dumped)
        for text in ["\(identity)", String(reflecting: identity), dumped] { #expect(!text.contains("secret")) }
    }
}

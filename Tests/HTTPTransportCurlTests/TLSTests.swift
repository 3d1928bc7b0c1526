import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

@Suite("libcurl transport, TLS", .timeLimit(.minutes(5)))
struct TLSTests {
    private func failing(
        _ setup: Bench.Setup,
        host: String? = nil,
        _ change: (inout CurlConfiguration) -> Void = { _ in }
    ) async throws -> TLSFailure? {
        var seen: TransportError?
        try await Bench.run(setup) { bench in
            var request = bench.request()
            if let host { request.origin = HTTPOrigin(scheme: .https, host: host) }
            seen = await failure(of: try bench.transport(change), request)
            #expect(bench.server.requests.isEmpty)
        }
        return seen?.tlsFailure
    }

    @Test("names the day a certificate expired")
    func expired() async throws {
        var setup = Bench.Setup()
        setup.validity = .past
        let end = CertificateTime(secondsSinceEpoch: Validity.past.bounds.upperBound)
        #expect(try await failing(setup)?.reason == .expired(subject: "CN=one.test", notAfter: end))
    }

    @Test("names the day a certificate begins")
    func notYetValid() async throws {
        var setup = Bench.Setup()
        setup.validity = .future
        let start = CertificateTime(secondsSinceEpoch: Validity.future.bounds.lowerBound)
        #expect(try await failing(setup)?.reason == .notYetValid(subject: "CN=one.test", notBefore: start))
    }

    @Test("names the issuer it does not know and the fingerprint, and shows the chain")
    func unknownIssuer() async throws {
        let found = try #require(try await failing(.init()) { $0.trustedCertificates = [] })
        let shown = try #require(found.chain.first)
        #expect(found.peer == .origin)
        #expect(found.reason == .unknownIssuer(issuer: "CN=Test Authority", sha256: shown.sha256))
        #expect(shown.subject == "CN=one.test" && shown.names == ["one.test"])
        #expect(shown.sha256.count == 95 && shown.sha256.allSatisfy { $0 == ":" || $0.isHexDigit })
        #expect(try CertificateFacts.all(inPEM: shown.pem) == [shown])
    }

    @Test("does not know an issuer of the same name with another key")
    func otherKey() async throws {
        let sameName = try TestAuthority()
        let found = try await failing(.init()) { $0.trustedCertificates = [sameName.certificate] }
        #expect(found?.label == .unknownIssuer)
    }

    @Test("names a certificate that signed itself as its own issuer")
    func selfSigned() async throws {
        var setup = Bench.Setup()
        setup.isSelfSigned = true
        let found = try #require(try await failing(setup))
        let sha256 = try #require(found.chain.first?.sha256)
        #expect(found.reason == .unknownIssuer(issuer: "CN=one.test", sha256: sha256))
    }

    @Test("shows the names a certificate is for when it is for others")
    func nameMismatch() async throws {
        var setup = Bench.Setup()
        setup.names = ["two.test", "*.three.test", "10.0.0.1"]
        let names = ["two.test", "*.three.test", "10.0.0.1"]
        #expect(try await failing(setup)?.reason == .nameMismatch(requested: "one.test", names: names))
        #expect(
            try await failing(setup, host: "10.0.0.2")?.reason == .nameMismatch(requested: "10.0.0.2", names: names)
        )
        #expect(
            try await failing(setup, host: "a.b.three.test")?.reason
                == .nameMismatch(requested: "a.b.three.test", names: names)
        )
    }

    @Test(
        "accepts the names of a certificate, addresses and one level of a wildcard",
        arguments: ["two.test", "a.three.test", "10.0.0.1", "two.test."]
    )
    func names(host: String) async throws {
        var setup = Bench.Setup()
        setup.names = ["two.test", "*.three.test", "10.0.0.1"]
        try await Bench.run(setup) { bench in
            var request = bench.request()
            request.origin = HTTPOrigin(scheme: .https, host: host)
            let response = try await bench.transport().perform(request)
            #expect(response.status == 200)
        }
    }

    @Test("takes the common name only where there is no other name")
    func commonName() async throws {
        var setup = Bench.Setup()
        setup.commonName = "one.test"
        setup.names = []
        try await Bench.run(setup) { bench in
            let response = try await bench.transport().perform(bench.request())
            #expect(response.status == 200)
        }
        setup.names = ["two.test"]
        #expect(try await failing(setup)?.reason == .nameMismatch(requested: "one.test", names: ["two.test"]))
    }

    @Test("does not trust the system's roots for a private authority, nor without being told")
    func systemRoots() async throws {
        let found = try await failing(.init()) { ($0.trustsSystemRoots, $0.trustedCertificates) = (true, []) }
        #expect(found?.label == .unknownIssuer)
    }

    @Test("refuses TLS older than 1.2")
    func outdated() async throws {
        var setup = Bench.Setup()
        setup.isOutdated = true
        let found = try await failing(setup)
        #expect(found?.label == .refusedByPeer || found?.label == .handshakeFailed)
        #expect(found?.chain == [])
    }

    @Test("says that a port does not speak TLS")
    func plainPort() async throws {
        var setup = Bench.Setup()
        setup.scheme = .http
        setup.greeting = [.text("220 ready\r\n")]
        #expect(try await failing(setup, host: "one.test")?.label == .handshakeFailed)
    }

    @Test("refuses a certificate of a client for a server")
    func purpose() async throws {
        let authority = try TestAuthority()
        let server = try await LoopbackServer.start(tls: ServerTLS(authority.client(commonName: "one.test"))) { _, _ in
            [.response()]
        }
        var configuration = CurlConfiguration()
        configuration.trustsSystemRoots = false
        configuration.trustedCertificates = [authority.certificate]
        configuration.addressOverrides = [.init(host: nil, port: nil, targetHost: "127.0.0.1", targetPort: server.port)]
        let request = HTTPRequest(origin: HTTPOrigin(scheme: .https, host: "one.test"), target: "/")
        let error = await failure(of: try CurlHTTPTransport(configuration), request)
        #expect(error?.tlsFailure?.label == .invalidChain)
        await server.stop()
    }
}

import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

@Suite("libcurl transport, pins", .timeLimit(.minutes(5)))
struct PinTests {
    private var selfSigned: Bench.Setup {
        var setup = Bench.Setup()
        setup.isSelfSigned = true
        return setup
    }

    /// What a person pins after looking at it: the certificate that the server shows now.
    private func shown(by bench: Bench) async throws -> String {
        let error = await failure(of: try bench.transport { $0.trustedCertificates = [] }, bench.request())
        return try #require(error?.tlsFailure?.chain.first?.pem)
    }

    @Test("trusts a certificate that signed itself once it is pinned")
    func pinsSelfSigned() async throws {
        try await Bench.run(selfSigned) { bench in
            let pem = try await shown(by: bench)
            let transport = try bench.transport { $0.pins = [bench.origin: [pem]] }
            #expect(try await transport.perform(bench.request()).status == 200)
        }
    }

    @Test("trusts the pinned certificate of a server whose issuer nobody knows")
    func pinsLeaf() async throws {
        try await Bench.run { bench in
            let pem = try await shown(by: bench)
            let transport = try bench.transport { ($0.trustedCertificates, $0.pins) = ([], [bench.origin: [pem]]) }
            #expect(try await transport.perform(bench.request()).status == 200)
        }
    }

    @Test("trusts what a pinned authority signed")
    func pinsAuthority() async throws {
        try await Bench.run { bench in
            let pins = [bench.origin: [bench.authority.certificate]]
            let transport = try bench.transport { ($0.trustedCertificates, $0.pins) = ([], pins) }
            #expect(try await transport.perform(bench.request()).status == 200)
        }
    }

    @Test("counts for its origin only", arguments: [("one.test", 444), ("two.test", 443)] as [(String, UInt16)])
    func otherOrigins(host: String, port: UInt16) async throws {
        var setup = selfSigned
        setup.names = ["one.test", "two.test"]
        try await Bench.run(setup) { bench in
            let pem = try await shown(by: bench)
            let transport = try bench.transport { $0.pins = [bench.origin: [pem]] }
            #expect(try await transport.perform(bench.request()).status == 200)
            var other = bench.request()
            other.origin = HTTPOrigin(scheme: .https, host: host, port: port)
            #expect(await failure(of: transport, other)?.tlsFailure?.label == .unknownIssuer)
        }
    }

    @Test("replaces every root: another certificate is refused though its issuer is trusted")
    func replacesRoots() async throws {
        let other = try TestAuthority.selfSigned(names: ["one.test"])
        try await Bench.run { bench in
            let transport = try bench.transport { $0.pins = [bench.origin: [other.certificate]] }
            let found = await failure(of: transport, bench.request())?.tlsFailure
            let sha256 = try #require(found?.chain.first?.sha256)
            #expect(found?.reason == .notPinned(sha256: sha256))
        }
    }

    @Test("counts for its origin written as an absolute name too, with no way around it")
    func absoluteName() async throws {
        let other = try TestAuthority.selfSigned(names: ["one.test"])
        try await Bench.run { bench in
            let transport = try bench.transport { $0.pins = [bench.origin: [other.certificate]] }
            var absolute = bench.request()
            absolute.origin = HTTPOrigin(scheme: .https, host: "one.test.")
            #expect(await failure(of: transport, absolute)?.tlsFailure?.label == .notPinned)
            #expect(await failure(of: transport, bench.request())?.tlsFailure?.label == .notPinned)
        }
    }

    @Test("does not excuse a wrong name")
    func nameStays() async throws {
        var setup = selfSigned
        setup.names = ["two.test"]
        try await Bench.run(setup) { bench in
            let pem = try await shown(by: bench)
            let transport = try bench.transport { $0.pins = [bench.origin: [pem]] }
            #expect(await failure(of: transport, bench.request())?.tlsFailure?.label == .nameMismatch)
        }
    }

    @Test(
        "does not excuse a wrong date",
        arguments: [(Validity.past, TLSFailure.Label.expired), (.future, .notYetValid)]
    )
    func dateStays(validity: Validity, label: TLSFailure.Label) async throws {
        var setup = Bench.Setup()
        setup.validity = validity
        try await Bench.run(setup) { bench in
            let pem = try await shown(by: bench)
            let transport = try bench.transport { $0.pins = [bench.origin: [pem]] }
            #expect(await failure(of: transport, bench.request())?.tlsFailure?.label == label)
        }
    }
}

import HTTPTransport
import Testing

@Suite("Transport errors")
struct TransportErrorTests {
    private static let origin = HTTPOrigin(scheme: .https, host: "idp.example", port: 8553)
    private static let proxy = ProxyFailure(host: "proxy.example", port: 3128, reason: .authenticationRequired)

    static let examples: [TransportError] = [
        .nameNotResolved(origin), .connectionRefused(origin), .unreachable(origin, detail: "no route"),
        .proxy(origin, proxy), .tls(origin, TLSFailure(reason: .notPinned(sha256: "AB:CD"))),
        .timedOut(origin, .receivingBody, after: .milliseconds(1500)), .tooLarge(origin, .body, limit: 10),
        .truncated(origin, .body, received: 7), .truncated(origin, .head, received: 0),
        .malformedResponse(origin, detail: "no status line"), .invalidRequest(origin, detail: "a method of two words"),
        .cancelled(origin), .failed(origin, detail: "out of memory"),
    ]

    static let reasons: [TLSFailure.Reason] = [
        .expired(subject: "CN=a", notAfter: CertificateTime(secondsSinceEpoch: 0)),
        .notYetValid(subject: "CN=a", notBefore: CertificateTime(secondsSinceEpoch: 0)),
        .unknownIssuer(issuer: "CN=b", sha256: "AB:CD"), .notPinned(sha256: "AB:CD"),
        .nameMismatch(requested: "a", names: ["b", "c"]), .invalidChain(code: 66, detail: "key too short"),
        .refusedByPeer(alert: "certificate required"), .handshakeFailed(detail: "wrong version number"),
    ]

    @Test("has an example of every label")
    func labels() {
        #expect(Set(Self.examples.map(\.label)) == Set(TransportError.Label.allCases))
        #expect(Set(Self.reasons.map { TLSFailure(reason: $0).label }) == Set(TLSFailure.Label.allCases))
    }

    @Test("names the origin and ends in a sentence with what to do", arguments: examples)
    func sentences(error: TransportError) {
        #expect(error.origin == Self.origin)
        #expect(error.description.contains("idp.example"))
        #expect(error.description.hasSuffix("."))
        #expect(error.description.count > 40)
    }

    @Test("names origin, reason and next step of a TLS failure", arguments: reasons)
    func tlsSentences(reason: TLSFailure.Reason) {
        let failure = TLSFailure(reason: reason)
        let text = TransportError.tls(Self.origin, failure).description
        #expect(text.hasPrefix("https://idp.example:8553 cannot be trusted: \(failure). "))
        #expect(text.hasSuffix("."))
    }

    @Test("says what a person compares: dates, names, issuer, fingerprint")
    func tlsDetails() {
        let texts = Self.reasons.map { "\(TLSFailure(reason: $0))" }
        #expect(texts[0] == "the certificate of CN=a expired on 1970-01-01T00:00:00Z")
        #expect(texts[2].contains("AB:CD") && texts[2].contains("CN=b"))
        #expect(texts[4] == "its certificate is not for a but for b, c")
    }

    @Test("shows at most twenty names of a certificate")
    func manyNames() {
        let names = (1...25).map { "n\($0)" }
        let text = "\(TLSFailure(reason: .nameMismatch(requested: "a", names: names)))"
        #expect(text.hasSuffix("n20 and 5 more"))
        #expect("\(TLSFailure(reason: .nameMismatch(requested: "a", names: [])))".hasSuffix("no name"))
    }

    @Test("names the proxy when TLS failed there")
    func proxyTLS() {
        let failure = TLSFailure(peer: .proxy(host: "p.example", port: 3129), reason: .notPinned(sha256: "AB"))
        let text = TransportError.tls(Self.origin, failure).description
        #expect(text.contains("the proxy p.example:3129 cannot be trusted"))
    }

    @Test(
        "shows a deadline in seconds to a thousandth",
        arguments: [(1500, "1.5 s"), (2000, "2 s"), (1, "0.001 s"), (30_050, "30.05 s")]
    )
    func deadlines(milliseconds: Int, shown: String) {
        let error = TransportError.timedOut(Self.origin, .connecting, after: .milliseconds(milliseconds))
        #expect(error.description.contains("within \(shown)."))
    }
}

@Suite("Certificate time")
struct CertificateTimeTests {
    @Test(
        "is shown in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (1_709_251_200, "2024-03-01T00:00:00Z"), (4_102_444_799, "2099-12-31T23:59:59Z"),
            (-1, "1969-12-31T23:59:59Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
        ] as [(Int64, String)]
    )
    func shown(seconds: Int64, text: String) {
        #expect("\(CertificateTime(secondsSinceEpoch: seconds))" == text)
    }
}

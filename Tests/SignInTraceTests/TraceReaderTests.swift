import Testing

@testable import SignInTrace

@Suite("Reading a trace")
struct TraceReaderTests {
    @Test(
        "says what is wrong with a file that is none",
        arguments: [
            ("", TraceReadingError.notJSON), ("{\"log\":{\"entries\":[", .notJSON), ("%PDF-1.4", .notJSON),
            ("[]", .notHAR(place: "the file is of another type than HAR says")),
            ("{}", .notHAR(place: "log is missing")),
            ("{\"log\":{}}", .notHAR(place: "log.entries is missing")), ("{\"log\":{\"entries\":[]}}", .empty),
            (
                "{\"log\":{\"entries\":[{\"request\":{\"method\":\"GET\"}}]}}",
                .notHAR(place: "log.entries[0].request.url is missing")
            ),
            (
                "{\"log\":{\"entries\":[{\"request\":{\"method\":\"GET\",\"url\":7},\"response\":{}}]}}",
                .notHAR(place: "log.entries[0].request.url is of another type than HAR says")
            ),
        ]
    )
    func faults(text: String, error: TraceReadingError) {
        #expect(throws: error) { try TraceReader.read(Array(text.utf8), publicNames: []) }
    }

    @Test("does not go down into a file that is nested without end")
    func nested() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: TraceReadingError.notJSON) { try TraceReader.read(Array(text.utf8), publicNames: []) }
    }

    @Test("draws a browser's file as far as it goes, without the secrets that a browser keeps")
    func browser() throws {
        let document = try TraceReader.read(Fixture.bytes("browser.har"), publicNames: ["cc_username"])
        #expect(
            document.exchanges.map(\.party) == [
                .finesse, .identityService, .identityProvider, .other, .identityProvider, .identityService,
            ]
        )
        let ladder = Ladder(document)
        #expect(
            ladder.rungs.map(\.exchange.step) == [
                "token", "authorisation", "SAML request", "user name and password", "SAML answer",
            ]
        )
        #expect(ladder.partsLeftOut == 1)
        #expect(!document.tellsDecisions)
        let text = HTMLLadder(ladder).page + TerminalLadder(ladder, style: LadderStyle()).lines.joined(separator: "\n")
        for secret in ["Correct-Horse", "cookie-value", "relay-state", "PHNhbWxwOlJlc3BvbnNl", "secret-of-the-page"] {
            #expect(!text.contains(secret), "\(secret)")
        }
        #expect(text.contains("cookies sent: MSISAuth"))
    }
}

@Suite("The history of a cookie")
struct CookieHistoryTests {
    private static func document() async throws -> TraceDocument {
        let sample = SampleTrace()
        try await sample.walk()
        return try TraceReader.read(sample.recorder.file, publicNames: [])
    }

    @Test("tells each decision in order, with its rule and what can be done")
    func lines() async throws {
        let document = try await Self.document()
        func lines(_ name: String) -> [String] {
            CookieStory(CookieHistory(of: name, at: nil, in: document), style: LadderStyle(width: 140)).lines
        }
        #expect(
            lines("session") == [
                "2  token: GET https://finesse.example:8445/desktop/sso/token",
                "     kept (finesse.example/desktop) (RFC 6265bis §5.7).",
                "3  SAML request: GET https://idp.example/ls/",
                "     sent (finesse.example/desktop) (RFC 6265bis §5.8.3).",
            ]
        )
        let refused = lines("foreign").joined(separator: "\n")
        #expect(
            refused.contains("its Domain b.example does not cover the host finesse.example (RFC 6265bis §5.7 step 10)")
        )
        #expect(refused.contains("The server must name its own host"))
    }

    @Test("can be that of one host, with its port or without")
    func host() async throws {
        let document = try await Self.document()
        for (host, count) in [
            ("finesse.example", 1), ("FINESSE.example:8445", 1), ("idp.example", 1), ("b.example", 0),
        ] {
            #expect(CookieHistory(of: "session", at: host, in: document).decisions.count == count, "\(host)")
        }
        #expect(CookieHistory.names(in: document) == ["foreign", "ids", "session"])
    }
}

import HTTPTransport
import TestSupport
import Testing

@testable import SignInTrace

@Suite("What a trace keeps")
struct RedactionTests {
    @Test("is none of the secrets that went through it, in any form or piece, nor is what is drawn of it")
    func noSecret() async throws {
        let sample = SampleTrace()
        try await sample.walk()
        let hunt = SecretHunt(for: SampleTrace.secrets)
        for file in sample.kept.all { #expect(hunt.findings(in: file, "the file") == []) }
        let document = try TraceReader.read(sample.recorder.file, publicNames: [])
        let ladder = Ladder(document)
        #expect(hunt.findings(in: HTMLLadder(ladder).page, "the page") == [])
        let lines = TerminalLadder(ladder, style: LadderStyle()).lines.joined(separator: "\n")
        #expect(hunt.findings(in: lines, "the lines") == [])
    }

    @Test(
        "of a field is its value only where its name is public",
        arguments: [
            ("Content-Type", "text/html; charset=utf-8", "text/html; charset=utf-8"),
            ("X-Anything", "abc", "<redacted>"), ("ETag", "\"abc\"", "<redacted>"),
            ("Authorization", "Bearer abc", "Bearer <redacted>"),
            ("WWW-Authenticate", "Negotiate oYG2MIGz", "Negotiate <redacted>"),
            ("Cookie", "a=1; b=2; lone", "a=<redacted>; b=<redacted>; =<redacted>"),
            ("Set-Cookie", "a=1; Path=/x; Secure; Secret", "a=<redacted>; Path=/x; Secure; <redacted>"),
            ("Location", "https://a.example/p?code=1#f", "https://a.example/p?code=%3Credacted%3E"),
            ("Location", "/p;jsessionid=1?code=1", "/p;jsessionid=%3Credacted%3E?code=%3Credacted%3E"),
        ]
    )
    func fields(name: String, value: String, kept: String) {
        let pairs = FieldRedaction(publicNames: []).pairs(HTTPFields([HTTPField(name, value)]))
        #expect(pairs == [HARPair(name, kept)])
    }

    @Test("of a form are the names, and the values of public names")
    func forms() {
        let body = BodyRedaction(publicNames: ["AuthMethod"])
            .posted(Array("UserName=ann&AuthMethod=Forms%41&lone".utf8), type: "application/x-www-form-urlencoded")
        #expect(
            body.params == [
                HARPair("UserName", "<redacted>"), HARPair("AuthMethod", "FormsA"), HARPair("<redacted>", ""),
            ]
        )
        #expect(body.text.isEmpty)
    }

    @Test("of JSON are the members that say how things stand, and the length of the others")
    func json() {
        let text = BodyRedaction(publicNames: []).text(
            Array(#"{"token":"abc","expires_in":300,"error":"invalid \"x\"","nested":{"a":1}}"#.utf8),
            type: "application/json"
        )
        #expect(
            text == """
                {
                  "error": "invalid \\"x\\"",
                  "expires_in": 300,
                  "nested": "…",
                  "token": "<redacted, 3 characters>"
                }
                """
        )
    }

    @Test(
        "of a page is nothing, whatever it calls itself",
        arguments: ["text/html", "application/xhtml+xml", "text/plain"]
    )
    func pages(type: String) {
        #expect(BodyRedaction(publicNames: []).text(Array("<a>secret</a>".utf8), type: type) == nil)
    }
}

@Suite("A SAML message in a trace, SAML 2.0 bindings §3.4 and §3.5")
struct MessageTests {
    private static func message(of target: String, body: String? = nil) -> TracedMessage? {
        MessageFinder.message(
            of: HTTPRequest(
                method: body == nil ? "GET" : "POST",
                origin: SampleTrace.origin("idp.example"),
                target: target,
                fields: body == nil ? [:] : ["Content-Type": "application/x-www-form-urlencoded"],
                body: body.map { Array($0.utf8) }
            ),
            publicNames: []
        )
    }

    @Test("says who answers whom until when, what is signed how, and which attributes there are")
    func facts() async throws {
        let sample = SampleTrace()
        try await sample.walk()
        let document = try TraceReader.read(sample.recorder.file, publicNames: [])
        let request = try #require(document.exchanges[2].saml)
        let response = try #require(document.exchanges[3].saml)
        #expect(request.kind == "AuthnRequest" && request.binding == "HTTP-Redirect")
        #expect(response.kind == "Response" && response.binding == "HTTP-POST")
        #expect(request.values("AuthnRequest ID") == response.values("Response InResponseTo"))
        #expect(response.values("Attribute") == ["uid", "user_principal"])
        #expect(response.values("Audience") == ["ids.example"])
        #expect(response.values("Conditions NotOnOrAfter") == ["2026-01-31T09:00:00Z"])
        #expect(response.values("Signed") == ["the Response"])
        #expect(response.values("SignatureMethod") == ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"])
        #expect(response.elements.contains("      NameID"))
    }

    @Test("that cannot be read says so", arguments: ["!!!!", "AAAA", "%00"])
    func unreadable(value: String) {
        #expect(Self.message(of: "/?SAMLRequest=\(value)")?.fault == "It is not encoded as HTTP-Redirect wants it.")
    }

    @Test("that is no XML says so")
    func noXML() {
        #expect(Self.message(of: "/", body: "SAMLResponse=YWJj")?.fault == "It is no XML that can be read.")
    }

    @Test("that would unpack to more than is read is left unread")
    func bomb() {
        let deflated = Deflate.stored([UInt8](repeating: 65, count: 60_000))
        #expect(RawInflate.inflate(deflated, limit: 60_000)?.count == 60_000)
        #expect(RawInflate.inflate(deflated, limit: 59_999) == nil)
        #expect(RawInflate.inflate(Array(deflated.dropLast()), limit: 60_000) == nil)
        #expect(RawInflate.inflate([], limit: 10) == nil)
    }

    @Test("is looked for in queries and forms only")
    func noMessage() {
        #expect(Self.message(of: "/SAMLRequest=AAAA") == nil)
    }
}

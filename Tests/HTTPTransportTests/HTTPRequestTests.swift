import HTTPTransport
import Testing

@Suite("Request")
struct HTTPRequestTests {
    private static let origin = HTTPOrigin(scheme: .https, host: "Finesse1.XYZ.com", port: 8445)

    private func request(_ change: (inout HTTPRequest) -> Void = { _ in }) -> HTTPRequest {
        var request = HTTPRequest(origin: Self.origin, target: "/desktop?user=secret-name")
        change(&request)
        return request
    }

    private func detail(of request: HTTPRequest) -> String? {
        do throws(TransportError) {
            try request.validate()
        } catch {
            if case .invalidRequest(_, let detail) = error { return detail }
        }
        return nil
    }

    @Test("shows an origin in lower case, without a default port, IPv6 in brackets")
    func origins() {
        #expect("\(Self.origin)" == "https://finesse1.xyz.com:8445")
        #expect("\(HTTPOrigin(scheme: .https, host: "a.b"))" == "https://a.b")
        #expect("\(HTTPOrigin(scheme: .http, host: "[::1]", port: 81))" == "http://[::1]:81")
        #expect(HTTPOrigin(scheme: .http, host: "[0:0:0:0:0:0:0:1]") == HTTPOrigin(scheme: .http, host: "::1"))
        #expect(HTTPOrigin(scheme: .http, host: "[::1]") == HTTPOrigin(scheme: .http, host: "::1", port: 80))
    }

    @Test("lets a plain request through")
    func valid() throws {
        try request().validate()
        try request { $0.fields.append(HTTPField(name: "X", value: [0xFF, 0x09])) }.validate()
    }

    @Test("refuses every name that belongs to the transport", arguments: HTTPRequest.transportFieldNames.sorted())
    func reservedFields(name: String) {
        #expect(detail(of: request { $0.fields.append(name.uppercased(), "x") })?.contains("belongs") == true)
    }

    @Test(
        "refuses a host that is none",
        arguments: [
            "", "127.1", "0x7f.0.0.1", "1.2.3.4.", "010.0.0.1", "2130706433", "a b", "a/b", "a@b", "a:b",
            "b\u{FC}cher.example", "fe80::1%25eth0", String(repeating: "a", count: 256),
        ]
    )
    func hosts(host: String) {
        #expect(detail(of: request { $0.origin = HTTPOrigin(scheme: .https, host: host) })?.contains("host") == true)
    }

    @Test(
        "refuses a target that is not visible ASCII from a slash on",
        arguments: ["", "a", "/\u{E9}", "/a\r\n", "/a#b", "/\u{7F}"]
    )
    func targets(target: String) {
        #expect(detail(of: request { $0.target = target })?.contains("target") == true)
    }

    @Test("refuses CONNECT, TRACE and what is no token", arguments: ["CONNECT", "TRACE", "", "A B", "G\u{CB}T"])
    func methods(method: String) {
        #expect(detail(of: request { $0.method = method }) != nil)
    }

    @Test("refuses a body with HEAD, port 0, no time and a negative size")
    func others() {
        #expect(detail(of: request { ($0.method, $0.body) = ("HEAD", []) }) != nil)
        #expect(detail(of: request { $0.origin = HTTPOrigin(scheme: .http, host: "a", port: 0) }) != nil)
        #expect(detail(of: request { $0.deadline = .zero }) != nil)
        #expect(detail(of: request { $0.maximumBodyLength = -1 }) != nil)
    }

    @Test("shows neither query nor fields nor body")
    func redacts() {
        let shown = request { $0.fields.append("Authorization", "Basic c2VjcmV0LW5hbWU=") }
        for text in ["\(shown)", String(reflecting: shown), dumped(shown)] {
            #expect(!text.contains("secret") && !text.contains("c2Vj"))
        }
        let response = HTTPResponse(status: 200, fields: ["Set-Cookie": "secret"], body: Array("secret".utf8))
        for text in ["\(response)", String(reflecting: response), dumped(response)] {
            #expect(!text.contains("secret"))
        }
    }

    private func dumped(_ value: Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }
}

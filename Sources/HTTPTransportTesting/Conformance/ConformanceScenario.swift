import HTTPTransport

/// The targets that the suite asks for, by path.
enum ConformanceScenario: String, CaseIterable {
    case echo = "/conformance/echo"
    case cookies = "/conformance/cookies"
    case bytes = "/conformance/bytes"
    case redirect = "/conformance/redirect"
    case missing = "/conformance/missing"
    case failing = "/conformance/failing"
    case noContent = "/conformance/no-content"
    case interim = "/conformance/interim"
    case trailers = "/conformance/trailers"
    case gzip = "/conformance/gzip"
    case thousand = "/conformance/thousand"
    case truncated = "/conformance/truncated"
    case silence = "/conformance/silence"
    case drip = "/conformance/drip"

    func answer(to request: EchoedRequest) -> ConformanceAnswer {
        switch self {
        case .echo: .response(status: 200, fields: [:], body: request.encoded)
        case .cookies: .response(status: 200, fields: HTTPFields(Self.cookieFields), body: [])
        case .bytes: .response(status: 200, fields: HTTPFields([Self.oddField]), body: [])
        case .redirect: .response(status: 302, fields: ["Location": ConformanceScenario.echo.rawValue], body: [])
        case .missing: .response(status: 404, fields: [:], body: Array("missing".utf8))
        case .failing: .response(status: 503, fields: [:], body: Array("failing".utf8))
        case .noContent: .response(status: 204, fields: [:], body: [])
        case .interim: .interim([102, 103], fields: ["X-Interim": "yes"])
        case .trailers: .chunked(body: Array("in chunks".utf8), trailers: ["X-Trailer": "yes"])
        case .gzip:
            .response(
                status: 200,
                fields: ["Content-Encoding": "gzip"],
                body: Array("decoded".utf8),
                coded: Self.coded
            )
        case .thousand: .response(status: 200, fields: [:], body: [UInt8](repeating: UInt8(ascii: "a"), count: 1000))
        case .truncated: .truncated(promised: 1000, sent: Array("only this".utf8))
        case .silence: .silence
        case .drip: .drip(everyMilliseconds: 20)
        }
    }

    static let cookieFields = [
        HTTPField("Set-Cookie", "a=1; Expires=Wed, 21 Oct 2099 07:28:00 GMT"), HTTPField("X-Between", "yes"),
        HTTPField("set-cookie", "b=2, c=3"), HTTPField("Set-Cookie", ""),
    ]

    /// A value that is not UTF-8.
    static let oddField = HTTPField(name: "X-Odd", value: [0x66, 0xFF, 0xE9, 0x20, 0xC3, 0x28])

    /// `decoded` after gzip.
    private static let coded: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x4B, 0x49, 0x4D, 0xCE, 0x4F, 0x49,
        0x4D, 0x01, 0x00, 0xF6, 0x9A, 0xF0, 0x1A, 0x07, 0x00, 0x00, 0x00,
    ]
}

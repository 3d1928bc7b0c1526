import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

/// A broken response and the error it must become.
struct BrokenResponse: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let steps: [ServerStep]
    let error: @Sendable (HTTPOrigin) -> TransportError

    init(_ name: String, _ steps: [ServerStep], _ error: @escaping @Sendable (HTTPOrigin) -> TransportError) {
        testDescription = name
        self.steps = steps
        self.error = error
    }
}

@Suite("libcurl transport, broken responses", .timeLimit(.minutes(5)))
struct BrokenResponseTests {
    static let truncated = [
        BrokenResponse("closed before a byte", [.close]) { .truncated($0, .head, received: 0) },
        BrokenResponse("cut before a byte", [.cut]) { .truncated($0, .head, received: 0) },
        BrokenResponse("reset before a byte", [.reset]) { .truncated($0, .head, received: 0) },
        BrokenResponse(
            "body shorter than its length",
            [.text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), .close]
        ) {
            .truncated($0, .body, received: 3)
        },
        BrokenResponse(
            "chunks without the last",
            [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"), .close]
        ) {
            .truncated($0, .body, received: 3)
        },
    ]

    @Test("is truncated when the connection ends too early", arguments: truncated, [HTTPOrigin.Scheme.http, .https])
    func truncates(broken: BrokenResponse, scheme: HTTPOrigin.Scheme) async throws {
        try await expect(broken, scheme)
    }

    @Test("is truncated when a body that lasts to the end is cut off below TLS")
    func cutBelowTLS() async throws {
        let broken = BrokenResponse("", [.text("HTTP/1.1 200 OK\r\n\r\nabc"), .cut]) {
            .truncated($0, .body, received: 3)
        }
        try await expect(broken, .https)
    }

    @Test("is whole when a body that lasts to the end is closed in order", arguments: [HTTPOrigin.Scheme.http, .https])
    func closedInOrder(scheme: HTTPOrigin.Scheme) async throws {
        var setup = Bench.Setup()
        setup.scheme = scheme
        try await Bench.run(setup, answers: .script { _, _ in [.text("HTTP/1.1 200 OK\r\n\r\nabc"), .close] }) {
            bench in
            let response = try await bench.transport().perform(bench.request())
            #expect(response.body == Array("abc".utf8))
        }
    }

    @Test(
        "is malformed when it is not HTTP",
        arguments: [
            "SSH-2.0-OpenSSH_9.2\r\n", "<html>\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nContent-Encoding: rot13\r\nContent-Length: 3\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\n: nameless\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
        ]
    )
    func malformed(response: String) async throws {
        var setup = Bench.Setup()
        setup.scheme = .http
        try await Bench.run(setup, answers: .script { _, _ in [.text(response), .close] }) { bench in
            let error = await failure(of: try bench.transport(), bench.request(deadline: .seconds(5)))
            #expect(error?.label == .malformedResponse, "\(error.map { "\($0)" } ?? "no error")")
        }
    }

    @Test("is too large when the head is")
    func largeHead() async throws {
        let line = "X-Long: \(String(repeating: "a", count: 60_000))\r\n"
        let head = "HTTP/1.1 200 OK\r\n" + String(repeating: line, count: 5) + "\r\n"
        let broken = BrokenResponse("", [.text(head)]) { .tooLarge($0, .head, limit: 256 << 10) }
        try await expect(broken, .http)
    }

    @Test("is too large when interim responses never end")
    func manyInterim() async throws {
        let interim = "HTTP/1.1 103 Early Hints\r\nLink: \(String(repeating: "a", count: 1000))\r\n\r\n"
        let broken = BrokenResponse("", [.text(String(repeating: interim, count: 300))]) {
            .tooLarge($0, .head, limit: 256 << 10)
        }
        try await expect(broken, .http)
    }

    @Test("is too large as soon as its length says so")
    func announced() async throws {
        let broken = BrokenResponse("", [.text("HTTP/1.1 200 OK\r\nContent-Length: 40000000\r\n\r\nabc"), .hang]) {
            .tooLarge($0, .body, limit: 16 << 20)
        }
        try await expect(broken, .http)
    }

    @Test("is not measured by a length that comes without a body", arguments: [("HEAD", 200), ("GET", 304)])
    func announcedOnly(method: String, status: Int) async throws {
        let head = "HTTP/1.1 \(status) X\r\nContent-Length: 40000000\r\n\r\n"
        try await Bench.run(answers: .script { _, _ in [.text(head)] }) { bench in
            let response = try await bench.transport().perform(bench.request(method))
            #expect(response.status == status && response.body.isEmpty)
        }
    }

    private func expect(_ broken: BrokenResponse, _ scheme: HTTPOrigin.Scheme) async throws {
        var setup = Bench.Setup()
        setup.scheme = scheme
        try await Bench.run(setup, answers: .script { _, _ in broken.steps }) { bench in
            let error = await failure(of: try bench.transport(), bench.request(deadline: .seconds(10)))
            #expect(error == broken.error(bench.origin))
        }
    }
}

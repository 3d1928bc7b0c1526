import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

@Suite("libcurl transport, what goes out", .timeLimit(.minutes(5)))
struct RequestTests {
    private func sent(
        _ setup: Bench.Setup = .init(),
        _ change: (inout HTTPRequest) -> Void
    ) async throws -> ReceivedRequest {
        var received: [ReceivedRequest] = []
        try await Bench.run(setup) { bench in
            var request = bench.request()
            change(&request)
            _ = try await bench.transport().perform(request)
            received = bench.server.requests
        }
        return try #require(received.first)
    }

    @Test("sends Host, Accept-Encoding and the caller's fields, and nothing else")
    func fields() async throws {
        let request = try await sent { $0.fields = ["X-B": "1", "X-A": "2", "x-b": "3", "X-Empty": ""] }
        #expect(request.fieldNames == ["host", "accept-encoding", "x-b", "x-a", "x-b", "x-empty"])
        #expect(request.text("Host") == "one.test")
        #expect(request.text("Accept-Encoding") == "gzip, deflate, br")
        #expect(request.text("X-Empty") == "")
    }

    @Test(
        "sends the target byte for byte",
        arguments: [
            "/", "/a/../b/./c", "//twice", "/%zz?%", "/a?b=/../c", "/?a='\"<>\\^`{|}", "/a?", "/;p=1?x=https://a.b/c",
        ],
        [false, true]
    )
    func targets(target: String, overHTTP2: Bool) async throws {
        var setup = Bench.Setup()
        setup.speaksHTTP2 = overHTTP2
        let request = try await sent(setup) { $0.target = target }
        #expect(request.target == target)
        #expect(request.version == (overHTTP2 ? "HTTP/2" : "HTTP/1.1"))
    }

    @Test("keeps the method's case and words", arguments: ["GET", "DELETE", "OPTIONS", "patch", "QUERY"])
    func methods(method: String) async throws {
        let request = try await sent { $0.method = method }
        #expect(request.method == method)
        #expect(request.body.isEmpty)
    }

    @Test("says that a POST, PUT or PATCH without a body is empty", arguments: ["POST", "PUT", "PATCH"])
    func emptyBody(method: String) async throws {
        let request = try await sent { $0.method = method }
        #expect(request.text("Content-Length") == "0")
        #expect(request.text("Content-Type") == nil)
    }

    @Test("sends a large body at once, without asking first")
    func largeBody() async throws {
        let body = (0..<2_000_000).map { UInt8(truncatingIfNeeded: $0) }
        let request = try await sent { ($0.method, $0.body) = ("PUT", body) }
        #expect(request.body == body)
        #expect(!request.fieldNames.contains("expect"))
    }

    @Test("sends the caller's Content-Type, Accept and User-Agent once")
    func callersFields() async throws {
        let fields: HTTPFields = ["Content-Type": "text/xml", "Accept": "*/*", "User-Agent": "probe"]
        let request = try await sent { ($0.method, $0.body, $0.fields) = ("POST", [1], fields) }
        for field in fields { #expect(request.fields.filter { $0.name == field.name }.map(\.value) == [field.value]) }
    }

    @Test("names the origin's port in Host and connects where the override says")
    func hostWithPort() async throws {
        let request = try await sent { $0.origin = HTTPOrigin(scheme: .https, host: "one.test", port: 8445) }
        #expect(request.text("Host") == "one.test:8445")
    }
}

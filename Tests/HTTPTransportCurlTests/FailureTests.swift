import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

@Suite("libcurl transport, failures", .timeLimit(.minutes(5)))
struct FailureTests {
    /// A name that no resolver has to be asked about: its label is longer than DNS allows.
    private static let impossibleName = String(repeating: "a", count: 64) + ".test"

    @Test("produces every label", arguments: TransportError.Label.allCases)
    func everyLabel(label: TransportError.Label) async throws {
        let error = try await Self.produce(label)
        #expect(error?.label == label, "\(error.map { "\($0)" } ?? "no error")")
        #expect(error?.origin.host.isEmpty == false)
    }

    private static func produce(_ label: TransportError.Label) async throws -> TransportError? {
        switch label {
        case .nameNotResolved: try await direct(host: impossibleName)
        case .connectionRefused: try await direct(host: "127.0.0.1", port: closedLoopbackPort)
        // An address of the local link without the link: no system can send to it.
        case .unreachable: try await direct(host: "fe80::1")
        case .proxy:
            try await direct(host: "one.test") { $0.proxy = .fixed(Proxy(host: impossibleName, port: 80)) }
        case .tls: try await answered(with: []) { $0.trustedCertificates = [] }
        case .timedOut: try await answered(with: [.hang]) { _ in }
        case .tooLarge: try await answered(with: [.response(body: [UInt8](repeating: 0, count: 2000))]) { _ in }
        case .truncated: try await answered(with: [.close]) { _ in }
        case .malformedResponse: try await answered(with: [.text("I am not HTTP\r\n"), .close]) { _ in }
        case .invalidRequest: try await direct(host: "not a host")
        case .cancelled: try await cancelled()
        // A name longer than libcurl takes any text.
        case .failed:
            try await direct(host: "one.test") {
                $0.proxy = .fixed(Proxy(host: "p.test", port: 80, userName: String(repeating: "u", count: 8_000_001)))
            }
        }
    }

    private static func direct(
        host: String,
        port: UInt16? = nil,
        _ change: (inout CurlConfiguration) -> Void = { _ in }
    ) async throws -> TransportError? {
        var configuration = CurlConfiguration()
        configuration.trustsSystemRoots = false
        change(&configuration)
        let origin = HTTPOrigin(scheme: .https, host: host, port: port)
        return await failure(
            of: try CurlHTTPTransport(configuration),
            HTTPRequest(origin: origin, target: "/?secret=1")
        )
    }

    private static func answered(
        with steps: [ServerStep],
        _ change: (inout CurlConfiguration) -> Void
    ) async throws -> TransportError? {
        var error: TransportError?
        try await Bench.run(answers: .script { _, _ in steps }) { bench in
            var request = bench.request(deadline: steps.isEmpty ? .seconds(20) : .seconds(1))
            request.maximumBodyLength = 1000
            error = await failure(of: try bench.transport(change), request)
        }
        return error
    }

    private static func cancelled() async throws -> TransportError? {
        var error: TransportError?
        try await Bench.run(answers: .script { _, _ in [.hang] }) { bench in
            let transport = try bench.transport()
            let task = Task { await failure(of: transport, bench.request()) }
            task.cancel()
            error = await task.value
        }
        return error
    }

    @Test("names the port that refuses and the name that has no address")
    func details() async throws {
        let port = closedLoopbackPort
        #expect(try await Self.direct(host: "127.0.0.1", port: port)?.description.contains("port \(port)") == true)
        #expect(try await Self.direct(host: Self.impossibleName)?.description.contains(Self.impossibleName) == true)
    }
}

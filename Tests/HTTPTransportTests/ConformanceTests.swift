import HTTPTransport
import HTTPTransportTesting
import Testing

@Suite("In-memory transport, conformance", .timeLimit(.minutes(5)))
struct ConformanceTests {
    private let peer = ConformancePeer(
        origin: HTTPOrigin(scheme: .https, host: "peer.example"),
        deadOrigin: HTTPOrigin(scheme: .https, host: "peer.example", port: 9)
    )

    @Test("keeps every rule of a transport", arguments: HTTPTransportConformance.checks)
    func conforms(check: HTTPTransportConformance.Check) async throws {
        try await HTTPTransportConformance(transport: ScriptedTransport.answering(as: peer), peer: peer).run(check)
    }

    @Test("finds each fault of a transport that has it", arguments: Fault.allCases)
    func findsFaults(fault: Fault) async {
        let transport = FaultyTransport(good: .answering(as: peer), fault: fault)
        let run = HTTPTransportConformance(transport: transport, peer: peer)
        var broken: [String] = []
        for check in HTTPTransportConformance.checks {
            do throws(HTTPTransportConformance.Failure) {
                try await run.run(check)
            } catch {
                broken.append(check.name)
            }
        }
        #expect(broken.contains { $0.contains(fault.rawValue) }, "broken: \(broken)")
    }
}

/// What a transport may do wrong, by a piece of the name of the check that must find it.
enum Fault: String, CaseIterable, Sendable {
    case followsRedirects = "redirect"
    case joinsCookies = "Set-Cookie"
    case throwsForStatus = "4xx"
    case repairsBytes = "not UTF-8"
    case addsUserAgent = "user agent"
    case ignoresLimit = "size allowed"
    case hidesTruncation = "too early"
    case skipsValidation = "cannot be sent"
}

/// A good transport with one fault.
struct FaultyTransport: HTTPTransport {
    let good: ScriptedTransport
    let fault: Fault

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        var request = request
        if fault == .addsUserAgent { request.fields.append("User-Agent", "faulty") }
        if fault == .ignoresLimit { request.maximumBodyLength = .max }
        if fault == .skipsValidation { request.fields = [:] }
        var response: HTTPResponse
        do throws(TransportError) {
            response = try await good.perform(request)
        } catch {
            guard fault == .hidesTruncation, error.label == .truncated else { throw error }
            response = HTTPResponse(status: 200)
        }
        if fault == .throwsForStatus, response.status >= 400 {
            throw .malformedResponse(request.origin, detail: "status \(response.status)")
        }
        if fault == .followsRedirects, let location = response.fields.text(named: "location") {
            request.target = location
            response = try await good.perform(request)
        }
        if fault == .repairsBytes {
            response.fields = HTTPFields(response.fields.map { HTTPField($0.name, $0.text) })
        }
        if fault == .joinsCookies {
            let all = response.fields.values(named: "set-cookie").joined(separator: Array(", ".utf8))
            response.fields.set(HTTPField(name: "Set-Cookie", value: Array(all)))
        }
        return response
    }
}

import HTTPTransport
import TestSupport
import Testing

@testable import SignInTrace

@Suite("A recorded trace, HAR 1.2")
struct HARFormTests {
    private static func schema() throws -> JSONSchema { try JSONSchema(Fixture.bytes("har-1.2.schema.json")) }

    @Test("has every member that the specification asks for, and none that it does not know, at every moment")
    func agreesWithSchema() async throws {
        let sample = SampleTrace()
        try await sample.walk()
        sample.recorder.end(TracedOutcome(status: 3, message: "It was refused."))
        let schema = try Self.schema()
        #expect(sample.kept.all.count >= 13)
        for file in sample.kept.all { #expect(schema.faults(in: try JSONTree(file)) == []) }
    }

    @Test(
        "is not taken for one where a member is missing, of another type or unknown",
        arguments: ["request", "response", "timings", "cache", "startedDateTime", "time"]
    )
    func schemaFindsFaults(name: String) async throws {
        let sample = SampleTrace()
        try await sample.walk(1)
        let schema = try Self.schema()
        let log = try JSONTree(sample.recorder.file)
        var entry = try #require(log["log"]?["entries"]?.elements.first)
        func faults() -> [String] {
            var changed = log
            var inner = changed["log"]
            inner?["entries"] = .array([entry])
            changed["log"] = inner
            return schema.faults(in: changed)
        }
        #expect(faults().isEmpty)
        let value = entry[name]
        entry[name] = nil
        #expect(faults() == ["$.log.entries[0].\(name) is missing"])
        entry[name] = .flag(true)
        #expect(faults().count == 1)
        entry[name] = value
        entry["extra"] = .null
        #expect(faults() == ["$.log.entries[0].extra is not known"])
        entry["extra"] = nil
        entry["_extra"] = .null
        #expect(faults().isEmpty)
    }

    @Test("tells whom it asked and what for, in the words of a sign-in")
    func partiesAndSteps() async throws {
        let sample = SampleTrace()
        try await sample.walk()
        let document = try TraceReader.read(sample.recorder.file, publicNames: [])
        #expect(
            document.exchanges.map(\.party) == [
                .finesse, .finesse, .identityProvider, .identityService, .finesse, .finesse,
            ]
        )
        #expect(
            document.exchanges.map(\.step) == [
                "mode of the system", "token", "SAML request", "user name and password", "code for the token",
                "change of the agent",
            ]
        )
        #expect(document.exchanges.map(\.milliseconds) == [10, 10, 10, 10, 10, 10])
    }

    @Test("keeps the request that is under way, and why one got no answer")
    func pendingAndFailed() async throws {
        let sample = SampleTrace()
        let origin = SampleTrace.origin("finesse.example", 8445)
        let transport = sample.recorder.transport(Refusing())
        _ = try? await transport.perform(HTTPRequest(origin: origin, target: "/finesse/api/SystemInfo"))
        let files = try sample.kept.all.map { try TraceReader.read($0, publicNames: []) }
        #expect(files.map { $0.exchanges.first?.isPending } == [true, false])
        #expect(files.last?.exchanges.first?.error == "\(TransportError.connectionRefused(origin))")
        #expect(files.last?.exchanges.first?.status == 0)
    }

    @Test("of very many exchanges keeps each request, writes the rest less often, and says how many came too late")
    func long() async throws {
        let sample = SampleTrace()
        let transport = sample.recorder.transport(Refusing())
        let origin = SampleTrace.origin("finesse.example", 8445)
        for _ in 0..<90 { _ = try? await transport.perform(HTTPRequest(origin: origin, target: "/")) }
        #expect((154..<180).contains(sample.kept.all.count), "\(sample.kept.all.count)")
        sample.recorder.end(TracedOutcome(status: 0, message: nil))
        let document = try TraceReader.read(try #require(sample.kept.all.last), publicNames: [])
        #expect(document.exchanges.count == 90 && document.exchanges.allSatisfy { !$0.isPending })
    }

    @Test("that is full drops what comes, and says how much")
    func full() throws {
        var log = TraceLog(SampleTrace().recorder.settings, finesse: [])
        let request = HTTPRequest(origin: SampleTrace.origin("finesse.example"), target: "/")
        for _ in 0..<2_003 {
            log.end(log.begin(request, at: nil), .failure(.cancelled(request.origin)), after: .zero)
        }
        let document = try TraceReader.read(log.file(), publicNames: [])
        #expect(document.exchanges.count == 2_000)
        #expect(document.dropped == 3)
    }

    private struct Refusing: HTTPTransport {
        func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
            throw .connectionRefused(request.origin)
        }
    }

    @Test("puts each decision over a cookie to its request, also one that came before it")
    func decisions() async throws {
        let sample = SampleTrace()
        try await sample.walk()
        let document = try TraceReader.read(sample.recorder.file, publicNames: [])
        #expect(
            document.exchanges.map { $0.cookies.map { "\($0.name) \($0.decision)" } } == [
                [], ["session stored", "foreign refused"], ["session sent"], ["ids withheld"], [], [],
            ]
        )
    }
}

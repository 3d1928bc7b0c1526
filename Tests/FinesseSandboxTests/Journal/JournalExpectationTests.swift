import FinesseSandbox
import Testing

@Suite("Sandbox journal, expectations", .timeLimit(.minutes(5)))
struct JournalExpectationTests {
    private static func signedIn() async throws -> FinesseSandbox {
        let client = try await ChainClient()
        #expect(try await client.signIn().json?["token"] != nil)
        return client.sandbox
    }

    @Test("counts requests, and says which came near when there are too few")
    func count() async throws {
        let journal = try await Self.signedIn().journal
        try journal.expect(.once(.route(.loginSubmit)))
        try journal.expect(.times(1...3, JournalSelector(party: .finesse, path: "/desktop/sso/*")))
        try journal.expect(.atLeast(1, .route(.assertion)))
        let error = #expect(throws: JournalMismatch.self) {
            try journal.expect(.times(2, JournalSelector(route: .loginSubmit, status: 500)))
        }
        let text = "\(try #require(error))"
        #expect(text.contains("expected 2 requests with route loginSubmit, status 500; seen: none."))
        #expect(text.contains("POST /adfs/ls/"))
        #expect(text.contains("[status is not 500]"))
    }

    @Test("shows what was there when nothing was to be there")
    func absence() async throws {
        let journal = try await Self.signedIn().journal
        try journal.expect(.never(.route(.refresh)))
        let error = #expect(throws: JournalMismatch.self) { try journal.expect(.never(.route(.relay))) }
        #expect("\(try #require(error))".contains("POST /ids/relay"))
    }

    @Test("knows the order of a sign-in, and what is missing in another order")
    func order() async throws {
        let journal = try await Self.signedIn().journal
        try journal.expect(
            .inOrder([
                .route(.token), .route(.authorize), .route(.loginPage), .route(.loginSubmit), .route(.assertion),
                .route(.relay), .route(.callback),
            ])
        )
        let error = #expect(throws: JournalMismatch.self) {
            try journal.expect(.inOrder([.route(.callback), .route(.authorize)]))
        }
        #expect("\(try #require(error))".contains("only the first 1; then missing: route authorize"))
    }

    @Test("knows every refusal, or that there is none")
    func refusals() async throws {
        let client = try await ChainClient()
        _ = try await client.signIn(password: "wrong")
        try client.sandbox.journal.expect(.refusals([.wrongPassword]))
        try client.sandbox.journal.expect(.once(.refused(.wrongPassword)))
        let error = #expect(throws: JournalMismatch.self) { try client.sandbox.journal.expect(.refusals([])) }
        #expect("\(try #require(error))".contains("expected no refusal; seen: idp.wrong_password."))
    }

    @Test("looks at later requests only, when told")
    func after() async throws {
        let sandbox = try await Self.signedIn()
        let last = sandbox.journal.entries.last?.number ?? 0
        try sandbox.journal.expect(.never(.route(.token)), after: last)
    }

    @Test("waits for a request, and says what is missing when nobody waits any more")
    func wait() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        let expectation = JournalExpectation.atLeast(2, .route(.systemInfo))
        let waiting = Task { try await sandbox.journal.wait(for: expectation) }
        for _ in 0..<2 { _ = await sandbox.answer(SandboxRequest(party: .finesse, target: "/finesse/api/SystemInfo")) }
        try await waiting.value
        try await sandbox.journal.wait(for: expectation)
        let cancelled = Task { try await sandbox.journal.wait(for: .atLeast(3, .route(.systemInfo))) }
        cancelled.cancel()
        await #expect(throws: JournalMismatch.self) { try await cancelled.value }
    }
}

import FinesseSandbox
import Testing

@testable import FinesseCLI

@Suite("finessectl trust", .timeLimit(.minutes(5)))
struct TrustCommandTests {
    @Test("shows the chain and, after a yes, trusts this certificate for this server only")
    func afterYes() async throws {
        try await SandboxContext.with(agrees: true, trustsAuthority: false) { (box: SandboxContext) async throws in
            #expect(await box.test.run("auth-mode") == ExitStatus.failure.rawValue)
            _ = box.test.takeTalk()

            let server = "\(box.sandbox.origins.host(.finesse)):\(box.sandbox.origins.port(.finesse))"
            #expect(await box.test.run("trust", server) == 0)
            let talk = box.test.takeTalk().joined(separator: "\n")
            #expect(talk.contains("SHA-256"))
            #expect(talk.contains("names    \(box.sandbox.origins.host(.finesse))"))
            #expect(await box.test.run("auth-mode") == 0)

            // The identity service is another server: its certificate is still nobody's.
            #expect(try await box.login("sjefferson") == ExitStatus.failure.rawValue)
            #expect(box.test.takeTalk().last?.contains(box.sandbox.origins.host(.identityService)) == true)
        }
    }

    @Test("changes nothing after a no, or for another fingerprint")
    func afterNo() async throws {
        try await SandboxContext.with(trustsAuthority: false) { (box: SandboxContext) async throws in
            let server = "\(box.sandbox.origins.host(.finesse)):\(box.sandbox.origins.port(.finesse))"
            #expect(await box.test.run("trust", server) == ExitStatus.failure.rawValue)
            #expect(box.test.takeTalk().last?.contains("give it with --fingerprint") == true)
            let other = String(repeating: "AB:", count: 31) + "AB"
            #expect(await box.test.run("trust", server, "--fingerprint", other) == ExitStatus.failure.rawValue)
            #expect(try box.test.context.profiles.profile(named: "box").pins == nil)
        }
    }
}

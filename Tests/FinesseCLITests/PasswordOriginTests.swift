import FinesseSandbox
import Testing

@testable import FinesseCLI

@Suite("Where finessectl lets a password go", .timeLimit(.minutes(5)))
struct PasswordOriginTests {
    @Test("nowhere that nobody allowed: without a person to ask, the sign-in stops and says which option it takes")
    func nobodyToAsk() async throws {
        try await SandboxContext.with(allowsProvider: false) { (box: SandboxContext) async throws in
            let provider = box.sandbox.origins.text(.identityProvider)
            #expect(try await box.login("sjefferson") == ExitStatus.stoppedOnPage.rawValue)
            #expect(box.test.takeTalk().joined().contains("--password-origin \(provider)"))
            #expect(!box.sandbox.journal.entries.contains { $0.formNames.contains("Password") })
            #expect(try await box.login("sjefferson", "--password-origin", provider) == 0)
        }
    }

    @Test("where a person says yes, which the profile remembers")
    func firstUseAsks() async throws {
        try await SandboxContext.with(agrees: true, allowsProvider: false) { (box: SandboxContext) async throws in
            let provider = box.sandbox.origins.text(.identityProvider)
            #expect(try await box.login("sjefferson") == 0)
            #expect(box.test.takeTalk().joined().contains("remembers that \(provider)"))
            #expect(try box.test.context.profiles.profile(named: "box").passwordOrigins == [provider])
            #expect(try await box.login("mwitwicky") == 0)
            #expect(box.test.takeTalk() == [])
        }
    }

    @Test(
        "not where only another origin was allowed",
        arguments: ["https://adfs.corp.example:1", "https://other.example"]
    )
    func anotherOrigin(allowed: String) async throws {
        try await SandboxContext.with(allowsProvider: false) { (box: SandboxContext) async throws in
            let status = try await box.login("sjefferson", "--password-origin", allowed)
            #expect(status == ExitStatus.stoppedOnPage.rawValue)
        }
    }

    @Test("refuses an origin that is none, before anything is sent", arguments: ["adfs.corp.example", "ftp://a", ""])
    func noOrigin(text: String) async throws {
        let test = try TestContext()
        let password = try test.file("password", "x\n")
        let words = ["login", "--server", "h:1", "--user", "u", "--password-file", password, "--password-origin", text]
        #expect(await FinesseProgram.run(words, in: test.context) == ExitStatus.usage.rawValue)
    }
}

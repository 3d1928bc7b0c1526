import FinesseSandbox
import Foundation
import Testing

@testable import FinesseCLI

@Suite("finessectl control", .timeLimit(.minutes(5)))
struct ControlCommandTests {
    /// A running sandbox whose control the profile "sandbox" remembers.
    private func with(_ body: (FinesseSandbox, TestContext) async throws -> Void) async throws {
        var configuration = SandboxConfiguration()
        configuration.control.isServed = true
        try await SandboxContext.with(configuration) { (box: SandboxContext) async throws in
            let control = try #require(box.sandbox.control)
            try box.test.context.profiles.save(ControlAccess(control), of: "sandbox")
            try await body(box.sandbox, box.test)
        }
    }

    @Test("shows and sets switches")
    func switches() async throws {
        try await with { sandbox, test in
            #expect(await test.run("control", "get", "tokens.form") == 0)
            #expect(test.takeOutput() == ["signed"])
            let words = [
                "control", "set", "tokens.form=opaque", "users.llennox.isLocked=false", "failures=[tokensVoid]",
            ]
            #expect(await FinesseProgram.run(words, in: test.context) == 0)
            #expect(
                test.takeOutput() == ["tokens.form  opaque", "users.llennox.isLocked  set", "failures  [tokensVoid]"]
            )
            #expect(sandbox.configuration.tokens.form == .opaque)
            #expect(sandbox.configuration.failures == [.tokensVoid])
            #expect(sandbox.configuration.users.filter(\.isLocked).isEmpty)
            #expect(await test.run("control", "set", "tokens.accessLifetime=1s") == ExitStatus.serverError.rawValue)
            #expect(test.takeTalk().first?.contains("tokens.accessLifetime: must lie within") == true)
            #expect(await test.run("control", "get", "--json") == 0)
            #expect(test.takeOutput().first?.contains(#""form":"opaque""#) == true)
        }
    }

    @Test("does the rest of what the control can do")
    func rest() async throws {
        try await with { sandbox, test in
            #expect(await test.run("control", "release", "12.6(2)") == 0)
            #expect(test.takeOutput().contains { $0.hasPrefix("* 12.6(2) ") })
            let before = sandbox.clock.now
            #expect(await test.run("control", "clock", "--advance", "10m") == 0)
            #expect(before.duration(to: sandbox.clock.now) >= .seconds(600))
            #expect(await test.run("control", "failures", "invalidClient", "tokensVoid") == 0)
            #expect(await test.run("control", "failures", "--add", "tokenAsHTML") == 0)
            #expect(sandbox.configuration.failures == [.invalidClient, .tokensVoid, .tokenAsHTML])
            #expect(await test.run("control", "failures", "--clear") == 0)
            #expect(sandbox.configuration.failures.isEmpty)
            #expect(await test.run("control", "faults", "--add", "nextRefreshFails") == 0)
            let fault = "{effect: {status: 503}, when: {route: refresh, times: 2}}"
            #expect(await test.run("control", "faults", "--add", fault) == 0)
            #expect(sandbox.faults.list.map(\.id) == [1, 2])
            #expect(await test.run("control", "faults", "--remove", "1") == 0)
            #expect(await test.run("control", "faults", "--remove", "1") == ExitStatus.serverError.rawValue)
            let key = sandbox.tokenPublicKeyPEM
            #expect(await test.run("control", "keys", "--regenerate") == 0)
            #expect(sandbox.tokenPublicKeyPEM != key)
            for words in [
                ["users"], ["nodes"], ["sessions", "--end"], ["journal", "--last", "3"], ["journal", "--clear"],
            ] {
                #expect(await FinesseProgram.run(["control"] + words, in: test.context) == 0)
            }
            #expect(await test.run("control", "reset") == 0)
            #expect(sandbox.configuration.release == nil)
        }
    }

    @Test("keeps the token in a file for its owner, and says so where no sandbox runs")
    func access() async throws {
        let test = try TestContext()
        #expect(await test.run("control", "reset") == ExitStatus.failure.rawValue)
        #expect(test.takeTalk().first?.contains("finessectl sandbox --profile sandbox") == true)
        try await with { _, test in
            let file = test.folder.appending(path: "config/finessekit/profiles/sandbox.control").path
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            test.context.profiles.removeControlAccess(of: "sandbox")
            #expect(!FileManager.default.fileExists(atPath: file))
        }
    }

    @Test("of a sandbox that has ended says how to start it")
    func ended() async throws {
        let test = try TestContext()
        var configuration = SandboxConfiguration()
        configuration.control.isServed = true
        let sandbox = try await FinesseSandbox.start(configuration)
        let control = try #require(sandbox.control)
        await sandbox.stop()
        _ = await test.run("profile", "add", "sandbox", "--server", "finesse1.xyz.com")
        try test.context.profiles.save(ControlAccess(control), of: "sandbox")
        #expect(await test.run("control", "clock") == ExitStatus.failure.rawValue)
        #expect(test.takeTalk().last?.contains("does not run any more") == true)
    }
}

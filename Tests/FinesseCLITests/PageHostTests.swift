import Foundation
import TestSupport
import Testing

@testable import FinesseCLI

@Suite("The page host of finessectl", .timeLimit(.minutes(5)))
struct PageHostTests {
    @Test("is the program named, and a wrong name is an error before anything is sent")
    func named() async throws {
        let test = try TestContext()
        let password = try test.file("password", "x\n")
        let words = [
            "login", "--server", "h:1", "--user", "u", "--password-file", password, "--page-host", "/nowhere/host",
        ]
        #expect(await FinesseProgram.run(words, in: test.context) == ExitStatus.usage.rawValue)
        let message = try #require(test.takeTalk().first)
        #expect(message.contains("no program for page hosts at /nowhere/host"))
        #expect(message.contains("--page-host"))
    }

    @Test("is kept in a profile, absolute")
    func inProfile() async throws {
        let test = try TestContext()
        #expect(await test.run("profile", "add", "lab", "--server", "h", "--page-host", "here/host") == 0)
        let path = try #require(try test.context.profiles.profile(named: "lab").pageHost)
        #expect(path.hasPrefix("/") && path.hasSuffix("/here/host"))
        let password = try test.file("password", "x\n")
        let words = ["login", "--user", "u", "--password-file", password]
        #expect(await FinesseProgram.run(words, in: test.context) == ExitStatus.usage.rawValue)
        #expect(test.takeTalk().joined().contains(path))
    }

    @Test("can be left out on purpose only")
    func onPurpose() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson", "--in-process-pages", "--json") == 0)
            #expect(try box.object()["loginId"] == .text("98411"))
        }
        let test = try TestContext()
        let words = ["login", "--server", "h", "--user", "u", "--in-process-pages", "--page-host", "/x"]
        #expect(await FinesseProgram.run(words, in: test.context) == ExitStatus.usage.rawValue)
        #expect(await test.run("profile", "add", "lab", "--server", "h", "--in-process-pages") != 0)
    }

    @Test("is missed with a status of its own where it is not installed, and found where the environment says")
    func notInstalled() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            let folder = try box.test.makeFolder("alone")
            let built = try RunningProgram.program()
            let alone = folder.appending(path: "finessectl")
            do {
                try FileManager.default.linkItem(at: built, to: alone)
            } catch {
                // The two folders may lie on two file systems.
                try FileManager.default.copyItem(at: built, to: alone)
            }
            let words = ["login", "--user", "sjefferson", "--password-file", try box.passwordFile("sjefferson")]

            let missing = try RunningProgram(words, in: box.test, program: alone)
            #expect(try await missing.output() == "")
            #expect(await missing.status() == ExitStatus.missingPart.rawValue)

            let host = built.deletingLastPathComponent().appending(path: "web-agent-page-host").path
            let found = try RunningProgram(
                words,
                in: box.test,
                program: alone,
                environment: ["WEB_AGENT_PAGE_HOST": host]
            )
            #expect(try await found.output().contains("98411"))
            #expect(await found.status() == 0)
        }
    }

    #if os(Linux)
    @Test("is gone when the sign-in is interrupted, and so is the program", arguments: [SIGINT, SIGTERM, SIGKILL])
    func interrupted(signal: Int32) async throws {
        let test = try TestContext()
        let password = try test.file("password", "x\n")
        let silent = try await LoopbackServer.start { _, _ in [.hang] }
        let login = try RunningProgram(
            ["login", "--server", "127.0.0.1:\(silent.port)", "--user", "u", "--password-file", password],
            in: test
        )
        var children: [Int32] = []
        while children.isEmpty, login.isRunning { children = login.children }
        #expect(children.count == 1)
        kill(login.identifier, signal)
        try #require(await login.status() == signal)
        // The system ends a host with its parent, and a moment may pass until it has.
        for child in children { while Self.isAlive(child) { await Task.yield() } }
        await silent.stop()
    }

    /// Whether a process is there and has not ended; one that nobody has waited for yet has.
    private static func isAlive(_ process: Int32) -> Bool {
        guard let found = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return false }
        let state = String(decoding: found, as: UTF8.self).split(separator: ")").last?.first { $0.isLetter }
        return state != "Z" && state != "X"
    }
    #endif
}

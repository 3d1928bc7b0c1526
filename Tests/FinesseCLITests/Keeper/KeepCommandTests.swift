import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Foundation
import Testing

@testable import FinesseCLI

@Suite("finessectl keep", .timeLimit(.minutes(10)))
struct KeepCommandTests {
    @Test("gives every program the one token it keeps fresh, for its owner alone, and leaves no socket behind")
    func wholeLife() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            try await box.age("sjefferson", by: 400)
            let keep = try RunningProgram(["keep", "--json"], in: box.test)
            defer { keep.end() }
            let socket = try Self.socket(try await keep.line())
            #expect(try Self.mode(socket) == 0o600)
            #expect(try Self.mode(URL(filePath: socket).deletingLastPathComponent().path) == 0o700)

            let asked = await KeeperClient(path: socket).ask(KeeperRequest(request: "token"))
            let answer = try #require(asked)
            #expect(answer.error == nil)
            #expect(answer.user == "sjefferson")
            #expect(answer.loginId == "98411")
            #expect((1...300).contains(answer.expiresIn ?? 0))

            // The command asks the keeper, also where it looks in the usual place.
            _ = box.test.takeOutput()
            #expect(await box.test.run("token", "--json") == 0)
            #expect(try box.object()["token"]?.text == answer.token?.reveal())
            #expect(box.refreshes == 1)

            #expect(await box.test.run("keep", "--status", "--json") == 0)
            let status = try box.object()
            #expect(status["standing"] == .text("signed-in"))
            #expect(status["process"] == .number(Int(keep.identifier)))
            #expect(status["token"] == nil)

            #expect(await box.test.run("keep", "--stop") == 0)
            #expect(await keep.status() == 0)
            #expect(!FileManager.default.fileExists(atPath: socket))
            _ = box.test.takeTalk()
            #expect(await box.test.run("keep", "--status") == ExitStatus.failure.rawValue)
            #expect(box.test.takeTalk().last?.contains("Start one: finessectl keep") == true)
        }
    }

    @Test("tells a shell where its socket is, turns a second keeper away, and ends at SIGTERM")
    func onePlace() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            let keep = try RunningProgram(["keep"], in: box.test)
            defer { keep.end() }
            let line = try await keep.line()
            #expect(line.hasPrefix("FINESSE_KEEPER_SOCK=/"))
            #expect(line.hasSuffix("; export FINESSE_KEEPER_SOCK;"))
            _ = box.test.takeTalk()
            #expect(await box.test.run("keep") == ExitStatus.failure.rawValue)
            #expect(box.test.takeTalk().last?.contains("is running already, at /") == true)
            keep.end()
            #expect(await keep.status() == 0)
            let socket = try box.test.context.keeperSocket(of: try box.key("sjefferson"))
            #expect(!FileManager.default.fileExists(atPath: socket))
        }
    }

    @Test("takes the place of a keeper that was killed")
    func staleSocket() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            let killed = try RunningProgram(["keep", "--json"], in: box.test)
            let socket = try Self.socket(try await killed.line())
            kill(killed.identifier, SIGKILL)
            #expect(await killed.isEndedBySignal())
            #expect(FileManager.default.fileExists(atPath: socket))
            // Nobody answers there, and the command does its own work.
            #expect(await box.test.run("token") == 0)

            let keep = try RunningProgram(["keep", "--json"], in: box.test)
            defer { keep.end() }
            #expect(try Self.socket(try await keep.line()) == socket)
            #expect(await KeeperClient(path: socket).ask(KeeperRequest(request: "status"))?.standing != nil)
        }
    }

    @Test("says once that only a person can go on, answers with the reason, and goes on after the next login")
    func needsPerson() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            try await box.age("sjefferson", by: 400)
            await box.sandbox.clock.advance(by: .seconds(7300))
            await box.sandbox.endProviderSessions()
            let said = try box.test.file("said", "")
            let talk = try #require(FileHandle(forWritingAtPath: said))
            let keep = try RunningProgram(["keep", "--json"], in: box.test, talk: talk)
            defer { keep.end() }
            let client = KeeperClient(path: try Self.socket(try await keep.line()))
            for _ in 0..<3 {
                let asked = await client.ask(KeeperRequest(request: "token"))
                let answer = try #require(asked)
                #expect(answer.error == .needsPerson)
                #expect(answer.reason?.contains(box.sandbox.origins.host(.identityProvider)) == true)
                #expect(answer.nextAction?.contains("finessectl login --user sjefferson") == true)
            }
            _ = box.test.takeTalk()
            #expect(await box.test.run("token") == ExitStatus.notSignedIn.rawValue)
            let signIns = box.sandbox.journal.entries(party: .finesse, method: "GET", path: "/desktop/sso/token").count

            #expect(try await box.login("sjefferson") == 0)
            let after = await client.ask(KeeperRequest(request: "token"))
            #expect(after?.token != nil, "\(after?.reason ?? "no answer")")
            // The keeper had tried once, and nobody tried again for those who asked: the sign-in is the person's.
            let all = box.sandbox.journal.entries(party: .finesse, method: "GET", path: "/desktop/sso/token").count
            #expect(all == signIns + 1)

            keep.end()
            #expect(await keep.status() == 0)
            let words = try String(contentsOf: URL(filePath: said), encoding: .utf8)
            #expect(
                words.split(separator: "\n").filter { $0.contains("finessectl login --user") }.count == 1,
                "\(words)"
            )
        }
    }

    @Test("gives no token after a logout by another program")
    func logout() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            let keep = try RunningProgram(["keep", "--json"], in: box.test)
            defer { keep.end() }
            let client = KeeperClient(path: try Self.socket(try await keep.line()))
            #expect(await client.ask(KeeperRequest(request: "token"))?.token != nil)
            #expect(await box.test.run("logout") == 0)
            #expect(await client.ask(KeeperRequest(request: "token"))?.error == .needsPerson)
        }
    }

    @Test("needs somebody who is signed in")
    func nobody() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(await box.test.run("keep") == ExitStatus.notSignedIn.rawValue)
            #expect(box.test.takeTalk().last?.contains("finessectl login") == true)
        }
    }

    /// The path that a keeper printed.
    private static func socket(_ line: String) throws -> String {
        let object = try JSONDecoder().decode([String: JSON].self, from: Data(line.utf8))
        return try #require(object["socket"]?.text)
    }

    private static func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}

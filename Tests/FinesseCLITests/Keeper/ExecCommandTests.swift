import FinesseSSO
import FinesseSandbox
import Foundation
import Testing

@testable import FinesseCLI

@Suite("finessectl exec", .timeLimit(.minutes(10)))
struct ExecCommandTests {
    @Test("hands the token over in a variable or at a descriptor, never as an argument")
    func handsOver() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            _ = box.test.takeOutput()
            #expect(await box.test.run("token", "--json") == 0)
            let token = try #require(try box.object()["token"]?.text)

            #expect(try await Self.output(box, ["--", "/bin/sh", "-c", #"printf %s "$FINESSE_TOKEN""#]) == token)
            #expect(
                try await Self.output(box, ["--env", "T", "--", "sh", "-c", #"printf %s "$T$FINESSE_TOKEN""#]) == token
            )
            let reading = #"read -r t <&3; printf %s "$t$FINESSE_TOKEN"; read -r t <&3 || printf ' end'"#
            #expect(try await Self.output(box, ["--fd", "3", "--", "sh", "-c", reading]) == token + " end")
            #expect(try await Self.output(box, ["--fd", "0", "--", "cat"]) == token + "\n")

            let arguments = try await Self.output(box, ["--", "cat", "/proc/self/cmdline"])
            #expect(arguments.hasPrefix("cat"))
            #expect(!arguments.contains(token.suffix(40)))
        }
    }

    @Test("leaves signals and the exit status to the program")
    func statusAndSignals() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0, "\(box.test.takeTalk())")
            let seven = try RunningProgram(["exec", "--", "sh", "-c", "exit 7"], in: box.test)
            #expect(await seven.status() == 7)
            #expect(await !seven.isEndedBySignal())

            // It would run for long; a signal to finessectl's process ends it, as it ends any program.
            let long = try RunningProgram(["exec", "--", "sh", "-c", "echo ready; exec sleep 600"], in: box.test)
            #expect(try await long.line() == "ready")
            long.end()
            #expect(await long.isEndedBySignal())
            #expect(await long.status() == SIGTERM)
        }
    }

    @Test("opens nothing else to the program, also after a renewal")
    func descriptors() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            try await box.age("sjefferson", by: 400)
            // What this test has open itself is no concern of the program.
            let closing = "for f in /proc/self/fd/*; do n=${f##*/}; [ $n -le 2 ] || eval \"exec $n>&-\"; done; "
            let command = #"exec "$0" exec --fd 9 -- ls /proc/self/fd"#
            let finessectl = try RunningProgram.program()
            let shell = try RunningProgram(
                ["-c", closing + command, finessectl.path],
                in: box.test,
                program: URL(filePath: "/bin/bash")
            )
            let open = try await shell.output()
            #expect(box.refreshes == 1)
            #expect(open.split(separator: "\n").map(String.init) == ["0", "1", "2", "3", "9"])  // 3 is the folder's
        }
    }

    @Test("says as shells do that there is no such program, or that it cannot be run")
    func noProgram() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            let missing = await box.test.run("exec", "--", "no-such-program-anywhere")
            #expect(missing == ExitStatus.programNotFound.rawValue)
            #expect(box.test.takeTalk().last?.contains("no-such-program-anywhere") == true)
            let folder = await box.test.run("exec", "--", box.test.folder.path)
            #expect(folder == ExitStatus.cannotRun.rawValue)
        }
    }

    @Test(
        "takes no descriptor for output, and no name that is none",
        arguments: [["--fd", "1"], ["--fd", "-1"], ["--env", ""], ["--env", "A=B"]]
    )
    func wrongOptions(options: [String]) async throws {
        let test = try TestContext()
        let status = await FinesseProgram.run(["exec", "--server", "x"] + options + ["--", "true"], in: test.context)
        #expect(status == ExitStatus.usage.rawValue)
    }

    private static func output(_ box: SandboxContext, _ words: [String]) async throws -> String {
        let program = try RunningProgram(["exec"] + words, in: box.test)
        let output = try await program.output()
        #expect(await program.status() == 0)
        return output
    }
}

@Suite("finessectl token in many processes", .timeLimit(.minutes(10)))
struct ManyTokenCommandsTests {
    @Test("refreshes once: the others print what the first has stored")
    func oneRefresh() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            try await box.age("sjefferson", by: 400)
            let lock = FileSessionLock(directory: box.store.directory)
            let held = try #require(try await lock.take(try box.key("sjefferson")))
            let programs = try (0..<8).map { _ in try RunningProgram(["token"], in: box.test) }
            await held.release()
            var tokens: [String] = []
            for program in programs {
                tokens.append(try await program.output())
                #expect(await program.status() == 0)
            }
            #expect(Set(tokens).count == 1)
            #expect(tokens[0].split(separator: ".").count == 3)
            #expect(box.refreshes == 1)
        }
    }

    @Test("gives a token whose renewal fails to its end, and says so")
    func usedToItsEnd() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            _ = box.test.takeOutput()
            #expect(await box.test.run("token") == 0)
            let before = box.test.takeOutput()
            try await box.age("sjefferson", by: 240)
            await box.sandbox.setFailures([.tokenTruncated])
            _ = box.test.takeTalk()
            #expect(await box.test.run("token") == 0)
            #expect(box.test.takeOutput() == before)
            #expect(box.test.takeTalk().first?.hasPrefix("The token could not be renewed") == true)
            try await box.age("sjefferson", by: 100)
            #expect(await box.test.run("token") != 0)
        }
    }
}

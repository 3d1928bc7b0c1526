import Foundation
import Testing

@testable import FinesseCLI

@Suite("Shell completion", .timeLimit(.minutes(5)))
struct CompletionTests {
    private static func script(_ shell: String) async throws -> String {
        let test = try TestContext()
        #expect(await test.run("completion", shell) == 0)
        return test.takeOutput().joined(separator: "\n") + "\n"
    }

    /// Runs a shell on a file; nil where the shell is not there.
    private static func run(_ shell: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [shell] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    static func isInstalled(_ shell: String) -> Bool {
        ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(shell)")
        }
    }

    private static func accepts(_ shell: String) async throws {
        let test = try TestContext()
        let file = try test.file("completion", try await script(shell))
        let answer = try run(shell, ["-n", file])
        #expect(answer.status == 0 && answer.output.isEmpty, "\(answer.output)")
        // The shell looks: what cannot be parsed is refused.
        let broken = try test.file("broken", try await script(shell) + "\nif (((\n")
        #expect(try run(shell, ["-n", broken]).status != 0)
    }

    @Test("is a script that bash accepts", .enabled(if: isInstalled("bash"), "bash is not installed"))
    func bash() async throws { try await Self.accepts("bash") }

    @Test("is a script that zsh accepts", .enabled(if: isInstalled("zsh"), "zsh is not installed"))
    func zsh() async throws { try await Self.accepts("zsh") }

    @Test("is a script that fish accepts", .enabled(if: isInstalled("fish"), "fish is not installed"))
    func fish() async throws { try await Self.accepts("fish") }

    @Test(
        "completes commands and options in bash",
        .enabled(if: isInstalled("bash"), "bash is not installed"),
        arguments: [("why", ["why-cookie"]), ("log", ["login", "logout"]), ("login --trac", ["--trace"]), ("xyz", [])]
    )
    func completes(typed: String, offered: [String]) async throws {
        let test = try TestContext()
        let file = try test.file("completion", try await Self.script("bash"))
        let program = """
            . "$1"
            COMP_LINE="finessectl $2"
            COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            $(complete -p finessectl | sed 's/.*-F \\([^ ]*\\).*/\\1/') finessectl "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let answer = try Self.run("bash", ["--norc", "--noprofile", "-c", program, "bash", file, typed])
        let found = answer.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(found.filter { !$0.isEmpty }.sorted() == offered)
    }

    @Test("for a shell that is not known is an error that names those that are")
    func unknown() async throws {
        let test = try TestContext()
        #expect(await test.run("completion", "tcsh") == ExitStatus.usage.rawValue)
        #expect(test.takeTalk().joined().contains("bash, zsh or fish"))
    }
}

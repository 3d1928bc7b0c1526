import Foundation
import TestSupport
import Testing

@testable import FinesseCLI

@Suite("finessectl as processes", .timeLimit(.minutes(5)))
struct ProcessTests {
    @Test("signs in against a sandbox of another process, and hands the token to a third")
    func threeProcesses() async throws {
        let test = try TestContext()
        let sandbox = try RunningProgram(["sandbox"], in: test)
        defer { sandbox.end() }
        try await sandbox.waitForOutput("Ready.")

        let password = try test.file("password", "Ratchet-1984\n")
        let login = try RunningProgram(
            ["login", "--profile", "sandbox", "--user", "sjefferson", "--password-file", password],
            in: test
        )
        let arguments = login.commandLine
        let signedIn = try await login.output()
        #expect(await login.status() == 0)
        #expect(signedIn.contains("98411"))
        #expect(signedIn.contains("token expires at"))

        let token = try RunningProgram(["token", "--json"], in: test)
        let answer = try JSONDecoder().decode([String: JSON].self, from: Data(try await token.output().utf8))
        let secret = try #require(answer["token"]?.text)
        #expect(secret.split(separator: ".").count == 3)

        // What every user of the machine may read of a process holds no secret, nor does what the others printed.
        let seen = [arguments, sandbox.commandLine, signedIn]
        for text in seen { #expect(!text.contains("Ratchet-1984") && !text.contains(secret.suffix(40))) }
    }

    @Test("ends at SIGTERM, with everything put away")
    func endsOnRequest() async throws {
        let test = try TestContext()
        let sandbox = try RunningProgram(["sandbox"], in: test)
        try await sandbox.waitForOutput("Ready.")
        sandbox.end()
        #expect(await sandbox.status() == 0)
    }

    @Test("ends where nobody reads its output, and says why where the disk is full")
    func outputThatTakesNoMore() async throws {
        let test = try TestContext()
        let path = try RunningProgram.program().path
        let shell = URL(filePath: "/bin/bash")
        // The reader has ended before the program begins to write.
        let noReader = #"exec 3> >(exit 0); wait $!; "$0" completion bash >&3 2>/dev/null; echo $?"#
        let unread = try RunningProgram(["-c", noReader, path], in: test, program: shell)
        #expect(try await unread.output() == "\(128 + SIGPIPE)\n")

        let full = try RunningProgram(
            ["-c", #""$0" completion bash 2>&1 >/dev/full; echo $?"#, path],
            in: test,
            program: shell
        )
        let words = try await full.output()
        #expect(words.hasPrefix("Cannot write to standard output: ") && words.contains("repeat the command."))
        #expect(words.hasSuffix("\n1\n"))
    }

    @Test("does not overwrite a profile that a person wrote")
    func foreignProfile() async throws {
        let test = try TestContext()
        #expect(await test.run("profile", "add", "work", "--server", "finesse1.xyz.com") == 0)
        let sandbox = try RunningProgram(["sandbox", "--profile", "work"], in: test)
        _ = try await sandbox.output()
        #expect(await sandbox.status() == ExitStatus.usage.rawValue)
        #expect(try test.context.profiles.profile(named: "work").server == "finesse1.xyz.com")
    }
}

/// The built program, running beside the test with the test's own folders.
final class RunningProgram: Sendable {
    private let process = Process()
    private let reading: FileHandle

    /// What `/proc` shows of it to everybody; empty where there is no such place.
    let commandLine: String

    init(
        _ arguments: [String],
        in test: TestContext,
        program: URL? = nil,
        environment: [String: String] = [:],
        talk: FileHandle = .nullDevice
    ) throws {
        process.executableURL = try program ?? Self.program()
        process.arguments = arguments
        process.environment = test.context.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { _, new in new }
            .merging(Self.sanitizers) { _, new in new }
            .merging(environment) { _, new in new }
        let pipe = Pipe()
        reading = pipe.fileHandleForReading
        process.standardOutput = pipe
        process.standardError = talk
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let file = "/proc/\(process.processIdentifier)/cmdline"
        commandLine = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// What a sanitizer that the tests run under was told: the program runs under it too.
    private static let sanitizers = ProcessInfo.processInfo.environment.filter { name, _ in
        ["ASAN_OPTIONS", "LD_PRELOAD", "TSAN_OPTIONS"].contains(name)
    }

    var identifier: Int32 { process.processIdentifier }

    var isRunning: Bool { process.isRunning }

    /// The processes that each of its threads has started and that are there.
    var children: [Int32] {
        let folder = "/proc/\(identifier)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return threads.flatMap { thread in
            let list = FileManager.default.contents(atPath: "\(folder)/\(thread)/children") ?? Data()
            return String(decoding: list, as: UTF8.self).split(separator: " ").compactMap { Int32($0) }
        }
    }

    /// The exit status, once it has ended.
    func status() async -> Int32 {
        await Self.waiting { [process] in process.waitUntilExit() }
        return process.terminationStatus
    }

    /// Whether a signal has ended it; its number is then the status.
    func isEndedBySignal() async -> Bool {
        await Self.waiting { [process] in process.waitUntilExit() }
        return process.terminationReason == .uncaughtSignal
    }

    /// The first line it prints; fails when it ends before.
    func line() async throws -> String {
        let handle = reading
        let seen = try await Self.waiting { () throws -> [UInt8] in
            var seen: [UInt8] = []
            while seen.last != UInt8(ascii: "\n") {
                guard let byte = try handle.read(upToCount: 1), !byte.isEmpty else { break }
                seen += byte
            }
            return seen
        }
        let text = String(decoding: seen, as: UTF8.self)
        try #require(text.hasSuffix("\n"), "It ended, having printed: \(text)")
        return String(text.dropLast())
    }

    /// Everything it prints until it ends.
    func output() async throws -> String {
        let handle = reading
        let data = try await Self.waiting { [process] () throws -> Data in
            let data = try handle.readToEnd() ?? Data()
            process.waitUntilExit()
            return data
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// Reads what it prints until a text comes; fails when it ends before.
    func waitForOutput(_ text: String) async throws {
        let handle = reading
        let seen = await Self.waiting {
            var seen = ""
            while !seen.contains(text) {
                let data = handle.availableData
                if data.isEmpty { break }
                seen += String(decoding: data, as: UTF8.self)
            }
            return seen
        }
        try #require(seen.contains(text), "It ended, having printed: \(seen)")
    }

    /// Asks it to end; ``status()`` waits for that.
    func end() {
        if process.isRunning { process.terminate() }
    }

    /// Waits on a thread of its own: the sandbox that the program asks lives in this process, on the threads of its
    /// tasks, and a test that sat on one of them could keep it from answering.
    private static func waiting<Value: Sendable, Failure: Error>(
        _ body: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let result = await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<Value, Failure>, Never>) in
            Thread.detachNewThread { continuation.resume(returning: Result(catching: body)) }
        }
        return try result.get()
    }

    /// The program lies beside the test bundle in the build's folder.
    static func program() throws -> URL {
        let candidates = [Bundle.main.executableURL, URL(filePath: CommandLine.arguments[0])].compactMap { $0 }
            .map { $0.deletingLastPathComponent().appending(path: "finessectl") }
        return try #require(
            candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) },
            "finessectl is not beside the tests: \(candidates.map(\.path))"
        )
    }
}

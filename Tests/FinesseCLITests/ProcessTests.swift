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
        try sandbox.waitForOutput("Ready.")

        let password = try test.file("password", "Ratchet-1984\n")
        let login = try RunningProgram(
            ["login", "--profile", "sandbox", "--user", "sjefferson", "--password-file", password],
            in: test
        )
        let arguments = login.commandLine
        let signedIn = try login.output()
        #expect(login.status == 0)
        #expect(signedIn.contains("98411"))
        #expect(signedIn.contains("token expires at"))

        let token = try RunningProgram(["token", "--json"], in: test)
        let answer = try JSONDecoder().decode([String: JSON].self, from: Data(try token.output().utf8))
        let secret = try #require(answer["token"]?.text)
        #expect(secret.split(separator: ".").count == 3)

        // What every user of the machine may read of a process holds no secret, nor does what the others printed.
        let seen = [arguments, sandbox.commandLine, signedIn]
        for text in seen { #expect(!text.contains("Ratchet-1984") && !text.contains(secret.suffix(40))) }
    }

    @Test("ends at SIGTERM, with everything put away")
    func endsOnRequest() throws {
        let test = try TestContext()
        let sandbox = try RunningProgram(["sandbox"], in: test)
        try sandbox.waitForOutput("Ready.")
        sandbox.end()
        #expect(sandbox.status == 0)
    }

    @Test("does not overwrite a profile that a person wrote")
    func foreignProfile() async throws {
        let test = try TestContext()
        #expect(await test.run("profile", "add", "work", "--server", "finesse1.xyz.com") == 0)
        let sandbox = try RunningProgram(["sandbox", "--profile", "work"], in: test)
        _ = try sandbox.output()
        #expect(sandbox.status == ExitStatus.usage.rawValue)
        #expect(try test.context.profiles.profile(named: "work").server == "finesse1.xyz.com")
    }
}

/// The built program, running beside the test with the test's own folders.
final class RunningProgram {
    private let process = Process()
    private let pipe = Pipe()

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
            .merging(environment) { _, new in new }
        process.standardOutput = pipe
        process.standardError = talk
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let file = "/proc/\(process.processIdentifier)/cmdline"
        commandLine = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
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
    var status: Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Whether a signal has ended it; its number is then the status.
    var isEndedBySignal: Bool {
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// The first line it prints; fails when it ends before.
    func line() throws -> String {
        var seen: [UInt8] = []
        while seen.last != UInt8(ascii: "\n") {
            let byte = try pipe.fileHandleForReading.read(upToCount: 1) ?? Data()
            try #require(!byte.isEmpty, "It ended, having printed: \(String(decoding: seen, as: UTF8.self))")
            seen += byte
        }
        return String(decoding: seen.dropLast(), as: UTF8.self)
    }

    /// Everything it prints until it ends.
    func output() throws -> String {
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// Reads what it prints until a text comes; fails when it ends before.
    func waitForOutput(_ text: String) throws {
        var seen = ""
        while !seen.contains(text) {
            let data = pipe.fileHandleForReading.availableData
            try #require(!data.isEmpty, "It ended, having printed: \(seen)")
            seen += String(decoding: data, as: UTF8.self)
        }
    }

    /// Asks it to end, and waits until it has.
    func end() {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
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

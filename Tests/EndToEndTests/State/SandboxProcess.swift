import Foundation
import HTTPTransportCurl
import Testing

/// A `finesse-sandbox` that runs beside the test.
final class SandboxProcess: Sendable {
    /// What its ready line says.
    struct Ready: Decodable, Sendable {
        var finesse: String
        var identityService: String
        var identityProvider: String
        var connectTo: [String]
        var certificateAuthority: String
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let errors = Pipe()

    init(_ arguments: [String]) throws {
        process.executableURL = try Self.program()
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Waits for the ready line.
    func ready() async throws -> Ready {
        let handle = output.fileHandleForReading
        let line = await Self.waiting {
            var seen = Data()
            while seen.last != UInt8(ascii: "\n"), let byte = try? handle.read(upToCount: 1), !byte.isEmpty {
                seen += byte
            }
            return seen
        }
        return try JSONDecoder().decode(Ready.self, from: line)
    }

    /// Ends it at once, as a power cut would.
    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    /// Ends it as a service manager does.
    func terminate() { process.terminate() }

    /// Closes its standard input.
    func closeInput() throws { try input.fileHandleForWriting.close() }

    /// Its exit status, once it has ended; a signal that ended it counts as a negative number.
    func status() async -> Int32 {
        await Self.waiting { [process] in
            process.waitUntilExit()
            return process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
        }
    }

    /// What it wrote to standard error, once it has ended.
    func talk() async -> String {
        let handle = errors.fileHandleForReading
        return await Self.waiting { String(decoding: (try? handle.readToEnd()) ?? Data(), as: UTF8.self) }
    }

    /// The rest of standard output, once it has ended.
    func rest() async -> String {
        let handle = output.fileHandleForReading
        return await Self.waiting { String(decoding: (try? handle.readToEnd()) ?? Data(), as: UTF8.self) }
    }

    /// Waits on a thread of its own, so that no other test's work waits too.
    private static func waiting<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }

    private static func program() throws -> URL {
        let candidates = [Bundle.main.executableURL, URL(filePath: CommandLine.arguments[0])].compactMap { $0 }
            .map { $0.deletingLastPathComponent().appending(path: "finesse-sandbox") }
        return try #require(
            candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) },
            "finesse-sandbox is not beside the tests: \(candidates.map(\.path))"
        )
    }
}

extension SandboxProcess.Ready {
    /// A client's transport that reaches the sandbox.
    func transport() throws -> CurlHTTPTransport {
        var configuration = CurlConfiguration()
        configuration.trustsSystemRoots = false
        configuration.trustedCertificates = [certificateAuthority]
        configuration.addressOverrides = try connectTo.map { text throws in try AddressOverride(text) }
        return try CurlHTTPTransport(configuration)
    }
}

import Foundation
import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentScripting
import WebAgentURL

func url(_ text: String) throws -> WebURL { try #require(WebURL(text)) }

/// Whether `make test-thread-sanitizer` or `make test-address-sanitizer` runs the tests.
let isUnderSanitizer = ProcessInfo.processInfo.environment["TESTS_RUN_UNDER_SANITIZER"] != nil

/// The program of the hosts, as the package built it beside the tests.
func builtProgram() throws -> PageHostProgram { try PageHostProgram.find() }

/// A pool of real hosts that are replaced and ended soon.
func realHosts(_ change: (inout ProcessPageHostSettings) -> Void = { _ in }) throws -> ProcessPageHosts {
    var settings = ProcessPageHostSettings()
    // The address sanitizer keeps up to 256 MB of what was freed.
    settings.memory = isUnderSanitizer ? 1 << 30 : 256 << 20
    change(&settings)
    return ProcessPageHosts(program: try builtProgram(), settings: settings)
}

extension HTTPResponse {
    static func html(_ text: String) -> HTTPResponse {
        HTTPResponse(status: 200, fields: ["Content-Type": "text/html; charset=utf-8"], body: Array(text.utf8))
    }

    static func script(_ text: String) -> HTTPResponse {
        HTTPResponse(status: 200, fields: ["Content-Type": "text/javascript"], body: Array(text.utf8))
    }
}

/// Answers by address; everything else is 404.
func server(_ routes: [String: HTTPResponse]) -> ScriptedTransport {
    ScriptedTransport { request throws(TransportError) in
        routes["\(request.origin)\(request.target)"] ?? HTTPResponse(status: 404)
    }
}

/// An agent that waits only so long for each message of a host, whatever else its calls take on a machine that is busy.
func agent(
    _ transport: any HTTPTransport,
    _ hosts: any PageHostProvider,
    deadline: Duration = .seconds(30),
    _ change: (inout WebAgentConfiguration) -> Void = { _ in }
) -> WebAgent {
    var configuration = WebAgentConfiguration()
    configuration.deadline = deadline
    change(&configuration)
    var environment = AgentEnvironment.system
    environment.uptime = { .zero }
    return WebAgent(transport: transport, pageHosts: hosts, configuration: configuration, environment: environment)
}

/// A page that is well.
let goodPage = "<!DOCTYPE html><title>Good</title><p>well</p><script>document.title += ' page'</script>"

/// Whether a process is there, be it as a zombie.
func isThere(_ process: Int32) -> Bool {
    FileManager.default.fileExists(atPath: "/proc/\(process)")
}

/// A host that is none: a shell script that greets as hosts do and goes on as it likes.
struct PretendedHost: ~Copyable {
    let program: PageHostProgram
    private let folder: URL

    static let greeting = PageHostGreeting(walls: ProcessPageHostSettings.usualWalls).frame

    /// Writes the script.
    ///
    /// - Parameters:
    ///   - greeting: what it sends first.
    ///   - script: what it does then; standard input is its connection in both directions.
    /// - Throws: what the file system says.
    init(greeting: [UInt8] = Self.greeting, _ script: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "page-host-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "host")
        // Written by another process: a file that this one had open for writing cannot be started while a child that another
        // test is just starting still holds it.
        let writer = Process()
        writer.executableURL = URL(filePath: "/bin/sh")
        let text = "#!/bin/sh\n\(Self.sending(greeting))\n\(script)\n"
        writer.arguments = ["-c", #"printf %s "$1" > "$2" && chmod 700 "$2""#, "sh", text, file.path]
        try writer.run()
        writer.waitUntilExit()
        program = try PageHostProgram.find(path: file.path)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The shell's command that sends bytes.
    static func sending(_ bytes: [UInt8]) -> String {
        let octal = bytes.map { "\\" + String($0 >> 6) + String($0 >> 3 & 7) + String($0 & 7) }
        return "printf '\(octal.joined())' >&0"
    }
}

import Foundation
import HTTPTransport
import HTTPTransportTesting
import Synchronization
import Testing
import WebAgent
import WebAgentCookies
import WebAgentURL

@testable import WebAgentCLI

/// A command's outside in a folder of its own: servers in memory, time that passes when somebody sleeps, words that are kept.
final class TestContext: Sendable {
    let folder: URL
    let transport: ScriptedTransport
    private let rings: Bool
    private let lines = Mutex<(output: [String], talk: [String])>(([], []))
    private let uptime = Mutex(Duration.zero)

    /// Makes a context.
    ///
    /// - Parameters:
    ///   - rings: whether the time for the whole is over at once.
    ///   - handler: answers for all servers.
    /// - Throws: whatever making the folder throws.
    init(rings: Bool = false, _ handler: @escaping ScriptedTransport.Handler) throws {
        self.rings = rings
        transport = ScriptedTransport(handler)
        folder = FileManager.default.temporaryDirectory.appending(path: "web-agent-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Answers by method and address; everything else is 404.
    convenience init(_ routes: [String: HTTPResponse]) throws {
        try self.init { request throws(TransportError) in
            let path = request.target.prefix { $0 != "?" }
            return routes["\(request.method) \(request.origin)\(path)"] ?? HTTPResponse(status: 404)
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var context: CommandContext {
        CommandContext(
            console: Console(
                output: { line in self.lines.withLock { $0.output.append(line) } },
                talk: { line in self.lines.withLock { $0.talk.append(line) } }
            ),
            environment: [:],
            transport: { _ in self.transport },
            pageHosts: { _, _, _ in PageHosts(provider: InProcessPageHosts(), prepare: {}, close: {}) },
            suffixes: PublicSuffixList(rules: ["com", "org"]),
            world: world,
            alarm: { _ in
                guard !self.rings else { return }
                // Ends when the run does.
                try await Task.sleep(for: .seconds(3600))
            }
        )
    }

    private var world: AgentEnvironment {
        AgentEnvironment(
            uptime: { self.uptime.withLock { $0 } },
            time: { CookieTime(seconds: 1_748_736_000).advanced(by: self.uptime.withLock { $0 }) },
            sleep: { duration in self.uptime.withLock { $0 += duration } },
            randomBytes: { [UInt8](repeating: 7, count: $0) }
        )
    }

    /// What went to standard output since the last look.
    func takeOutput() -> [String] {
        lines.withLock { lines in
            defer { lines.output = [] }
            return lines.output
        }
    }

    /// What went to standard error since the last look.
    func takeTalk() -> [String] {
        lines.withLock { lines in
            defer { lines.talk = [] }
            return lines.talk
        }
    }

    /// Runs `web-agent open` with these words.
    func open(_ arguments: String...) async -> WebAgentCLI.ExitStatus? {
        WebAgentCLI.ExitStatus(rawValue: await WebAgentProgram.run(["open"] + arguments, in: context))
    }

    /// Runs `web-agent open --json` with these words; the document.
    func document(_ arguments: String...) async throws -> JSONObject {
        _ = await WebAgentProgram.run(["open", "--json"] + arguments, in: context)
        let output = takeOutput()
        let text = try #require(output.first)
        #expect(output.count == 1)
        return try JSONObject(text)
    }

    /// Writes a file into the test's folder.
    func file(_ name: String, _ text: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }
}

/// A JSON document, for reading single values of it.
struct JSONObject {
    private let value: Any

    init(_ text: String) throws {
        value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }

    private init(value: Any) {
        self.value = value
    }

    subscript(name: String) -> JSONObject { JSONObject(value: (value as? [String: Any])?[name] ?? NSNull()) }

    var items: [JSONObject] { (value as? [Any])?.map(JSONObject.init(value:)) ?? [] }
    var names: [String] { (value as? [String: Any])?.keys.sorted() ?? [] }
    var text: String? { value as? String }
    var number: Int? { value as? Int }
    var flag: Bool? { value as? Bool }
    var isNull: Bool { value is NSNull }
}

extension HTTPResponse {
    static func html(_ text: String, fields: HTTPFields = [:]) -> HTTPResponse {
        HTTPResponse(
            status: 200,
            fields: HTTPFields([HTTPField("Content-Type", "text/html; charset=utf-8")] + Array(fields)),
            body: Array(text.utf8)
        )
    }

    static func text(_ type: String, _ text: String) -> HTTPResponse {
        HTTPResponse(status: 200, fields: ["Content-Type": type], body: Array(text.utf8))
    }

    static func redirect(to location: String, cookie: String) -> HTTPResponse {
        HTTPResponse(status: 302, fields: ["Location": location, "Set-Cookie": cookie])
    }
}

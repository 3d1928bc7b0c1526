import ArgumentParser
import FinesseSSO
import FinesseTypes
import Foundation
import HTTPTransport
import Synchronization

/// The keeper as a program of its own, in the manner of ssh-agent.
struct KeepCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep",
        abstract: "Keeps an agent's token fresh, and gives it to every program that asks.",
        discussion: """
            Runs until ^C, SIGTERM or --stop, and prints where its socket is. A program sends
            {"request":"token"} and the end of the line there; docs/keeper.md has the protocol and a unit
            for systemd. finessectl token and finessectl exec ask a running keeper by themselves. It never
            asks anybody: where only a person can go on it says so once, and takes up again after the next
            finessectl login.

            Example:
              finessectl keep --profile work
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("Listen at this path, in place of the usual one.", valueName: "path"))
    var socket: String?

    @Flag(help: "Ask the running keeper how its agent stands, and end.")
    var status = false

    @Flag(help: "Ask the running keeper to end.")
    var stop = false

    func validate() throws {
        guard !status || !stop else { throw ValidationError("Give either --status or --stop, not both.") }
    }

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let connection = try Connection(connection, in: context)
            let key = try await connection.storedSession().key
            if status || stop { return try await ask(key, context) }
            try await keep(key, connection, context)
        }
    }

    // MARK: Keeping

    private func keep(_ key: SessionKey, _ connection: Connection, _ context: CommandContext) async throws {
        let path = try socket.map { URL(filePath: $0).path } ?? context.keeperSocket(of: key)
        guard path.utf8.count <= LocalSocket.longestPath else {
            throw CommandFailure(
                .usage,
                "\(path) is too long for a socket: \(path.utf8.count) bytes, and the system takes "
                    + "\(LocalSocket.longestPath). Name a shorter one with --socket."
            )
        }
        guard let place = try KeeperPlace.take(path) else {
            throw CommandFailure(
                .failure,
                "A keeper of \(key) is running already, at \(path). Use that one, or end it: finessectl keep --stop."
            )
        }
        let termination = Termination()
        let clock = ContextClock(context)
        let voice = KeeperVoice(context.console, user: key.user)
        let keeper = try connection.withoutSignals.keeper(of: key, SessionSupplier(connection.withoutSignals, key)) {
            voice.say($0)
        }
        let service = KeeperService(keeper, clock: clock)
        let server = try KeeperServer(at: path, onStop: termination.request) { line in await service.answer(line) }
        server.start()
        show(path, key, context)
        await keeper.start()
        await termination.requested()
        server.stop()
        place.removeSocket()
        await keeper.stop()
        context.console.talk("The keeper of \(key) is stopped. Start it again when tokens are wanted: finessectl keep.")
    }

    private func show(_ path: String, _ key: SessionKey, _ context: CommandContext) {
        guard output.json else {
            let name = CommandContext.keeperVariable
            return context.console.output("\(name)=\(Self.quoted(path)); export \(name);")
        }
        var report = Report()
        report.add("socket", "socket", path)
        report.add("user", "user", key.user.rawValue)
        report.add("server", "server", "\(key.server)")
        report.add("process", "process", .number(Int(ProcessInfo.processInfo.processIdentifier)))
        context.console.output(report.json)
    }

    /// A path as a shell takes it.
    private static func quoted(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "/._-".utf8.contains(byte)
        }
        return isPlain
            ? path : "'\(path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#))'"
    }

    // MARK: Asking

    private func ask(_ key: SessionKey, _ context: CommandContext) async throws {
        let paths = try socket.map { [URL(filePath: $0).path] } ?? context.keeperSockets(of: key)
        let request = KeeperRequest(
            request: stop ? KeeperRequest.stop : KeeperRequest.status,
            user: key.user.rawValue,
            server: "\(key.server)"
        )
        for path in paths {
            guard let answer = await KeeperClient(path: path, patience: .seconds(10)).ask(request),
                answer.error == nil
            else { continue }
            var report = Report()
            report.add("socket", "socket", path)
            report.add("user", "user", answer.user)
            report.add("server", "server", answer.server)
            if stop {
                report.add("stopping", "is stopping", .flag(answer.stopping == true))
            } else {
                report.add("standing", "standing", answer.standing)
                report.add("reason", "reason", answer.reason)
                report.add("nextAction", "what to do", answer.nextAction)
                report.add("expiresAt", "token expires at", answer.expiresAt)
                report.add("expiresIn", "token expires in s", answer.expiresIn.map { .number($0) } ?? .absent)
                report.add("process", "process", answer.process.map { .number($0) } ?? .absent)
            }
            return output.show(report, on: context.console)
        }
        throw CommandFailure(.failure, "No keeper of \(key) is running. Start one: finessectl keep --user \(key.user).")
    }
}

extension Connection {
    /// The same connection, whose steps leave ^C and SIGTERM to somebody else.
    fileprivate var withoutSignals: Connection {
        var connection = self
        connection.context.endsOnSignals = false
        return connection
    }
}

/// Tells what happens to a keeper, and the same thing once.
private final class KeeperVoice: Sendable {
    private let console: Console
    private let user: UserName
    private let last = Mutex("")

    init(_ console: Console, user: UserName) {
        self.console = console
        self.user = user
    }

    func say(_ notice: KeeperNotice) {
        let words =
            if case .needsPerson = notice {
                "\(notice) Then it goes on by itself: finessectl login --user \(user)."
            } else {
                "\(notice)"
            }
        let isNew = last.withLock { last in
            defer { last = words }
            return last != words
        }
        if isNew { console.talk("finessectl keep: \(words)") }
    }
}

import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Foundation
import Testing

@testable import FinesseCLI

@Suite("Many keepers of one user's tokens", .timeLimit(.minutes(20)))
struct ManyKeepersTests {
    /// What the server still gives for the stored tokens.
    enum Worth: CaseIterable {
        case refresh
        /// They are over for the server as well, and only the session at the identity provider is alive.
        case signIn
    }

    private static let isTortured = ProcessInfo.processInfo.environment["FINESSE_TORTURE"] == "1"

    @Test(
        "make one request between them: eight processes with 125 callers each at the end of a token's life",
        arguments: Worth.allCases
    )
    func oneRequest(_ worth: Worth) async throws {
        for _ in 0..<(Self.isTortured ? 10 : 1) { try await round(worth, processes: 8, callers: 125) }
    }

    private func round(_ worth: Worth, processes: Int, callers: Int) async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            let key = try box.key("sjefferson")
            let old = try #require(try await box.store.session(for: key)?.tokens)
            try await box.age("sjefferson", by: 600)
            if worth == .signIn { await box.sandbox.clock.advance(by: .seconds(7300)) }
            box.sandbox.journal.removeAll()

            // Each keeper wants to renew as soon as it starts; none can before all callers have asked.
            let lock = FileSessionLock(directory: box.store.directory)
            let held = try #require(try await lock.take(key))
            let keepers = try (0..<processes).map { number in
                try RunningProgram(["keep", "--socket", "\(box.test.runtimeFolder.path)/\(number)"], in: box.test)
            }
            defer { for keeper in keepers { keeper.end() } }
            for keeper in keepers { _ = try await keeper.line() }
            let crowd = try await Crowd.ask(
                (0..<processes).map { "\(box.test.runtimeFolder.path)/\($0)" },
                callers: callers
            )
            await held.release()
            let answers = await crowd.answers()

            #expect(answers.count == processes * callers)
            #expect(Set(answers.map { $0?.token }).count == 1, "\(answers.compactMap { $0?.reason }.first ?? "")")
            let new = try #require(answers.first??.token)
            #expect(new != old.accessToken)
            #expect(try await box.store.session(for: key)?.tokens?.accessToken == new)
            #expect(box.refreshes == 1)
            let journal = box.sandbox.journal
            let signIns = journal.entries(party: .finesse, method: "GET", path: "/desktop/sso/token")
            #expect(signIns.count == (worth == .signIn ? 1 : 0))
            #expect(journal.entries(party: .identityProvider, method: "POST").isEmpty)
        }
    }
}

/// Many conversations with keepers, all of whom have asked for a token and wait.
private final class Crowd: Sendable {
    private let sockets: [LocalSocket]

    private init(_ sockets: [LocalSocket]) {
        self.sockets = sockets
    }

    /// Lets so many callers ask at each of some sockets.
    static func ask(_ paths: [String], callers: Int) async throws -> Crowd {
        try await onThread {
            try FileLimit.raise()
            let sockets = try (0..<callers).flatMap { _ in try paths.map { try LocalSocket.connect(to: $0) } }
            let line = KeeperLine.encode(KeeperRequest(request: KeeperRequest.token))
            for socket in sockets { try #require(socket.write(line, within: .seconds(60))) }
            return Crowd(sockets)
        }.get()
    }

    /// What they were answered, in the order of asking; nil for one who was not.
    func answers() async -> [KeeperAnswer?] {
        await Self.onThread { [sockets] in
            sockets.map { socket in
                var lines = LineReader(socket, limit: KeeperLine.longestAnswer)
                guard let line = try? lines.next(within: .seconds(120)) else { return nil }
                return KeeperLine.decode(KeeperAnswer.self, line)
            }
        }
    }

    private static func onThread<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async -> Result<Value, any Error> {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: Result(catching: body)) }
        }
    }

    private static func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }
}

/// How many files a process may have open.
private enum FileLimit {
    /// A thousand conversations are more than many systems let a process begin with.
    static func raise() throws {
        var limit = rlimit()
        #if canImport(Darwin)
        let files = RLIMIT_NOFILE
        #else
        let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #endif
        try #require(unsafe getrlimit(files, &limit) == 0)
        limit.rlim_cur = max(limit.rlim_cur, min(4096, limit.rlim_max))
        try #require(unsafe setrlimit(files, &limit) == 0)
    }
}

import FinesseSSO
import FinesseTypes
import Foundation
import HTTPTransport
import Testing

@testable import FinesseCLI

@Suite("The protocol of a keeper", .timeLimit(.minutes(5)))
struct KeeperProtocolTests {
    @Test("answers each line of a conversation with a line")
    func conversation() async throws {
        try await Self.withServer { (socket: String) async throws in
            #expect(try await Self.exchange(socket, #"{"request":"token"}"#)["token"] == .text("kept"))
            let lines = try await Self.exchanges(socket, [#"{"request":"status"}"#, #"{"request":"token"}"#])
            #expect(lines.map { $0["user"] } == [.text("ablake"), .text("ablake")])
            #expect(lines[0]["standing"] == .text("signed-in"))
            #expect(lines[0]["token"] == nil)
            #expect(lines[1]["expiresIn"] != nil)
        }
    }

    @Test(
        "says what is wrong with a line, as a word for programs and in sentences for people",
        arguments: [
            ("", "bad-request"), ("token", "bad-request"), ("[1]", "bad-request"), (#"{"ask":"token"}"#, "bad-request"),
            (#"{"request":"password"}"#, "unknown-request"),
            (#"{"request":"token","user":"mwitwicky"}"#, "other-user"),
            (#"{"request":"token","server":"https://other.example:8445"}"#, "other-user"),
            (String(repeating: "x", count: 5000), "bad-request"),
        ]
    )
    func wrongLines(line: String, problem: String) async throws {
        try await Self.withServer { (socket: String) async throws in
            let answer = try await Self.exchange(socket, line)
            #expect(answer["error"] == .text(problem))
            #expect(answer["reason"]?.text?.hasSuffix(".") == true)
            #expect(answer["nextAction"]?.text?.hasSuffix(".") == true)
            #expect(answer["token"] == nil)
        }
    }

    @Test("takes the name of its own user in any case")
    func ownUser() async throws {
        try await Self.withServer { (socket: String) async throws in
            let line = #"{"request":"token","user":"ABlake","server":"https://finesse.example.com:8445"}"#
            #expect(try await Self.exchange(socket, line)["token"] == .text("kept"))
        }
    }

    @Test("is not spoken with another person's program")
    func stranger() async throws {
        try await Self.withServer(isOwner: false) { (socket: String) async throws in
            let answer = await KeeperClient(path: socket).ask(KeeperRequest(request: "token"))
            #expect(answer == nil)
        }
    }

    @Test("is for so many programs at once: one more is told so")
    func busy() async throws {
        var limits = KeeperServer.Limits()
        limits.conversations = 1
        try await Self.withServer(limits) { (socket: String) async throws in
            let first = try LocalSocket.connect(to: socket)
            var lines = LineReader(first, limit: KeeperLine.longestAnswer)
            #expect(first.write(KeeperLine.encode(KeeperRequest(request: "token")), within: .seconds(10)))
            _ = try lines.next(within: .seconds(60))
            let answer = await KeeperClient(path: socket).ask(KeeperRequest(request: "token"))
            #expect(answer?.error == .busy)
            first.end()
        }
    }

    @Test("ends with whoever says nothing")
    func silence() async throws {
        var limits = KeeperServer.Limits()
        limits.patience = .milliseconds(1)
        try await Self.withServer(limits) { (socket: String) async throws in
            let silent = try LocalSocket.connect(to: socket)
            #expect(silent.read(upTo: 1, within: .seconds(60)) == [])
        }
    }

    @Test("says when an answer takes too long")
    func lateAnswer() async throws {
        var limits = KeeperServer.Limits()
        limits.answer = .milliseconds(1)
        let path = try Self.path()
        defer { try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent()) }
        let server = try KeeperServer(at: path, limits: limits) { _ in
            let (never, continuation) = AsyncStream.makeStream(of: Void.self)
            // It ends when the task is cancelled.
            for await _ in never {}
            continuation.finish()
            return KeeperAnswer()
        }
        server.start()
        #expect(try await Self.exchange(path, "anything")["error"] == .text("timed-out"))
        server.stop()
    }

    @Test("has a path for its socket that the system takes, one for each server and user")
    func paths() throws {
        let test = try TestContext()
        let users = ["ablake", "a.very.long.name.of.a.person@a.very.long.domain.example.com", "REALM\\ablake", "ü"]
        let paths = try users.map { try test.context.keeperSocket(of: Self.key(UserName($0))) }
        #expect(Set(paths).count == users.count)
        for path in paths { #expect(path.utf8.count - test.folder.path.utf8.count < 60) }
    }

    // MARK: A server for a test

    private static func key(_ user: UserName = "ablake") -> SessionKey {
        SessionKey(server: HTTPOrigin(scheme: .https, host: "finesse.example.com", port: 8445), user: user)
    }

    private static func path() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "k-\(UInt32.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.appending(path: "s").path
    }

    private static func withServer(
        _ limits: KeeperServer.Limits = KeeperServer.Limits(),
        isOwner: Bool = true,
        _ body: (String) async throws -> Void
    ) async throws {
        let store = MemoryTokenStore()
        let clock = SystemLifecycleClock()
        let tokens = TokenSet(
            accessToken: AccessToken("kept"),
            refreshToken: nil,
            receivedAt: clock.reading().wall,
            life: .seconds(300),
            identity: TokenIdentity(userID: "ablake", realm: "example.com", principal: "ablake@example.com")
        )
        try await store.save(StoredSession(key: key(), loginID: "1001", tokens: tokens))
        let keeper = TokenKeeper(key: key(), supplier: NoSupplier(), store: store)
        let service = KeeperService(keeper, clock: clock)
        let path = try path()
        defer { try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent()) }
        let owner = isOwner ? LocalSocket.ownUser : LocalSocket.ownUser + 1
        let server = try KeeperServer(at: path, limits: limits, owner: owner) { await service.answer($0) }
        server.start()
        do {
            try await body(path)
        } catch {
            server.stop()
            throw error
        }
        server.stop()
        await keeper.stop()
    }

    private static func exchange(_ path: String, _ line: String) async throws -> [String: JSON] {
        try #require(try await exchanges(path, [line]).first)
    }

    /// Says the lines in one conversation, on a thread of its own.
    private static func exchanges(_ path: String, _ lines: [String]) async throws -> [[String: JSON]] {
        let answers = await withCheckedContinuation { (continuation: CheckedContinuation<[[UInt8]], Never>) in
            Thread.detachNewThread {
                guard let socket = try? LocalSocket.connect(to: path) else {
                    return continuation.resume(returning: [])
                }
                var reader = LineReader(socket, limit: KeeperLine.longestAnswer)
                continuation.resume(
                    returning: lines.compactMap { line in
                        _ = socket.write(Array("\(line)\n".utf8), within: .seconds(60))
                        return try? reader.next(within: .seconds(60))
                    }
                )
            }
        }
        return try answers.map { try JSONDecoder().decode([String: JSON].self, from: Data($0)) }
    }
}

/// Gets nothing: these tokens are good.
private struct NoSupplier: TokenSupplier {
    func refresh(_ tokens: TokenSet) async throws(SSOError) -> RefreshOutcome { .needsSignIn(.noRefreshToken) }

    func signIn(with records: [SessionRecord]) async throws(SSOError) -> (SignInOutcome, [SessionRecord]) {
        (.stopped(SignInStop(host: "adfs.example.com", kind: .loginForm, asksFor: ["password"])), records)
    }
}

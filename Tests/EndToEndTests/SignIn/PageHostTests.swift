import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Foundation
import HTTPTransport
import Synchronization
import Testing
import WebAgent
import WebAgentScripting

@Suite("Sign-ins and the hosts of their pages", .timeLimit(.minutes(5)))
struct PageHostTests {
    @Test("end the same on a thread of this process", arguments: SignInVariant.all.prefix(6))
    func onThreads(_ variant: SignInVariant) async throws {
        try await SignInWorld.with(variant.configuration, pages: .threads) { world in
            let outcome = try await world.signIn(
                variant.user,
                account: "sjefferson",
                typed: variant.typed,
                options: variant.options
            )
            let signedIn = try #require(outcome.signedIn, "\(outcome.story)")
            #expect(signedIn.loginID == variant.loginID)
        }
    }

    @Test("share a pool of four, eight at once, and all succeed")
    func eightAtOnce() async throws {
        try await SignInWorld.with { world in
            let pool = try #require(world.pool)
            let mostHosts = Mutex(0)
            let watched = world.over(
                WatchedTransport(inner: world.transport) {
                    let count = pool.processes.count
                    mostHosts.withLock { $0 = max($0, count) }
                }
            )
            let labels = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 { group.addTask { try await watched.signIn().story } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(labels == Array(repeating: "signed-in", count: 8))
            #expect((2...4).contains(mostHosts.withLock { $0 }))
            await pool.close()
            #expect(pool.processes == [])
        }
    }

    @Test("are not touched by the end of another's host, and can be begun anew after the end of their own")
    func othersEnd() async throws {
        try await SignInWorld.with { world in
            let pool = try #require(world.pool)
            let first = world.agent()
            let waiting = try await world.signOn().signIn("sjefferson", credentials: nil, agent: first)
            #expect(waiting.label == "stopped")
            let process = try #require(pool.processes.first)

            // The other's password is on its way when the first one's host is killed.
            let other = world.over(
                WatchedTransport(inner: world.transport) { request in
                    if request.method == "POST" { kill(process, SIGKILL) }
                }
            )
            let outcome = try await other.signIn("mwitwicky")
            #expect(outcome.label == "signed-in", "\(outcome.story)")
            #expect(!pool.processes.contains(process))

            await #expect(throws: WebAgentError.self) { try await first.fill(.role(.username), with: "x") }
            let again = try await world.signOn().signIn(
                "sjefferson",
                credentials: world.credentials("sjefferson"),
                agent: first
            )
            #expect(again.label == "signed-in", "\(again.story)")
            await first.close()
        }
    }

    @Test("leave no process when they are cancelled in the middle")
    func cancelled() async throws {
        try await SignInWorld.with { world in
            let pool = try #require(world.pool)
            let (begun, begin) = AsyncStream.makeStream(of: [Int32].self)
            let watched = world.over(
                WatchedTransport(inner: world.transport) { request in
                    if request.method == "POST" { begin.yield(pool.processes) }
                }
            )
            let signIn = Task { try await watched.signIn().story }
            var processes: [Int32] = []
            for await found in begun {
                processes = found
                break
            }
            signIn.cancel()
            await #expect(throws: SSOError.self) { try await signIn.value }
            #expect(processes.count == 1)
            #expect(pool.processes == [])
            for process in processes { #expect(kill(process, 0) == -1) }
        }
    }
}

/// Tells of each request before it goes out.
private struct WatchedTransport: HTTPTransport {
    var inner: any HTTPTransport
    var onRequest: @Sendable (HTTPRequest) -> Void

    init(inner: any HTTPTransport, onRequest: @escaping @Sendable (HTTPRequest) -> Void) {
        self.inner = inner
        self.onRequest = onRequest
    }

    init(inner: any HTTPTransport, onRequest: @escaping @Sendable () -> Void) {
        self.init(inner: inner) { _ in onRequest() }
    }

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        onRequest(request)
        return try await inner.perform(request)
    }
}

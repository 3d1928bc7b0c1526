import FinesseSSO
import FinesseTypes
import HTTPTransport
import Synchronization

let shiftKey = SessionKey(server: node, user: UserName("ablake"))

/// Both clocks at a point of a made-up day.
func at(_ seconds: Int, boot: String? = "first", wallShift: Int = 0) -> ClockReading {
    ClockReading(
        wall: WallTime(milliseconds: noon.milliseconds + Int64(seconds + wallShift) * 1000),
        boot: boot.map { BootTime(boot: $0, uptime: .seconds(10_000 + seconds)) }
    )
}

/// Tokens that arrived at a point of that day.
func tokens(_ name: String, received: Int = 0, life: Int = 300, refresh: String? = "refresh") -> TokenSet {
    TokenSet(
        accessToken: AccessToken(name),
        refreshToken: refresh.map { RefreshToken($0) },
        receivedAt: at(received).wall,
        receivedSinceBoot: at(received).boot,
        life: .seconds(life),
        identity: TokenIdentity(userID: "ablake", realm: "example.com", principal: "ablake@example.com")
    )
}

func transient(_ reason: String = "no answer.") -> AccessTokenUnavailable {
    AccessTokenUnavailable(reason: reason, nextAction: "Try again.", isFinal: false)
}

/// A clock that stands still until it is turned; whoever sleeps on it is woken in order.
final class HandClock: LifecycleClock {
    private struct Sleeper {
        var due: Int
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var second = 0
        var wallShift = 0
        var boot = "first"
        var sleepers: [Int: Sleeper] = [:]
        var lastSleeper = 0
    }

    private let state = Mutex(State())

    func reading() -> ClockReading {
        state.withLock { at($0.second, boot: $0.boot, wallShift: $0.wallShift) }
    }

    func sleep(for duration: Duration) async throws {
        let number = state.withLock { state in
            state.lastSleeper += 1
            return state.lastSleeper
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if Task.isCancelled || duration <= .zero { return true }
                    let due = state.second + max(1, Int(duration.components.seconds))
                    state.sleepers[number] = Sleeper(due: due, continuation: continuation)
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: number) }?.continuation.resume()
        }
        try Task.checkCancellation()
    }

    /// When the next sleeper is due, in seconds of the day; nil while nobody sleeps.
    var nextDue: Int? { state.withLock { $0.sleepers.values.map(\.due).min() } }

    /// Turns the clock, and wakes who is due.
    func turn(to second: Int) {
        let due = state.withLock { state in
            state.second = second
            let due = state.sleepers.filter { $0.value.due <= second }
            for number in due.keys { state.sleepers[number] = nil }
            return due.values.sorted { $0.due < $1.due }
        }
        for sleeper in due { sleeper.continuation.resume() }
    }

    /// Sets the wall clock, as a person would.
    func setWall(shift: Int) { state.withLock { $0.wallShift = shift } }
}

/// A store of one record, of which one look fails.
final class FaultyStore: TokenStore {
    private struct State {
        var content: StoredSession
        var looks = 0
    }

    private let state: Mutex<State>
    private let failing: Int
    private let error: TokenStoreError

    /// - Parameters:
    ///   - content: the record.
    ///   - failing: which look fails, counted from 1.
    ///   - error: what it fails with.
    init(_ content: StoredSession, failing: Int, with error: TokenStoreError) {
        state = Mutex(State(content: content))
        self.failing = failing
        self.error = error
    }

    /// What it has; not counted as a look.
    var content: StoredSession { state.withLock { $0.content } }

    func session(for key: SessionKey) async throws(TokenStoreError) -> StoredSession? {
        let look = state.withLock { state in
            state.looks += 1
            return state.looks
        }
        guard look != failing else { throw error }
        return content
    }

    func save(_ session: StoredSession) async throws(TokenStoreError) { state.withLock { $0.content = session } }

    func remove(_ key: SessionKey) async throws(TokenStoreError) {}

    func keys() async throws(TokenStoreError) -> [SessionKey] { [content.key] }
}

/// A supplier that answers by a script and counts what it was asked.
final class ScriptedSupplier: TokenSupplier {
    typealias Refresh = @Sendable (TokenSet, Int) async throws(SSOError) -> RefreshOutcome
    typealias SignIn = @Sendable (Int) async throws(SSOError) -> SignInOutcome

    private let counts = Mutex((refreshes: 0, signIns: 0))
    private let onRefresh: Refresh
    private let onSignIn: SignIn

    init(refresh: @escaping Refresh, signIn: @escaping SignIn = ScriptedSupplier.login) {
        onRefresh = refresh
        onSignIn = signIn
    }

    var refreshes: Int { counts.withLock { $0.refreshes } }
    var signIns: Int { counts.withLock { $0.signIns } }

    func refresh(_ tokens: TokenSet) async throws(SSOError) -> RefreshOutcome {
        let number = counts.withLock { counts in
            counts.refreshes += 1
            return counts.refreshes
        }
        return try await onRefresh(tokens, number)
    }

    func signIn(with records: [SessionRecord]) async throws(SSOError) -> (SignInOutcome, [SessionRecord]) {
        let number = counts.withLock { counts in
            counts.signIns += 1
            return counts.signIns
        }
        return (try await onSignIn(number), [SessionRecord(format: "test", bytes: [UInt8(clamping: number)])])
    }

    /// A sign-in that finds the identity provider asking for a password.
    static let login: SignIn = { _ throws(SSOError) in
        .stopped(SignInStop(host: "adfs.example.com", kind: .loginForm, asksFor: ["password"]))
    }
}

/// A gate that holds whoever comes until it is opened.
final class Gate: Sendable {
    private let state = Mutex((isOpen: false, waiting: [CheckedContinuation<Void, Never>]()))

    /// How many stand before it.
    var count: Int { state.withLock { $0.waiting.count } }

    func pass() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}

/// Lets other tasks run until something is so; a test that never gets there ends by its time limit.
func until(_ condition: () async -> Bool) async {
    while !(await condition()) { await Task.yield() }
}

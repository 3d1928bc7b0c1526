import FinesseSSO
import FinesseTypes
import Synchronization

/// One run of a program in the drill: a disk, a server, a clock that stands, and every moment of it.
final class DrillWorld: TokenSupplier, LifecycleClock {
    /// What the program has told its user, which no loss of power may take back.
    enum Promise: Sendable {
        case nothing
        /// A token was given out.
        case tokens(TokenSet, [SessionRecord])
        /// The user was told that everything is forgotten.
        case forgotten
    }

    /// What is outside of the program at one time.
    struct Moment: Sendable {
        var event: String
        var disk: DiskState
        var server: ModelServer
        var promise: Promise
        /// Whether the server has given something that the user does not know of yet.
        var isAnswered: Bool
    }

    private struct State {
        var server: ModelServer
        var promise: Promise
        var isAnswered: Bool
        var latest: (TokenSet, [SessionRecord])?
        var moments: [Moment] = []
    }

    private let state: Mutex<State>
    private let time: ClockReading
    private let box = Mutex<SimulatedDisk?>(nil)

    init(_ moment: Moment, ignoredSync: Int? = nil, start: Int, boot: String) {
        state = Mutex(State(server: moment.server, promise: moment.promise, isAnswered: moment.isAnswered))
        time = Self.reading(start, boot: boot)
        let disk = SimulatedDisk(moment.disk, ignoredSync: ignoredSync) { [weak self] event in self?.note(event) }
        box.withLock { $0 = disk }
        note("the start")
    }

    var disk: SimulatedDisk { box.withLock { $0 } ?? SimulatedDisk() }
    var moments: [Moment] { state.withLock { $0.moments } }

    static func reading(_ second: Int, boot: String) -> ClockReading {
        ClockReading(
            wall: WallTime(milliseconds: 1_700_000_000_000 + Int64(second) * 1000),
            boot: BootTime(boot: boot, uptime: .seconds(second + 10_000))
        )
    }

    private func note(_ event: String) {
        let disk = disk.contents
        state.withLock { state in
            state.moments.append(
                Moment(
                    event: event,
                    disk: disk,
                    server: state.server,
                    promise: state.promise,
                    isAnswered: state.isAnswered
                )
            )
        }
    }

    private func change<Value: Sendable>(_ event: String, _ body: (inout State) -> Value) -> Value {
        let value = state.withLock { body(&$0) }
        note(event)
        return value
    }

    // MARK: What the user does

    func signInByPerson() -> (SignedInAgent, [SessionRecord]) {
        change("the answer to a person's sign-in") { state in
            let (agent, records) = state.server.signInByPerson(at: time)
            state.isAnswered = true
            state.latest = agent.tokens.map { ($0, records) }
            return (agent, records)
        }
    }

    /// Calls Finesse with a token that was given out.
    func use(_ token: AccessToken) -> Bool {
        change("the use of the token") { state in
            if let latest = state.latest, latest.0.accessToken == token {
                state.promise = .tokens(latest.0, latest.1)
                state.isAnswered = false
            }
            return state.server.use(token)
        }
    }

    func promise(_ promise: Promise, _ event: String) {
        change(event) { state in
            state.promise = promise
            state.isAnswered = false
        }
    }

    // MARK: TokenSupplier

    func refresh(_ tokens: TokenSet) async throws(SSOError) -> RefreshOutcome {
        let new = change("the answer to a refresh") { state in
            guard let new = state.server.refresh(tokens, at: time) else { return TokenSet?.none }
            if case .tokens(_, let records) = state.promise { state.latest = (new, records) }
            state.isAnswered = true
            return new
        }
        return new.map { .refreshed($0) } ?? .needsSignIn(.redirect(302))
    }

    func signIn(with records: [SessionRecord]) async throws(SSOError) -> (SignInOutcome, [SessionRecord]) {
        let agent = change("the answer to a silent sign-in") { state in
            guard let agent = state.server.signIn(with: records, at: time) else { return SignedInAgent?.none }
            state.latest = agent.tokens.map { ($0, records) }
            state.isAnswered = true
            return agent
        }
        guard let agent else {
            return (.stopped(SignInStop(host: "adfs.example.com", kind: .loginForm, asksFor: ["password"])), records)
        }
        return (.signedIn(agent), records)
    }

    // MARK: LifecycleClock

    func reading() -> ClockReading { time }

    /// Nothing is due while the clock stands.
    func sleep(for duration: Duration) async throws {
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        for await _ in stream {}
        continuation.finish()
        throw CancellationError()
    }
}

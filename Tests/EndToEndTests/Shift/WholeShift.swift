import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import Synchronization
import WebAgent

/// One agent's shift of twelve hours: a keeper, a person who is there when asked, and a call every minute.
struct WholeShift {
    /// What is counted.
    struct Log: Sendable {
        var refreshes = 0
        var refusedRefreshes = 0
        var silentSignIns = 0
        var fullSignIns = 0
        var calls = 0
        var callsWhileNodeWasDown = 0
        /// What went wrong that must not, in words.
        var wrongs: [String] = []
        var lastNotice = ""
        var needsPerson = false
    }

    static let length = Duration.seconds(12 * 3600)
    static let user = UserName("sjefferson")

    let sandbox: FinesseSandbox
    let pages: any PageHostProvider
    let transport: any HTTPTransport
    let store: any TokenStore
    let lock: any SessionLock
    let seed: UInt64

    private let clock: ShiftClock
    let weather: ShiftWeather
    private let node: HTTPOrigin
    private let log = ShiftLog()

    init(
        _ sandbox: FinesseSandbox,
        pages: any PageHostProvider,
        transport: any HTTPTransport,
        store: any TokenStore = MemoryTokenStore(),
        lock: any SessionLock = NoSessionLock(),
        seed: UInt64
    ) {
        self.sandbox = sandbox
        self.pages = pages
        self.transport = transport
        self.store = store
        self.lock = lock
        self.seed = seed
        clock = ShiftClock(sandbox.clock)
        weather = ShiftWeather(
            seed: seed,
            node: sandbox.origins.host(.finesse),
            provider: sandbox.origins.host(.identityProvider),
            clock: clock
        )
        node = HTTPOrigin(
            scheme: .https,
            host: sandbox.origins.host(.finesse),
            port: UInt16(sandbox.origins.port(.finesse))
        )
    }

    /// Lives through the shift.
    ///
    /// - Returns: What was counted, and the keeper's standing at the end.
    func run() async throws -> (log: Log, standing: TokenMachine.Standing) {
        let keeper = try makeKeeper()
        try await signInAsPerson(keeper)
        let client = FinesseClient(
            transport: weather.transport(over: transport, hasFaults: false),
            origin: node,
            credentials: .bearer(keeper)
        )
        var nextCall = Duration.seconds(60)
        while clock.elapsed < Self.length {
            await clock.settled()
            if log.needsPerson, !isAnyDown { try await signInAsPerson(keeper) }
            if clock.elapsed >= nextCall {
                nextCall = clock.elapsed + .seconds(60)
                await call(client)
                await clock.settled()
            }
            let untilCall = nextCall - clock.elapsed
            let untilDue = clock.nextDue.map { clock.clock.now.duration(to: $0) } ?? untilCall
            await clock.clock.advance(by: max(.milliseconds(1), min(untilCall, untilDue)))
        }
        await clock.settled()
        if log.needsPerson { try await signInAsPerson(keeper) }
        let standing = await keeper.standing
        if await keeper.tokens.map({ TokenLifecycle($0).phase(at: clock.reading()) == .expired }) ?? true {
            log.wrong("the last token is over")
        }
        await keeper.stop()
        return (log.all, standing)
    }

    private var isAnyDown: Bool {
        SandboxParty.allCases.contains { weather.isDown(sandbox.origins.host($0)) }
    }

    private func makeKeeper() throws -> TokenKeeper {
        TokenKeeper(
            key: SessionKey(server: node, user: Self.user),
            supplier: CountingSupplier(
                FinesseTokenSupplier(
                    signOn: try signOn(hasFaults: true),
                    user: Self.user,
                    origin: node,
                    makeAgent: { [self] () throws(SSOError) in agent(hasFaults: true) }
                ),
                log
            ),
            store: store,
            lock: lock,
            clock: clock,
            jitter: JitterSource(Chance(seed: ~seed)).next,
            notify: { [log, clock] notice in
                log.note(notice)
                if log.needsPerson { clock.setAtRest(true) }
            }
        )
    }

    private func signOn(hasFaults: Bool) throws -> SingleSignOn {
        SingleSignOn(
            transport: weather.transport(over: transport, hasFaults: hasFaults),
            address: try ServerAddress(parsing: "\(node.host):\(node.port)"),
            now: { [clock] in clock.wall },
            bootTime: { [clock] in clock.boot }
        )
    }

    private func agent(hasFaults: Bool) -> WebAgent {
        WebAgent(
            transport: weather.transport(over: transport, hasFaults: hasFaults),
            pageHosts: pages,
            configuration: WebAgentConfiguration(for: SignInOptions()),
            environment: clock.environment
        )
    }

    /// What a person does who is asked: types name and password once.
    private func signInAsPerson(_ keeper: TokenKeeper) async throws {
        let agent = agent(hasFaults: false)
        await agent.restore(try await store.session(for: keeper.key)?.records ?? [])
        let password = sandbox.configuration.users.first { $0.loginName == Self.user.rawValue }?.password.characters
        let outcome = try await signOn(hasFaults: false).signIn(
            Self.user,
            credentials: SignInCredentials(userName: Self.user.rawValue, password: Password(password ?? "")),
            agent: agent
        )
        let records = await agent.sessionRecords()
        await agent.close()
        guard let signedIn = outcome.signedIn else {
            return log.wrong("the person could not sign in: \(outcome.story)")
        }
        log.signedInByPerson()
        clock.setAtRest(false)
        await keeper.adopt(signedIn, records: records)
        await clock.settled()
    }

    /// A call to Finesse as an agent's work makes them.
    private func call(_ client: FinesseClient) async {
        let at = "at \(clock.elapsed.components.seconds) s"
        do throws(FinesseError) {
            _ = try await client.user("98411")
            log.called()
        } catch {
            switch error {
            case _ where weather.isDown(node.host): log.calledWhileNodeWasDown()
            case .noAccessToken where weather.isRough || log.needsPerson: break
            default: log.wrong("\(at): \(error)")
            }
        }
    }
}

/// The log of one shift, written by all who take part.
final class ShiftLog: Sendable {
    private let log = Mutex(WholeShift.Log())

    var all: WholeShift.Log { log.withLock { $0 } }
    var needsPerson: Bool { log.withLock { $0.needsPerson } }

    func wrong(_ words: String) { log.withLock { $0.wrongs.append(words) } }
    func called() { log.withLock { $0.calls += 1 } }
    func calledWhileNodeWasDown() { log.withLock { $0.callsWhileNodeWasDown += 1 } }

    func signedInByPerson() {
        log.withLock { log in
            log.fullSignIns += 1
            log.needsPerson = false
        }
    }

    func note(_ notice: KeeperNotice) {
        log.withLock { log in
            log.lastNotice = "\(notice)"
            switch notice {
            case .needsPerson: log.needsPerson = true
            case .tokens(.failed(let reason)) where reason.isFinal:
                log.wrongs.append("ended: \(reason)")
                log.needsPerson = true
            case .tokens(.notSaved(let reason)): log.wrongs.append("not saved: \(reason)")
            case .store(let error): log.wrongs.append("\(error)")
            case .tokens: break
            }
        }
    }

    func note(_ outcome: RefreshOutcome) {
        log.withLock { log in
            if case .refreshed = outcome { log.refreshes += 1 } else { log.refusedRefreshes += 1 }
        }
    }

    func note(_ outcome: SignInOutcome) {
        log.withLock { log in if case .signedIn = outcome { log.silentSignIns += 1 } }
    }
}

/// Counts what a supplier gets.
private struct CountingSupplier: TokenSupplier {
    private let inner: FinesseTokenSupplier
    private let log: ShiftLog

    init(_ inner: FinesseTokenSupplier, _ log: ShiftLog) {
        self.inner = inner
        self.log = log
    }

    func refresh(_ tokens: TokenSet) async throws(SSOError) -> RefreshOutcome {
        let outcome = try await inner.refresh(tokens)
        log.note(outcome)
        return outcome
    }

    func signIn(with records: [SessionRecord]) async throws(SSOError) -> (SignInOutcome, [SessionRecord]) {
        let (outcome, records) = try await inner.signIn(with: records)
        log.note(outcome)
        return (outcome, records)
    }
}

/// Jitter that is the same for the same seed.
private final class JitterSource: Sendable {
    private let chance: Mutex<Chance>

    init(_ chance: Chance) { self.chance = Mutex(chance) }

    @Sendable
    func next() -> Double { chance.withLock { Double.random(in: 0...1, using: &$0) } }
}

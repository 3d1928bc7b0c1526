public import FinesseTypes

/// Keeps one user signed in: refreshes in time, saves before it uses, signs in silently, and asks a person last.
///
/// Whoever wants a token gets the one there is at once while its life is not over, without waiting for the keeper.
/// However many want one when it is over, one request is made, also by several programs that share a store and a lock.
///
///     let keeper = TokenKeeper(key: key, supplier: supplier, store: store, lock: FileSessionLock(directory: directory))
///     await keeper.start()
///     let client = FinesseClient(transport: transport, origin: origin, credentials: .bearer(keeper))
public actor TokenKeeper: AccessTokenSource {
    /// Whose tokens these are.
    public nonisolated let key: SessionKey
    let supplier: any TokenSupplier
    let store: any TokenStore
    let sessionLock: any SessionLock
    let lockBound: Duration
    nonisolated let clock: any LifecycleClock
    let jitter: @Sendable () -> Double
    let notify: @Sendable (KeeperNotice) -> Void

    private nonisolated let snapshot = TokenSnapshot()
    private(set) var machine = TokenMachine()
    private(set) var loading = Loading.notYet
    private(set) var isStopped = false
    private var waiting: [Int: Waiting] = [:]
    private var lastWaiting = 0
    var held: (any HeldSessionLock)?
    private var wakeTask: Task<Void, Never>?
    private var workTask: Task<Void, Never>?
    /// The cookies that belong to tokens which are about to be saved; nil where they are as they were.
    var records: [SessionRecord]?
    /// The identifier that later calls take, once it is known.
    public internal(set) var loginID: LoginID?
    /// Whether the store was last seen to have a record with tokens: where that is gone, the user was signed out.
    var isStored = false

    private typealias Answer = Result<AccessToken, AccessTokenUnavailable>

    enum Loading {
        case notYet
        case underWay
        case done
    }

    /// Somebody who waits for a token, but not for the one a server refused.
    private struct Waiting {
        var refused: AccessToken?
        var continuation: CheckedContinuation<Answer, Never>
    }

    /// Makes a keeper that does nothing yet.
    ///
    /// - Parameters:
    ///   - key: Whose tokens these are.
    ///   - supplier: Gets tokens without asking anybody.
    ///   - store: Keeps them over the end of the program.
    ///   - lock: Shuts other programs out while tokens are renewed.
    ///   - lockBound: How long another program may renew before this one gives up for now.
    ///   - clock: Tells the time and waits.
    ///   - jitter: Gives numbers from 0 to 1 at random.
    ///   - notify: Told what happens; called on the keeper's own time, so it should be quick.
    public init(
        key: SessionKey,
        supplier: any TokenSupplier,
        store: any TokenStore,
        lock: any SessionLock = NoSessionLock(),
        lockBound: Duration = .seconds(60),
        clock: any LifecycleClock = SystemLifecycleClock(),
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
        notify: @escaping @Sendable (KeeperNotice) -> Void = { _ in }
    ) {
        self.key = key
        self.supplier = supplier
        self.store = store
        sessionLock = lock
        self.lockBound = lockBound
        self.clock = clock
        self.jitter = jitter
        self.notify = notify
    }

    deinit {
        wakeTask?.cancel()
    }

    // MARK: For callers

    /// Gives the token to send now; waits only when the one there was is over.
    ///
    /// - Returns: A token whose life is not over.
    /// - Throws: ``AccessTokenUnavailable`` when there is none and none can be had for now.
    public nonisolated func accessToken() async throws(AccessTokenUnavailable) -> AccessToken {
        if let token = snapshot.token(at: clock.reading()) { return token }
        return try await wait(besides: nil)
    }

    /// Gives another token after the server has refused one: the newer one there may be, else the tokens are refreshed.
    ///
    /// - Parameter refused: The token that was answered with 401.
    /// - Returns: A different token, to be tried once.
    /// - Throws: ``AccessTokenUnavailable`` when none can be had for now.
    public nonisolated func replacement(
        for refused: AccessToken
    ) async throws(AccessTokenUnavailable) -> AccessToken? {
        if let token = snapshot.token(at: clock.reading()), token != refused { return token }
        return try await wait(besides: refused)
    }

    /// How the user stands.
    public var standing: TokenMachine.Standing { machine.standing }

    /// The tokens there are, whether or not they are still good; nil before the first ones came.
    public var tokens: TokenSet? { machine.tokens }

    // MARK: For the owner

    /// Reads the store, and keeps the tokens fresh from now on.
    ///
    /// Without it the keeper starts when somebody first wants a token.
    public func start() async {
        await load()
    }

    /// Takes what a person's sign-in gave.
    ///
    /// - Parameters:
    ///   - agent: The signed-in user.
    ///   - records: The cookies of the sessions.
    public func adopt(_ agent: SignedInAgent, records: [SessionRecord]) {
        guard let tokens = agent.tokens else { return }
        loading = .done
        self.records = records
        loginID = agent.loginID
        handle(.signedIn(tokens))
    }

    /// Looks into the store: another program may have signed the user in anew, or out.
    ///
    /// The keeper does so by itself before it renews, and while only a person can go on whenever somebody wants a token.
    public func reload() async {
        guard loading == .done else { return await load() }
        guard machine.work == .none else { return }
        let found = await look()
        guard machine.work == .none else { return }
        switch found {
        case .session(let session):
            loginID = session.loginID ?? loginID
            if let tokens = session.tokens { handle(.replaced(tokens)) }
        case .nothing where isStored: signOut()
        case .nothing, .unreadable: break
        }
    }

    /// Ends the keeping; what is stored stays, and whoever waits is told.
    ///
    /// A refresh that is under way may end and is saved, since its answer is lost for everybody otherwise; a sign-in ends.
    public func stop() async {
        isStopped = true
        wakeTask?.cancel()
        answer(.failure(Self.stopped))
        if machine.work == .silentSignIn { workTask?.cancel() }
        let bound = Task { [clock, workTask] in
            // Cancelled means that the work came to its end.
            guard (try? await clock.sleep(for: Self.stopBound)) != nil else { return }
            workTask?.cancel()
        }
        var last = workTask
        await last?.value
        while workTask != last {
            last = workTask
            await last?.value
        }
        bound.cancel()
        await giveLockBack()
        snapshot.withdraw()
    }

    // MARK: Waiting

    private func wait(besides refused: AccessToken?) async throws(AccessTokenUnavailable) -> AccessToken {
        guard !isStopped else { throw Self.stopped }
        lastWaiting += 1
        let number = lastWaiting
        let answer: Answer = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Answer, Never>) in
                guard !Task.isCancelled else { return continuation.resume(returning: .failure(Self.cancelled)) }
                waiting[number] = Waiting(refused: refused, continuation: continuation)
                switch loading {
                case .notYet: workTask = Task { await self.load() }
                case .underWay: break
                case .done where isAtRest: Task { await self.lookAgain(for: refused) }
                case .done: handle(refused.map { .refused($0) } ?? .wanted)
                }
            }
        } onCancel: {
            Task { await self.giveUp(number) }
        }
        return try answer.get()
    }

    /// Whether only a person can go on and the tokens there are cannot be used.
    private var isAtRest: Bool {
        switch machine.standing {
        case .needsPerson, .ended: machine.work == .none && !machine.isUsable(at: clock.reading())
        case .unknown, .signedIn: false
        }
    }

    /// The person may have gone on in another program.
    private func lookAgain(for refused: AccessToken?) async {
        await reload()
        handle(refused.map { .refused($0) } ?? .wanted)
    }

    private func giveUp(_ number: Int) {
        waiting.removeValue(forKey: number)?.continuation.resume(returning: .failure(Self.cancelled))
    }

    private func answer(_ answer: Answer) {
        let token = try? answer.get()
        let all = waiting.filter { token == nil || $0.value.refused != token }
        for number in all.keys { waiting[number] = nil }
        for each in all.values { each.continuation.resume(returning: answer) }
    }

    private func load() async {
        guard loading == .notYet else { return }
        loading = .underWay
        let found = await look()
        // A person may have signed in meanwhile.
        guard loading == .underWay else { return }
        loading = .done
        loginID = found.session?.loginID
        handle(.loaded(found.session?.tokens))
        // Nothing is published when the stored tokens are over: then a renewal is under way, and answers who waits.
        for each in waiting.values { if let refused = each.refused { handle(.refused(refused)) } }
    }

    // MARK: The machine

    func handle(_ event: TokenEvent) {
        for action in machine.handle(event, at: clock.reading(), jitter: jitter()) { perform(action) }
    }

    private func perform(_ action: TokenAction) {
        switch action {
        case .refresh, .signInSilently, .wake, .askPerson: guard !isStopped else { return }
        default: break
        }
        switch action {
        case .refresh(let tokens): workTask = Task { await self.refresh(tokens) }
        case .signInSilently: workTask = Task { await self.signInSilently() }
        case .save(let tokens): workTask = Task { await self.save(tokens) }
        case .publish(let tokens):
            snapshot.publish(tokens)
            answer(.success(tokens.accessToken))
        case .withdraw: snapshot.withdraw()
        case .refuse(let reason): answer(.failure(reason))
        case .askPerson(let reason): notify(.needsPerson(reason))
        case .wake(let duration): wake(after: duration)
        case .notice(let notice): notify(.tokens(notice))
        }
    }

    private func wake(after duration: Duration) {
        wakeTask?.cancel()
        wakeTask = Task { [weak self, clock] in
            // Cancelled means that another wish took the place of this one.
            guard (try? await clock.sleep(for: duration)) != nil else { return }
            await self?.handle(.woke)
        }
    }

    // MARK: Reasons

    /// How long a refresh may take to its end while the keeper is being stopped.
    private static let stopBound = Duration.seconds(5)

    static let stopped = AccessTokenUnavailable(
        reason: "The keeper of this user's tokens was stopped.",
        nextAction: "Start it again.",
        isFinal: true
    )
    private static let cancelled = AccessTokenUnavailable(
        reason: "The wait for a token was cancelled.",
        nextAction: "Ask again when one is wanted.",
        isFinal: false
    )
    static let lockTaken = AccessTokenUnavailable(
        reason: "Another program is renewing the tokens of this user and does not come to an end.",
        nextAction: "Try again in a minute; if it stays so, end the other program.",
        isFinal: false
    )
}

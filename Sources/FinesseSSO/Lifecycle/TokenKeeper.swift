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
    private let supplier: any TokenSupplier
    private let store: any TokenStore
    private let sessionLock: any SessionLock
    private let lockBound: Duration
    private nonisolated let clock: any LifecycleClock
    private let jitter: @Sendable () -> Double
    private let notify: @Sendable (KeeperNotice) -> Void

    private nonisolated let snapshot = TokenSnapshot()
    private var machine = TokenMachine()
    private var loading = Loading.notYet
    private var isStopped = false
    private var waiting: [Int: Waiting] = [:]
    private var lastWaiting = 0
    private var held: (any HeldSessionLock)?
    private var wakeTask: Task<Void, Never>?
    private var workTask: Task<Void, Never>?
    /// The cookies that belong to tokens which are about to be saved; nil where they are as they were.
    private var records: [SessionRecord]?
    private var loginID: LoginID?

    private typealias Answer = Result<AccessToken, AccessTokenUnavailable>

    private enum Loading {
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

    /// Ends the keeping; what is stored stays, and whoever waits is told.
    public func stop() async {
        isStopped = true
        wakeTask?.cancel()
        workTask?.cancel()
        await workTask?.value
        await giveLockBack()
        answer(.failure(Self.stopped))
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
                case .done: handle(refused.map { .refused($0) } ?? .wanted)
                }
            }
        } onCancel: {
            Task { await self.giveUp(number) }
        }
        return try answer.get()
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

    // MARK: The machine

    private func handle(_ event: TokenEvent) {
        guard !isStopped else { return }
        for action in machine.handle(event, at: clock.reading(), jitter: jitter()) { perform(action) }
    }

    private func perform(_ action: TokenAction) {
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

    // MARK: Work

    private func load() async {
        guard loading == .notYet else { return }
        loading = .underWay
        let stored = await stored()
        // A person may have signed in meanwhile.
        guard loading == .underWay else { return }
        loading = .done
        loginID = stored?.loginID
        handle(.loaded(stored?.tokens))
        // Nothing is published when the stored tokens are over: then a renewal is under way, and answers who waits.
        for each in waiting.values { if let refused = each.refused { handle(.refused(refused)) } }
    }

    private func stored() async -> StoredSession? {
        do throws(TokenStoreError) {
            return try await store.session(for: key)
        } catch {
            notify(.store(error))
            return nil
        }
    }

    private func refresh(_ tokens: TokenSet) async {
        guard await takeLock() else { return await end(with: .failed(Self.lockTaken)) }
        if let other = await newer(than: tokens) { return await end(with: .replaced(other)) }
        do throws(SSOError) {
            switch try await supplier.refresh(tokens) {
            case .refreshed(let new): handle(.renewed(new))
            case .needsSignIn(let refusal): await end(with: .renewalRefused(refusal))
            }
        } catch {
            await end(with: .failed(AccessTokenUnavailable(error)))
        }
    }

    private func signInSilently() async {
        guard await takeLock() else { return await end(with: .failed(Self.lockTaken)) }
        if let other = await newer(than: machine.tokens) { return await end(with: .replaced(other)) }
        do throws(SSOError) {
            let (outcome, records) = try await supplier.signIn(with: await stored()?.records ?? [])
            guard case .signedIn(let agent) = outcome, let tokens = agent.tokens else {
                return await end(with: .needsPerson(AccessTokenUnavailable(outcome)))
            }
            self.records = records
            loginID = agent.loginID
            handle(.signedIn(tokens))
        } catch {
            await end(with: .failed(AccessTokenUnavailable(error)))
        }
    }

    private func save(_ tokens: TokenSet) async {
        do throws(TokenStoreError) {
            let old = await stored()
            try await store.save(
                StoredSession(
                    key: key,
                    loginID: loginID ?? old?.loginID,
                    tokens: tokens,
                    records: records ?? old?.records ?? []
                )
            )
            records = nil
            await end(with: .saved)
        } catch {
            await end(with: .saveFailed("\(error)"))
        }
    }

    /// Tells the machine how work ended, and lets other programs in.
    private func end(with event: TokenEvent) async {
        await giveLockBack()
        handle(event)
    }

    /// What another program has stored meanwhile, if it is worth having.
    private func newer(than tokens: TokenSet?) async -> TokenSet? {
        guard let found = await stored()?.tokens, found.accessToken != tokens?.accessToken,
            found.receivedAt >= tokens?.receivedAt ?? found.receivedAt,
            TokenLifecycle(found).phase(at: clock.reading()) == .fresh
        else { return nil }
        return found
    }

    // MARK: The lock

    private func takeLock() async -> Bool {
        guard held == nil else { return true }
        var waited = Duration.zero
        while waited < lockBound {
            do throws(TokenStoreError) {
                if let lock = try await sessionLock.take(key) {
                    held = lock
                    return true
                }
            } catch {
                notify(.store(error))
                return false
            }
            let pause = Duration.milliseconds(20 + Int(80 * jitter()))
            do { try await clock.sleep(for: pause) } catch { return false }
            waited += pause
        }
        return false
    }

    private func giveLockBack() async {
        let lock = held
        held = nil
        await lock?.release()
    }

    // MARK: Reasons

    private static let stopped = AccessTokenUnavailable(
        reason: "The keeper of this user's tokens was stopped.",
        nextAction: "Start it again.",
        isFinal: true
    )
    private static let cancelled = AccessTokenUnavailable(
        reason: "The wait for a token was cancelled.",
        nextAction: "Ask again when one is wanted.",
        isFinal: false
    )
    private static let lockTaken = AccessTokenUnavailable(
        reason: "Another program is renewing the tokens of this user and does not come to an end.",
        nextAction: "Try again in a minute; if it stays so, end the other program.",
        isFinal: false
    )
}

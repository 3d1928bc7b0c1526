public import FinesseTypes

/// The life of one user's tokens as a state machine: events in, actions out; no clock, no network, no store.
///
/// Whoever drives it performs each action and tells how it ended with an event. There is never more than one piece of
/// work under way, however many callers want a token; a new pair is saved before it is given to anybody.
///
///     var machine = TokenMachine()
///     for action in machine.handle(.loaded(stored), at: reading, jitter: 0.3) { perform(action) }
public struct TokenMachine: Hashable, Sendable {
    /// The work that is under way.
    public enum Work: Hashable, Sendable {
        /// None.
        case none
        /// The refresh of the tokens there are.
        case refresh
        /// A sign-in that asks nobody.
        case silentSignIn
        /// The writing of tokens that have just come.
        case save(TokenSet)
    }

    /// How the user stands.
    public enum Standing: Hashable, Sendable {
        /// Nothing is known yet.
        case unknown
        /// There are tokens, and they are kept fresh.
        case signedIn
        /// Only a person can go on, for this reason; tokens that are there are used up to their end.
        case needsPerson(AccessTokenUnavailable)
        /// It is over, for this reason; tokens that are there are used up to their end.
        case ended(AccessTokenUnavailable)
    }

    /// The tokens to use; nil before the first ones came.
    public private(set) var tokens: TokenSet?
    /// The work that is under way.
    public private(set) var work = Work.none
    /// How the user stands.
    public private(set) var standing = Standing.unknown

    private var schedule: RefreshSchedule?
    /// How many tries of the schedule have failed for these tokens.
    private var failedTries = 0
    private var backoff = Backoff()
    /// Before this age on the wall clock no further try is made, see ``Backoff``.
    private var pauseEnds: WallTime?
    private var lastFailure: AccessTokenUnavailable?
    /// A token that the server refused though its life is not over.
    private var refusedToken: AccessToken?
    /// The server has said that the tokens buy nothing any more, so that only a sign-in helps.
    private var isRefreshRefused = false
    /// When tokens that could not be saved are to be saved again.
    private var nextSave: WallTime?

    /// Makes the machine of a user of whom nothing is known yet.
    public init() {}

    /// Takes an event.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - now: When.
    ///   - jitter: A number from 0 to 1, chosen at random.
    /// - Returns: What is to be done, in this order.
    public mutating func handle(_ event: TokenEvent, at now: ClockReading, jitter: Double) -> [TokenAction] {
        switch event {
        case .loaded(let stored):
            guard let stored else { return startSignIn() }
            return take(stored, at: now, jitter: jitter)
        case .wanted: return want(at: now)
        case .refused(let token): return replace(token, at: now)
        case .woke: return advance(at: now, isAwaited: false)
        case .renewed(let new), .signedIn(let new):
            work = .save(new)
            return [.save(new)]
        case .saved: return finishSaving(isSaved: true, at: now, jitter: jitter)
        case .saveFailed(let reason):
            return [.notice(.notSaved(reason))] + finishSaving(isSaved: false, at: now, jitter: jitter)
        case .renewalRefused(let refusal):
            isRefreshRefused = true
            return [.notice(.refreshRefused(refusal))] + startSignIn()
        case .failed(let reason):
            work = .none
            return fail(reason, at: now, jitter: jitter)
        case .needsPerson(let reason):
            work = .none
            standing = .needsPerson(reason)
            return [.askPerson(reason)] + refuseIfUnusable(reason, at: now)
        case .replaced(let new):
            guard work == .none || work == .refresh || work == .silentSignIn, isNewer(new) else { return [] }
            work = .none
            return take(new, at: now, jitter: jitter)
        case .signedOut:
            self = TokenMachine()
            let reason = Self.signedOut
            standing = .ended(reason)
            return [.withdraw, .refuse(reason), .askPerson(reason)]
        }
    }

    /// Whether the tokens can be used now.
    ///
    /// - Parameter now: The time.
    /// - Returns: True while their life is not over and no server has refused them.
    public func isUsable(at now: ClockReading) -> Bool {
        guard let tokens, tokens.accessToken != refusedToken else { return false }
        return TokenLifecycle(tokens).phase(at: now) != .expired
    }

    // MARK: Coming in

    private mutating func take(_ new: TokenSet, at now: ClockReading, jitter: Double) -> [TokenAction] {
        tokens = new
        standing = .signedIn
        schedule = RefreshSchedule(life: new.life, jitter: jitter)
        failedTries = 0
        backoff.reset()
        pauseEnds = nil
        lastFailure = nil
        isRefreshRefused = false
        nextSave = nil
        if new.accessToken != refusedToken { refusedToken = nil }
        let isUsable = isUsable(at: now)
        return (isUsable ? [.publish(new)] : []) + advance(at: now, isAwaited: !isUsable)
    }

    private mutating func finishSaving(isSaved: Bool, at now: ClockReading, jitter: Double) -> [TokenAction] {
        guard case .save(let new) = work else { return [] }
        work = .none
        // After a second try to save the same tokens everything else is as it was.
        guard new != tokens else {
            nextSave = isSaved ? nil : now.wall.adding(Self.savePause)
            return advance(at: now, isAwaited: false)
        }
        let actions = take(new, at: now, jitter: jitter)
        guard !isSaved else { return actions }
        nextSave = now.wall.adding(Self.savePause)
        return actions.filter { !$0.isWake } + (work == .none ? advance(at: now, isAwaited: false) : [])
    }

    private func isNewer(_ other: TokenSet) -> Bool {
        guard let tokens else { return true }
        return other.accessToken != tokens.accessToken && other.receivedAt >= tokens.receivedAt
    }

    // MARK: Going out

    private mutating func want(at now: ClockReading) -> [TokenAction] {
        if let tokens, isUsable(at: now) { return [.publish(tokens)] }
        return work == .none ? advance(at: now, isAwaited: true) : []
    }

    private mutating func replace(_ token: AccessToken, at now: ClockReading) -> [TokenAction] {
        guard let tokens else { return want(at: now) }
        guard token == tokens.accessToken else { return want(at: now) }
        refusedToken = token
        return [.withdraw] + (work == .none ? advance(at: now, isAwaited: true) : [])
    }

    /// Does what is due, and says when to look again.
    private mutating func advance(at now: ClockReading, isAwaited: Bool) -> [TokenAction] {
        guard work == .none else { return [] }
        switch standing {
        case .needsPerson(let reason), .ended(let reason): return isAwaited ? refuseIfUnusable(reason, at: now) : []
        case .unknown: return startSignIn()
        case .signedIn: break
        }
        guard let tokens, let schedule else { return startSignIn() }
        let lifecycle = TokenLifecycle(tokens)
        let isUsable = isUsable(at: now)
        if let pause = pause(at: now) {
            // Whoever waits is told at once: the next try may be a minute away.
            let refusal = isAwaited && !isUsable ? lastFailure.map { [TokenAction.refuse($0)] } ?? [] : []
            return refusal + [.wake(after: pause)]
        }
        guard isUsable, let age = lifecycle.age(at: now) else { return startRefresh(tokens) }
        // After the last try of the schedule the next comes with the end of the life.
        let due = schedule.age(ofTry: failedTries) ?? tokens.life
        if age >= due { return startRefresh(tokens) }
        guard let nextSave else { return [.wake(after: due - age)] }
        let untilSave = nextSave.since(now.wall)
        if untilSave > .zero, untilSave <= Self.savePause { return [.wake(after: min(due - age, untilSave))] }
        work = .save(tokens)
        return [.save(tokens)]
    }

    private mutating func startRefresh(_ tokens: TokenSet) -> [TokenAction] {
        guard tokens.refreshToken != nil, !isRefreshRefused else { return startSignIn() }
        work = .refresh
        return [.refresh(tokens)]
    }

    private mutating func startSignIn() -> [TokenAction] {
        work = .silentSignIn
        return [.signInSilently]
    }

    // MARK: Failing

    private mutating func fail(_ reason: AccessTokenUnavailable, at now: ClockReading, jitter: Double) -> [TokenAction]
    {
        let notice = TokenAction.notice(.failed(reason))
        if reason.isFinal {
            standing = .ended(reason)
            return [notice] + refuseIfUnusable(reason, at: now)
        }
        if standing == .unknown { standing = .signedIn }
        lastFailure = reason
        failedTries += 1
        if !isUsable(at: now) || schedule?.age(ofTry: failedTries) == nil {
            pauseEnds = now.wall.adding(backoff.next(jitter: jitter))
        }
        return [notice] + refuseIfUnusable(reason, at: now) + advance(at: now, isAwaited: false)
    }

    private func refuseIfUnusable(_ reason: AccessTokenUnavailable, at now: ClockReading) -> [TokenAction] {
        isUsable(at: now) ? [] : [.refuse(reason)]
    }

    /// What is left of the pause after a failure; a clock that was set back does not make it longer than it was.
    private mutating func pause(at now: ClockReading) -> Duration? {
        guard let pauseEnds else { return nil }
        let left = pauseEnds.since(now.wall)
        guard left > .zero, left <= .seconds(60) else {
            self.pauseEnds = nil
            return nil
        }
        return left
    }

    /// How long tokens that could not be saved are used before they are saved again.
    private static let savePause = Duration.seconds(30)

    private static let signedOut = AccessTokenUnavailable(
        reason: "The user was signed out.",
        nextAction: "Sign in again.",
        isFinal: true
    )
}

import FinesseSSO
import FinesseTypes
import Foundation
import HTTPTransport
import Synchronization
import Testing

@Suite("The keeper of a user's tokens", .timeLimit(.minutes(5)))
struct TokenKeeperTests {
    private func stored(_ tokens: TokenSet) async throws -> MemoryTokenStore {
        let store = MemoryTokenStore()
        try await store.save(StoredSession(key: shiftKey, loginID: LoginID("1001"), tokens: tokens))
        return store
    }

    private func keeper(
        _ supplier: ScriptedSupplier,
        _ store: any TokenStore,
        _ clock: HandClock,
        lock: any SessionLock = NoSessionLock(),
        notices: NoticeLog = NoticeLog()
    ) -> TokenKeeper {
        TokenKeeper(
            key: shiftKey,
            supplier: supplier,
            store: store,
            lock: lock,
            clock: clock,
            jitter: { 0 },
            notify: { notices.add($0) }
        )
    }

    @Test("a thousand callers at expiry make one request and get its token")
    func thousandCallers() async throws {
        let gate = Gate()
        let supplier = ScriptedSupplier(refresh: { (_, _) throws(SSOError) in
            await gate.pass()
            return .refreshed(tokens("b", received: 400))
        })
        let clock = HandClock()
        clock.turn(to: 400)
        let keeper = keeper(supplier, try await stored(tokens("a")), clock)
        let got = try await withThrowingTaskGroup(of: AccessToken.self) { group in
            for _ in 0..<1000 { group.addTask { try await keeper.accessToken() } }
            await until { gate.count == 1 }
            gate.open()
            var got: Set<AccessToken> = []
            for try await token in group { got.insert(token) }
            return got
        }
        #expect(got == [AccessToken("b")])
        #expect(supplier.refreshes == 1)
        await keeper.stop()
    }

    @Test("a token that is good is given while its refresh is under way")
    func goodWhileRefreshing() async throws {
        let gate = Gate()
        let supplier = ScriptedSupplier(refresh: { (_, _) throws(SSOError) in
            await gate.pass()
            return .refreshed(tokens("b", received: 225))
        })
        let clock = HandClock()
        let store = try await stored(tokens("a"))
        let keeper = keeper(supplier, store, clock)
        await keeper.start()
        await until { clock.nextDue == 225 }
        clock.turn(to: 225)
        await until { gate.count == 1 }
        #expect(try await keeper.accessToken() == AccessToken("a"))
        gate.open()
        await until { (try? await keeper.accessToken()) == AccessToken("b") }
        #expect(try await store.session(for: shiftKey)?.tokens == tokens("b", received: 225))
        #expect(try await store.session(for: shiftKey)?.loginID == LoginID("1001"))
        await keeper.stop()
    }

    @Test(
        "a call that was answered 401 is made again with another token, and a second 401 to the old one costs no request"
    )
    func replacesRefused() async throws {
        let supplier = ScriptedSupplier(refresh: { (_, number) throws(SSOError) in
            .refreshed(tokens("new-\(number)", received: 10))
        })
        let clock = HandClock()
        clock.turn(to: 10)
        let keeper = keeper(supplier, try await stored(tokens("a")), clock)
        #expect(try await keeper.replacement(for: AccessToken("a")) == AccessToken("new-1"))
        #expect(try await keeper.replacement(for: AccessToken("a")) == AccessToken("new-1"))
        #expect(supplier.refreshes == 1)
        await keeper.stop()
    }

    @Test("where the refresh token is over the live session signs in, and its cookies are kept")
    func silentSignIn() async throws {
        let signedIn = SignedInAgent(
            origin: node,
            userName: UserName("ablake"),
            loginID: LoginID("1001"),
            user: nil,
            proof: .tokens(tokens("c", received: 400))
        )
        let supplier = ScriptedSupplier(
            refresh: { (_, _) throws(SSOError) in .needsSignIn(.redirect(302)) },
            signIn: { _ throws(SSOError) in .signedIn(signedIn) }
        )
        let clock = HandClock()
        clock.turn(to: 400)
        let store = try await stored(tokens("a"))
        let keeper = keeper(supplier, store, clock)
        #expect(try await keeper.accessToken() == AccessToken("c"))
        #expect(try await store.session(for: shiftKey)?.records == [SessionRecord(format: "test", bytes: [1])])
        await keeper.stop()
    }

    @Test(
        "where only a person can go on everybody is told so at once, nobody asks again, and the person's tokens are taken"
    )
    func asksPerson() async throws {
        let notices = NoticeLog()
        let supplier = ScriptedSupplier(refresh: { (_, _) throws(SSOError) in .needsSignIn(.page) })
        let clock = HandClock()
        clock.turn(to: 400)
        let keeper = keeper(supplier, try await stored(tokens("a")), clock, notices: notices)
        for _ in 0..<3 {
            let error = await #expect(throws: AccessTokenUnavailable.self) { try await keeper.accessToken() }
            #expect(error?.isFinal == true)
            #expect(error?.reason.contains("adfs.example.com") == true)
        }
        #expect(supplier.signIns == 1)
        #expect(notices.needsPerson == 1)
        let signedIn = SignedInAgent(
            origin: node,
            userName: UserName("ablake"),
            loginID: LoginID("1001"),
            user: nil,
            proof: .tokens(tokens("d", received: 400))
        )
        await keeper.adopt(signedIn, records: [])
        #expect(try await keeper.accessToken() == AccessToken("d"))
        await keeper.stop()
    }

    @Test("two programs with one store and one lock refresh once between them")
    func twoPrograms() async throws {
        let supplier = ScriptedSupplier(refresh: { (_, number) throws(SSOError) in
            .refreshed(tokens("new-\(number)", received: 400))
        })
        let clock = HandClock()
        clock.turn(to: 400)
        let store = try await stored(tokens("a"))
        let lock = OneLock()
        let keepers = (0..<8).map { _ in keeper(supplier, store, clock, lock: lock) }
        let holder = try #require(try await lock.take(shiftKey))
        try await withThrowingTaskGroup(of: AccessToken.self) { group in
            for keeper in keepers { group.addTask { try await keeper.accessToken() } }
            await until { lock.refusals >= 8 }
            await holder.release()
            // Whoever lost looks again after a moment of the clock's.
            let turning = Task {
                var second = 400
                while !Task.isCancelled {
                    // The keepers that have their token sleep for minutes; those before the lock for a moment.
                    if let due = clock.nextDue, due <= second + 2 {
                        second = due
                        clock.turn(to: second)
                    }
                    await Task.yield()
                }
            }
            for try await token in group { #expect(token == AccessToken("new-1")) }
            turning.cancel()
            await turning.value
        }
        #expect(supplier.refreshes == 1)
        for keeper in keepers { await keeper.stop() }
    }

    @Test("whoever stops waiting is told, and the others are not disturbed")
    func cancellation() async throws {
        let gate = Gate()
        let supplier = ScriptedSupplier(refresh: { (_, _) throws(SSOError) in
            await gate.pass()
            return .refreshed(tokens("b", received: 400))
        })
        let clock = HandClock()
        clock.turn(to: 400)
        let keeper = keeper(supplier, try await stored(tokens("a")), clock)
        let impatient = Task { try await keeper.accessToken() }
        let patient = Task { try await keeper.accessToken() }
        await until { gate.count == 1 }
        impatient.cancel()
        await #expect(throws: AccessTokenUnavailable.self) { try await impatient.value }
        gate.open()
        #expect(try await patient.value == AccessToken("b"))
        await keeper.stop()
    }

    @Test("a record that another program has removed is not written again: the user was signed out")
    func signedOutElsewhere() async throws {
        let notices = NoticeLog()
        let supplier = ScriptedSupplier(refresh: { (_, _) throws(SSOError) in .refreshed(tokens("b", received: 225)) })
        let clock = HandClock()
        let store = try await stored(tokens("a"))
        let keeper = keeper(supplier, store, clock, notices: notices)
        await keeper.start()
        await until { clock.nextDue == 225 }
        try await store.remove(shiftKey)
        clock.turn(to: 225)
        await until { notices.needsPerson == 1 }
        #expect(supplier.refreshes == 0)
        #expect(try await store.session(for: shiftKey) == nil)
        let error = await #expect(throws: AccessTokenUnavailable.self) { try await keeper.accessToken() }
        #expect(error?.isFinal == true)

        // Signed in again elsewhere, whoever asks next gets that token.
        try await store.save(StoredSession(key: shiftKey, tokens: tokens("c", received: 225)))
        #expect(try await keeper.accessToken() == AccessToken("c"))
        await keeper.stop()
    }

    @Test("tokens that another program has stored are the ones to renew, also when they are due themselves")
    func renewsTheNewer() async throws {
        let supplier = ScriptedSupplier(refresh: { (old, _) throws(SSOError) in
            .refreshed(tokens("after-\(old.accessToken.reveal())", received: 400))
        })
        let clock = HandClock()
        let store = try await stored(tokens("a"))
        let keeper = keeper(supplier, store, clock)
        await keeper.start()
        await until { clock.nextDue == 225 }
        try await store.save(StoredSession(key: shiftKey, tokens: tokens("b", received: 50)))
        clock.turn(to: 400)
        #expect(try await keeper.accessToken() == AccessToken("after-b"))
        #expect(supplier.refreshes == 1)
        await keeper.stop()
    }

    @Test("a refresh that is under way when the keeper is stopped is saved, and nothing begins after it")
    func stopSaves() async throws {
        let gate = Gate()
        let supplier = ScriptedSupplier(refresh: { (_, _) throws(SSOError) in
            await gate.pass()
            return .refreshed(tokens("b", received: 400))
        })
        let clock = HandClock()
        clock.turn(to: 400)
        let store = try await stored(tokens("a"))
        let keeper = keeper(supplier, store, clock)
        let waiting = Task { try await keeper.accessToken() }
        await until { gate.count == 1 }
        let stopping = Task { await keeper.stop() }
        await #expect(throws: AccessTokenUnavailable.self) { try await waiting.value }
        gate.open()
        await stopping.value
        #expect(try await store.session(for: shiftKey)?.tokens == tokens("b", received: 400))
        #expect(clock.nextDue == nil)
    }

    @Test("a pair is not written over a record that cannot be read now, so that its cookies stay")
    func keepsUnreadCookies() async throws {
        let supplier = ScriptedSupplier(refresh: { (_, _) throws(SSOError) in .refreshed(tokens("b", received: 225)) })
        let clock = HandClock()
        let cookies = [SessionRecord(format: "test", bytes: [7])]
        // The keeper looks when it starts and before it renews; the third look is for what it is about to replace.
        let store = FaultyStore(
            StoredSession(key: shiftKey, tokens: tokens("a"), records: cookies),
            failing: 3,
            with: .newerVersion(file: "ablake", version: 9)
        )
        let keeper = keeper(supplier, store, clock)
        await keeper.start()
        await until { clock.nextDue == 225 }
        clock.turn(to: 225)
        // What was not saved is saved half a minute later.
        await until { clock.nextDue == 255 || store.content.tokens != tokens("a") }
        #expect(store.content.tokens == tokens("a"))
        clock.turn(to: 255)
        await until { store.content.tokens == tokens("b", received: 225) }
        #expect(store.content.records == cookies)
        await keeper.stop()
    }

    @Test("a damaged record is told of once more and then replaced: there is nothing to keep in it")
    func replacesDamaged() async throws {
        let notices = NoticeLog()
        let supplier = ScriptedSupplier(refresh: { (_, _) throws(SSOError) in .refreshed(tokens("b", received: 225)) })
        let clock = HandClock()
        let damage = TokenStoreError.damaged(file: "ablake", setAside: "ablake.damaged")
        let store = FaultyStore(StoredSession(key: shiftKey, tokens: tokens("a")), failing: 3, with: damage)
        let keeper = keeper(supplier, store, clock, notices: notices)
        await keeper.start()
        await until { clock.nextDue == 225 }
        clock.turn(to: 225)
        await until { store.content.tokens == tokens("b", received: 225) }
        #expect(notices.all.contains(.store(damage)))
        await keeper.stop()
    }

    @Test("a keeper that was stopped says so")
    func stopped() async throws {
        let supplier = ScriptedSupplier(refresh: { (_, _) throws(SSOError) in .needsSignIn(.page) })
        let keeper = keeper(supplier, try await stored(tokens("a")), HandClock())
        await keeper.start()
        await keeper.stop()
        let error = await #expect(throws: AccessTokenUnavailable.self) { try await keeper.accessToken() }
        #expect(error?.nextAction == "Start it again.")
    }
}

@Suite("Locks beside the stored records")
struct FileSessionLockTests {
    @Test("one has it at a time, and it can be had again after it was given back or forgotten")
    func excludes() async throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("finessekit-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let first = FileSessionLock(directory: root.path)
        let second = FileSessionLock(directory: root.path)
        let held = try #require(try await first.take(shiftKey))
        #expect(try await second.take(shiftKey) == nil)
        let other = SessionKey(server: node, user: UserName("somebody"))
        #expect(try await second.take(other) != nil)
        await held.release()
        await held.release()
        do { _ = try #require(try await second.take(shiftKey)) }
        #expect(try await first.take(shiftKey) != nil)
    }
}

/// Keeps the notices of a keeper.
final class NoticeLog: Sendable {
    private let notices = Mutex<[KeeperNotice]>([])

    func add(_ notice: KeeperNotice) { notices.withLock { $0.append(notice) } }

    var all: [KeeperNotice] { notices.withLock { $0 } }

    var needsPerson: Int {
        notices.withLock { $0.count { if case .needsPerson = $0 { true } else { false } } }
    }
}

/// A lock of one program, which counts whom it turned away.
final class OneLock: SessionLock {
    private let state = Mutex((isTaken: false, refusals: 0))

    private struct Held: HeldSessionLock {
        let lock: OneLock
        func release() async { lock.state.withLock { $0.isTaken = false } }
    }

    var refusals: Int { state.withLock { $0.refusals } }

    func take(_ key: SessionKey) async throws(TokenStoreError) -> (any HeldSessionLock)? {
        let isFree = state.withLock { state in
            defer { state.isTaken = true }
            if state.isTaken { state.refusals += 1 }
            return !state.isTaken
        }
        return isFree ? Held(lock: self) : nil
    }
}

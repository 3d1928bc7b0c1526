import FinesseTypes

// What the keeper does when its machine says so: one piece of work at a time, behind the lock that other programs know.

extension TokenKeeper {
    /// What the store has.
    enum Found {
        /// A record with tokens.
        case session(StoredSession)
        /// No record, or one without tokens.
        case nothing
        /// Nobody knows: the store could not be read.
        case unreadable

        var session: StoredSession? { if case .session(let session) = self { session } else { nil } }
    }

    /// Reads the store.
    func look() async -> Found {
        do throws(TokenStoreError) {
            guard let session = try await store.session(for: key), session.tokens != nil else { return .nothing }
            isStored = true
            return .session(session)
        } catch {
            notify(.store(error))
            isStored = false
            return .unreadable
        }
    }

    /// Another program has signed the user out.
    func signOut() {
        isStored = false
        handle(.signedOut)
    }

    func refresh(_ tokens: TokenSet) async {
        guard await takeLock() else { return await end(with: .failed(Self.lockTaken)) }
        let wasStored = isStored
        let found = await look()
        if let other = newer(found, than: tokens) { return await end(with: .replaced(other)) }
        if case .nothing = found, wasStored {
            await giveLockBack()
            return signOut()
        }
        do throws(SSOError) {
            switch try await supplier.refresh(tokens) {
            case .refreshed(let new): handle(.renewed(new))
            case .needsSignIn(let refusal): await end(with: .renewalRefused(refusal))
            }
        } catch {
            await end(with: .failed(AccessTokenUnavailable(error)))
        }
    }

    func signInSilently() async {
        guard await takeLock() else { return await end(with: .failed(Self.lockTaken)) }
        let wasStored = isStored
        let found = await look()
        if let other = newer(found, than: machine.tokens) { return await end(with: .replaced(other)) }
        if case .nothing = found, wasStored {
            await giveLockBack()
            return signOut()
        }
        do throws(SSOError) {
            let (outcome, records) = try await supplier.signIn(with: await record()?.records ?? [])
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

    func save(_ tokens: TokenSet) async {
        do throws(TokenStoreError) {
            let old = try await recordToReplace()
            try await store.save(
                StoredSession(
                    key: key,
                    loginID: loginID ?? old?.loginID,
                    tokens: tokens,
                    records: records ?? old?.records ?? []
                )
            )
            records = nil
            isStored = true
            await end(with: .saved)
        } catch {
            await end(with: .saveFailed("\(error)"))
        }
    }

    /// The record whose cookies go on in the next one: while it cannot be read nothing is written over it.
    private func recordToReplace() async throws(TokenStoreError) -> StoredSession? {
        do throws(TokenStoreError) {
            return try await store.session(for: key)
        } catch .damaged(let file, let setAside) {
            notify(.store(.damaged(file: file, setAside: setAside)))
            return nil
        }
    }

    /// Tells the machine how work ended, and lets other programs in.
    func end(with event: TokenEvent) async {
        await giveLockBack()
        handle(event)
    }

    /// What another program has stored meanwhile.
    ///
    /// Its tokens count also when they are due themselves: the server may have forgotten the older ones.
    private func newer(_ found: Found, than tokens: TokenSet?) -> TokenSet? {
        guard let new = found.session?.tokens, new.accessToken != tokens?.accessToken,
            new.receivedAt >= tokens?.receivedAt ?? new.receivedAt
        else { return nil }
        return new
    }

    /// The record as it is stored, also one without tokens.
    private func record() async -> StoredSession? {
        do throws(TokenStoreError) {
            return try await store.session(for: key)
        } catch {
            notify(.store(error))
            return nil
        }
    }

    // MARK: The lock

    func takeLock() async -> Bool {
        guard held == nil else { return true }
        var waited = Duration.zero
        while waited < lockBound, !isStopped {
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

    func giveLockBack() async {
        let lock = held
        held = nil
        await lock?.release()
    }
}

import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import FinesseTypes

extension Connection {
    /// The stored session with a token that is good for a while yet.
    ///
    /// A token whose renewal is due and fails is given all the same while its life is not over.
    ///
    /// - Throws: ``CommandFailure`` where nobody is signed in, or a person is needed.
    func freshSession() async throws -> StoredSession {
        let session = try await storedSession()
        guard let tokens = session.tokens else { return session }
        switch TokenLifecycle(tokens).phase(at: ContextClock(context).reading()) {
        case .fresh: return session
        case .expired: return try await refresh(session)
        case .refreshDue:
            do {
                return try await refresh(session)
            } catch let failure as CommandFailure {
                context.console.talk("The token could not be renewed and is used to its end. \(failure.message)")
                return session
            }
        }
    }

    /// Buys a new token with the old pair; where that is over, signs in silently through the live session.
    ///
    /// One program at a time does so: whoever comes second takes what the first has stored.
    ///
    /// - Throws: ``CommandFailure``.
    func refresh(_ session: StoredSession) async throws -> StoredSession {
        guard let tokens = session.tokens else { return session }
        let supplier = SessionSupplier(self, session.key)
        let console = context.console
        let keeper = try keeper(of: session.key, supplier) { notice in
            switch notice {
            case .store, .tokens(.notSaved): console.talk("\(notice)")
            case .tokens, .needsPerson: break
            }
        }
        do {
            _ = try await keeper.replacement(for: tokens.accessToken)
        } catch {
            let standing = await keeper.standing
            await keeper.stop()
            throw Self.failure(standing, error, session.key, supplier)
        }
        var next = try await store.session(for: session.key) ?? session
        next.tokens = await keeper.tokens
        await keeper.stop()
        return next
    }

    /// A keeper of one user's tokens that shares store and lock with every other program of the person.
    func keeper(
        of key: SessionKey,
        _ supplier: SessionSupplier,
        notify: @escaping @Sendable (KeeperNotice) -> Void
    ) throws -> TokenKeeper {
        TokenKeeper(
            key: key,
            supplier: supplier,
            store: store,
            lock: FileSessionLock(directory: try context.stateDirectory()),
            clock: ContextClock(context),
            notify: notify
        )
    }

    private static func failure(
        _ standing: TokenMachine.Standing,
        _ reason: AccessTokenUnavailable,
        _ key: SessionKey,
        _ supplier: SessionSupplier
    ) -> CommandFailure {
        guard case .needsPerson(let reason) = standing else {
            return supplier.failure ?? CommandFailure(.failure, "\(reason)")
        }
        return CommandFailure(
            .notSignedIn,
            "The token of \(key.user) cannot be renewed without a person. \(reason.reason) "
                + "Sign in again: finessectl login --user \(key.user)."
        )
    }
}

extension Connection {
    /// The cookies of a user's earlier sessions on this server; none where there was no session.
    func storedRecords(of user: UserName) async throws -> [SessionRecord] {
        for origin in origins {
            if let session = try await store.session(for: SessionKey(server: origin, user: user)) {
                return session.records
            }
        }
        return []
    }
}

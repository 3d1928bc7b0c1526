import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import FinesseTypes

extension Connection {
    /// The stored session with a token that is good for a while yet.
    ///
    /// - Throws: ``CommandFailure`` where nobody is signed in, or a person is needed.
    func freshSession() async throws -> StoredSession {
        let session = try await storedSession()
        guard let tokens = session.tokens else { return session }
        switch TokenLifecycle(tokens).phase(at: now()) {
        case .fresh: return session
        default: return try await refresh(session)
        }
    }

    /// Buys a new token with the old pair; where that is over, signs in silently through the live session.
    func refresh(_ session: StoredSession) async throws -> StoredSession {
        guard let tokens = session.tokens else { return session }
        switch try await signOn.refresh(tokens, of: session.key.user, at: session.key.server) {
        case .refreshed(let renewed):
            var next = session
            next.tokens = renewed
            try await store.save(next)
            return next
        case .needsSignIn(let refusal):
            return try await signInSilently(session, because: refusal)
        }
    }

    private func signInSilently(_ session: StoredSession, because refusal: RefreshRefusal) async throws -> StoredSession
    {
        let (outcome, records) = try await SignInPages.with(pages, in: context) { pages in
            let agent = pages.agent(over: transport, options: signOn.options)
            await agent.restore(session.records)
            let outcome = try await signOn.signIn(session.key.user, credentials: nil, agent: agent)
            return (outcome, await agent.sessionRecords())
        }
        guard case .signedIn(let signedIn) = outcome, let tokens = signedIn.tokens else {
            throw CommandFailure(
                .notSignedIn,
                "The token of \(session.key.user) cannot be renewed without a person. \(refusal) "
                    + "Sign in again: finessectl login --user \(session.key.user)."
            )
        }
        let next = StoredSession(
            key: session.key,
            loginID: signedIn.loginID,
            tokens: tokens,
            records: records
        )
        try await store.save(next)
        return next
    }
}

extension Connection {
    /// The cookies of a user's earlier sessions on this server; none where there was no session.
    func storedRecords(of user: UserName) async throws -> [SessionRecord] {
        for origin in address.candidates {
            if let session = try await store.session(for: SessionKey(server: origin, user: user)) {
                return session.records
            }
        }
        return []
    }
}

public import FinesseTypes

extension TokenStore {
    /// Keeps what a sign-in at another node than the one that was named gave, under that node's own name.
    ///
    /// A record that cannot be written costs a silent sign-in at that node later, and nothing else: the tokens themselves are saved
    /// by whoever keeps them.
    ///
    /// - Parameters:
    ///   - agent: Who signed in, and where.
    ///   - user: The user as asked for.
    ///   - key: The record that the tokens are saved in anyway.
    ///   - records: The cookies of the sessions.
    public func keep(_ agent: SignedInAgent, of user: UserName, besides key: SessionKey, records: [SessionRecord]) async
    {
        let own = SessionKey(server: agent.origin, user: user)
        guard own != key, let tokens = agent.tokens else { return }
        try? await save(StoredSession(key: own, loginID: agent.loginID, tokens: tokens, records: records))
    }
}

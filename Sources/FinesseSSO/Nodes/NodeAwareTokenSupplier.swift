public import FinesseTypes
import HTTPTransport

/// Gets tokens from whichever Finesse node serves.
///
/// A refresh goes to the node in use and, where that has trouble, to the other one. Where that one knows nothing of the pair, as it
/// may, the keeper's next step is the silent sign-in: it begins at the node that answered.
public struct NodeAwareTokenSupplier: TokenSupplier {
    private let signOn: SingleSignOn
    private let user: UserName
    private let nodes: SystemNodes
    private let store: (any TokenStore)?
    private let makeAgent: @Sendable () throws(SSOError) -> any SignInAgent

    /// Makes a supplier for one user.
    ///
    /// - Parameters:
    ///   - signOn: The server, and how sign-ins are done on it.
    ///   - user: The user as asked for at sign-in.
    ///   - nodes: The nodes of the system.
    ///   - store: Where a session at another node than the one named gets a record of its own; nil for nowhere.
    ///   - makeAgent: Makes the one who walks through the pages of a sign-in; a new one each time.
    public init(
        signOn: SingleSignOn,
        user: UserName,
        nodes: SystemNodes,
        store: (any TokenStore)? = nil,
        makeAgent: @escaping @Sendable () throws(SSOError) -> any SignInAgent
    ) {
        self.signOn = signOn
        self.user = user
        self.nodes = nodes
        self.store = store
        self.makeAgent = makeAgent
    }

    /// Buys a new access token with the tokens there are.
    ///
    /// - Parameter tokens: The present tokens.
    /// - Returns: The new ones, or that a sign-in is needed.
    /// - Throws: ``SSOError``, see ``SingleSignOn/refresh(_:of:at:)``.
    public func refresh(_ tokens: TokenSet) async throws(SSOError) -> RefreshOutcome {
        let pinned = signOn.pinned
        return try await nodes.perform { (node) throws(SSOError) in
            try await pinned.refresh(tokens, of: user, at: node)
        }
    }

    /// Signs in through the sessions that are alive, at the node in use or another one.
    ///
    /// - Parameter records: The cookies of the sessions, as they were stored.
    /// - Returns: How it ended, and the cookies that are to be stored now.
    /// - Throws: ``SSOError``, see ``SingleSignOn/signIn(_:credentials:agent:atAnyOf:)``.
    public func signIn(with records: [SessionRecord]) async throws(SSOError) -> (SignInOutcome, [SessionRecord]) {
        let agent = try makeAgent()
        await agent.restore(records)
        let outcome = try await signOn.signIn(user, credentials: nil, agent: agent, atAnyOf: nodes)
        let new = await agent.sessionRecords()
        if case .signedIn(let signedIn) = outcome, let store, let named = nodes.state.nodes.first {
            await store.keep(signedIn, of: user, besides: SessionKey(server: named, user: user), records: new)
        }
        return (outcome, new)
    }
}

public import FinesseTypes
public import HTTPTransport

/// Gets tokens for one user without asking anybody.
public protocol TokenSupplier: Sendable {
    /// Buys a new access token with the tokens there are.
    ///
    /// - Parameter tokens: The present tokens.
    /// - Returns: The new ones, or that a sign-in is needed.
    /// - Throws: ``SSOError`` when it could not be done.
    func refresh(_ tokens: TokenSet) async throws(SSOError) -> RefreshOutcome

    /// Signs in through the sessions that are alive.
    ///
    /// - Parameter records: The cookies of the sessions, as they were stored.
    /// - Returns: How it ended, and the cookies that are to be stored now.
    /// - Throws: ``SSOError`` when it could not be done.
    func signIn(with records: [SessionRecord]) async throws(SSOError) -> (SignInOutcome, [SessionRecord])
}

/// Gets tokens from a Finesse server.
public struct FinesseTokenSupplier: TokenSupplier {
    private let signOn: SingleSignOn
    private let user: UserName
    private let origin: HTTPOrigin
    private let makeAgent: @Sendable () throws(SSOError) -> any SignInAgent

    /// Makes a supplier for one user.
    ///
    /// - Parameters:
    ///   - signOn: The server, and how sign-ins are done on it.
    ///   - user: The user as asked for at sign-in.
    ///   - origin: The Finesse node that refreshes are asked of.
    ///   - makeAgent: Makes the one who walks through the pages of a sign-in; a new one each time.
    public init(
        signOn: SingleSignOn,
        user: UserName,
        origin: HTTPOrigin,
        makeAgent: @escaping @Sendable () throws(SSOError) -> any SignInAgent
    ) {
        self.signOn = signOn
        self.user = user
        self.origin = origin
        self.makeAgent = makeAgent
    }

    /// Buys a new access token with the tokens there are.
    ///
    /// - Parameter tokens: The present tokens.
    /// - Returns: The new ones, or that a sign-in is needed.
    /// - Throws: ``SSOError``, see ``SingleSignOn/refresh(_:of:at:)``.
    public func refresh(_ tokens: TokenSet) async throws(SSOError) -> RefreshOutcome {
        try await signOn.refresh(tokens, of: user, at: origin)
    }

    /// Signs in through the sessions that are alive.
    ///
    /// - Parameter records: The cookies of the sessions, as they were stored.
    /// - Returns: How it ended, and the cookies that are to be stored now.
    /// - Throws: ``SSOError``, see ``SingleSignOn/signIn(_:credentials:agent:)``.
    public func signIn(with records: [SessionRecord]) async throws(SSOError) -> (SignInOutcome, [SessionRecord]) {
        let agent = try makeAgent()
        await agent.restore(records)
        let outcome = try await signOn.signIn(user, credentials: nil, agent: agent)
        return (outcome, await agent.sessionRecords())
    }
}

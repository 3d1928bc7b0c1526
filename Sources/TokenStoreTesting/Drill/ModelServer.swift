import FinesseSSO
import FinesseTypes
import HTTPTransport

/// What Finesse, the identity service and the identity provider know of one user, as a value.
struct ModelServer: Sendable {
    let rules: CrashDrill.Server
    private var accessTokens: Set<AccessToken> = []
    private var refreshTokens: Set<RefreshToken> = []
    private var sessions: Set<[UInt8]> = []
    /// What ends when an access token is used for the first time.
    private var predecessors: [AccessToken: RefreshToken] = [:]
    private var issued = 0

    init(_ rules: CrashDrill.Server) {
        self.rules = rules
    }

    /// A sign-in for which a person typed a password.
    mutating func signInByPerson(at time: ClockReading) -> (SignedInAgent, [SessionRecord]) {
        let session = Array("session.\(issued + 1)".utf8)
        sessions.insert(session)
        return (agent(issue(at: time)), [SessionRecord(format: "model-cookies", bytes: session)])
    }

    /// A sign-in through a session; nil when it is over.
    mutating func signIn(with records: [SessionRecord], at time: ClockReading) -> SignedInAgent? {
        guard records.contains(where: { sessions.contains($0.bytes) }) else { return nil }
        return agent(issue(at: time))
    }

    /// New tokens for old ones; nil when they buy nothing any more.
    mutating func refresh(_ tokens: TokenSet, at time: ClockReading) -> TokenSet? {
        guard let old = tokens.refreshToken, refreshTokens.contains(old) else { return nil }
        var new = issue(at: time)
        guard let replacement = new.refreshToken else { return new }
        switch rules.oldTokens {
        case .stay: break
        case .endAtOnce:
            refreshTokens.remove(old)
            accessTokens.remove(tokens.accessToken)
        case .endAtFirstUse: predecessors[new.accessToken] = old
        case .areGivenAgain:
            refreshTokens.remove(replacement)
            new.refreshToken = old
        }
        return new
    }

    /// A call with a token.
    ///
    /// - Returns: Whether the server takes it.
    mutating func use(_ token: AccessToken) -> Bool {
        guard accessTokens.contains(token) else { return false }
        if let predecessor = predecessors.removeValue(forKey: token) { refreshTokens.remove(predecessor) }
        return true
    }

    /// Whether what a client has could still buy it a token, without a person.
    func canServe(_ tokens: TokenSet, _ records: [SessionRecord]) -> Bool {
        accessTokens.contains(tokens.accessToken) || tokens.refreshToken.map { refreshTokens.contains($0) } ?? false
            || records.contains { sessions.contains($0.bytes) }
    }

    mutating func endSessions() { sessions = [] }
    mutating func endRefreshTokens() { refreshTokens = [] }
    mutating func endAccessTokens() { accessTokens = [] }

    private mutating func issue(at time: ClockReading) -> TokenSet {
        issued += 1
        let tokens = TokenSet(
            accessToken: AccessToken("access-secret.\(issued)"),
            refreshToken: RefreshToken("refresh-secret.\(issued)"),
            receivedAt: time.wall,
            receivedSinceBoot: time.boot,
            life: .seconds(300),
            identity: TokenIdentity(userID: "ablake", realm: "example.com", principal: "ablake@example.com")
        )
        accessTokens.insert(tokens.accessToken)
        if let refresh = tokens.refreshToken { refreshTokens.insert(refresh) }
        return tokens
    }

    private func agent(_ tokens: TokenSet) -> SignedInAgent {
        SignedInAgent(
            origin: SampleSessions.node,
            userName: "ablake",
            loginID: "98411",
            user: nil,
            proof: .tokens(tokens)
        )
    }
}

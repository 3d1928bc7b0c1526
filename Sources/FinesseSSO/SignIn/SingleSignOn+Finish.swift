import Finesse
import FinesseTypes
import HTTPTransport

extension SingleSignOn {
    /// Turns the answer at the end of the pages into a signed-in agent, or finds that it is another user's.
    func finish(
        _ user: UserName,
        _ answer: FinalAnswer,
        receivedAt: ClockReading,
        _ server: DiscoveredServer
    ) async throws(SSOError) -> SignInOutcome {
        let read = try TokenReading.answer(answer.status, answer.body, host: answer.host, .signIn)
        guard let userID = read.identity.userID else { throw .nobodysToken(host: answer.host) }
        let tokens = TokenSet(read, receivedAt: receivedAt.wall, receivedSinceBoot: receivedAt.boot)
        let client = client(server.origin, .bearer(FixedAccessToken(tokens.accessToken)))
        let verdict = try await SameUser.verdict(
            asked: user,
            identity: tokens.identity,
            looksUp: server.needsLoginIDLookup
        ) { (userID) throws(SSOError) in
            try await Self.find(userID, asked: user, client)
        }
        var found: User?
        switch verdict {
        case .other:
            return .otherUser(OtherUser(host: hostAndPort(server.origin), asked: user, got: userID))
        case .byLookup(let user):
            found = user
        case .byName:
            if server.needsLoginIDLookup { found = try await Self.lookUp(userID, asked: user, client) }
        }
        return .signedIn(
            SignedInAgent(
                origin: server.origin,
                userName: user,
                loginID: found?.loginID ?? LoginID(userID),
                user: found,
                proof: .tokens(tokens)
            )
        )
    }

    /// Signs in with a password: Finesse itself checks it when the user is looked up.
    ///
    /// A wrong password is sent once: five in a row lock the account.
    func passwordSignIn(
        _ user: UserName,
        _ credentials: SignInCredentials?,
        _ server: DiscoveredServer
    ) async throws(SSOError) -> SignedInAgent {
        guard let credentials else { throw .noPassword(host: hostAndPort(server.origin), user: user) }
        let client = client(server.origin, .basic(user, credentials.password))
        let found: User
        do {
            found = try await client.user(named: LoginName(user.rawValue))
        } catch {
            throw .finesse(error)
        }
        return SignedInAgent(
            origin: server.origin,
            userName: user,
            loginID: found.loginID,
            user: found,
            proof: .password(credentials.password)
        )
    }

    private func client(_ origin: HTTPOrigin, _ credentials: FinesseCredentials) -> FinesseClient {
        FinesseClient(
            transport: transport,
            origin: origin,
            credentials: credentials,
            deadline: options.exchangeDeadline
        )
    }

    /// Looks a User up by the `user_id` of a token, and without its realm when there is none with it.
    ///
    /// Where the server finds nobody by name, as before 12.5(1), the id that was asked for is looked up: its User must have
    /// the token's name, since a supervisor may read the agents of a team.
    ///
    /// Source: Finesse developer guide 12.5(1), "What's New": User by login name.
    private static func lookUp(
        _ userID: String,
        asked: UserName,
        _ client: FinesseClient
    ) async throws(SSOError) -> User {
        let refusal: FinesseError
        do {
            return try await client.user(named: LoginName(userID))
        } catch {
            refusal = error
        }
        do {
            if refusal.isNotFound, let local = SameUser.localPart(userID) {
                return try await client.user(named: LoginName(local))
            }
            if refusal.finesseAnswered([401, 403, 404]), asked.rawValue.allSatisfy(\.isNumber) {
                let user = try await client.user(LoginID(asked.rawValue))
                if SameUser.isNamed(userID, user) { return user }
            }
        } catch {
            throw .finesse(error)
        }
        throw .finesse(refusal)
    }

    private static func find(
        _ userID: String,
        asked: UserName,
        _ client: FinesseClient
    ) async throws(SSOError) -> User? {
        do {
            return try await lookUp(userID, asked: asked, client)
        } catch {
            if case .finesse(let failure) = error, failure.isNotFound { return nil }
            throw error
        }
    }
}

extension FinesseError {
    /// True when the server knows no such user.
    fileprivate var isNotFound: Bool { finesseAnswered([404]) }

    /// True when the server said no with one of these statuses.
    fileprivate func finesseAnswered(_ statuses: Set<Int>) -> Bool {
        guard case .refused(let refusal) = self else { return false }
        return statuses.contains(refusal.status)
    }
}

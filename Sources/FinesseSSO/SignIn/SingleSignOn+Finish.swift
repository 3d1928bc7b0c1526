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
            try await Self.find(userID, client)
        }
        var found: User?
        switch verdict {
        case .other:
            return .otherUser(OtherUser(host: hostAndPort(server.origin), asked: user, got: userID))
        case .byLookup(let user):
            found = user
        case .byName:
            if server.needsLoginIDLookup { found = try await Self.lookUp(userID, client) }
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
    private static func lookUp(_ userID: String, _ client: FinesseClient) async throws(SSOError) -> User {
        do {
            return try await client.user(named: LoginName(userID))
        } catch {
            guard error.isNotFound, let local = SameUser.localPart(userID) else { throw .finesse(error) }
            do {
                return try await client.user(named: LoginName(local))
            } catch {
                throw .finesse(error)
            }
        }
    }

    private static func find(_ userID: String, _ client: FinesseClient) async throws(SSOError) -> User? {
        do {
            return try await lookUp(userID, client)
        } catch {
            if case .finesse(let failure) = error, failure.isNotFound { return nil }
            throw error
        }
    }
}

extension FinesseError {
    /// True when the server knows no such user.
    fileprivate var isNotFound: Bool {
        guard case .refused(let refusal) = self else { return false }
        return refusal.status == 404
    }
}

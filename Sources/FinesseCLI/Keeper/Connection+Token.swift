import FinesseSSO
import FinesseTypes
import HTTPTransport

/// A token for a program, and what is known of it.
struct UsableToken: Hashable, Sendable {
    var token: AccessToken
    var key: SessionKey
    var userID: String?
    var loginID: String?
    var expiresAt: String?
    var expiresIn: Int?
}

extension Connection {
    /// A usable token: a running keeper's, or else the stored one, renewed under the lock if need be.
    ///
    /// - Throws: ``CommandFailure`` where nobody is signed in, or a person is needed.
    func usableToken() async throws -> UsableToken {
        let key = try await storedSession().key
        if let token = try await keptToken(key) { return token }
        let session = try await freshSession()
        guard let tokens = session.tokens else {
            throw CommandFailure(.notSignedIn, "There is no token for \(key). Sign in first: finessectl login.")
        }
        return UsableToken(
            token: tokens.accessToken,
            key: key,
            userID: tokens.identity.userID,
            loginID: session.loginID?.rawValue,
            expiresAt: tokens.expiresAt.iso8601,
            expiresIn: Int(tokens.expiresAt.since(now()).components.seconds)
        )
    }

    /// The token of a running keeper; nil where none answers for this user.
    private func keptToken(_ key: SessionKey) async throws -> UsableToken? {
        let request = KeeperRequest(
            request: KeeperRequest.token,
            user: key.user.rawValue,
            server: "\(key.server)"
        )
        for path in try context.keeperSockets(of: key) {
            guard let answer = await KeeperClient(path: path).ask(request) else { continue }
            if let token = answer.token {
                return UsableToken(
                    token: token,
                    key: key,
                    userID: answer.userId,
                    loginID: answer.loginId,
                    expiresAt: answer.expiresAt,
                    expiresIn: answer.expiresIn
                )
            }
            switch answer.error {
            case .needsPerson: throw CommandFailure(.notSignedIn, Self.words(answer))
            case .unavailable, .timedOut: throw CommandFailure(.failure, Self.words(answer))
            case .badRequest, .unknownRequest, .otherUser, .busy, nil: continue
            }
        }
        return nil
    }

    private static func words(_ answer: KeeperAnswer) -> String {
        [answer.reason, answer.nextAction].compactMap { $0 }.joined(separator: " ")
    }
}

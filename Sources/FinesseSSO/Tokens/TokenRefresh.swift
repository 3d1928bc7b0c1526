public import FinesseTypes
public import HTTPTransport

/// How a refresh ended.
public enum RefreshOutcome: Hashable, Sendable {
    /// With new tokens.
    case refreshed(TokenSet)
    /// With the server's word that these tokens buy nothing any more: silently or not, a sign-in is needed.
    case needsSignIn(RefreshRefusal)
}

/// Why a refresh needs a sign-in.
public enum RefreshRefusal: Hashable, Sendable {
    /// There is no refresh token.
    case noRefreshToken
    /// The server sends the user to the sign-in pages, with this status.
    case redirect(Int)
    /// The server shows a page.
    case page
    /// The server says no, with this status and these words.
    case status(Int, message: String)
    /// The answer is a token of somebody else.
    case otherUser(String)
}

extension RefreshRefusal: CustomStringConvertible {
    /// The reason as a sentence.
    public var description: String {
        switch self {
        case .noRefreshToken: "There is no refresh token."
        case .redirect(let status): "The server answered \(status) and sends the user to the sign-in pages."
        case .page: "The server answered with a page in place of a token."
        case .status(let status, let message):
            "The server answered \(status)\(message.isEmpty ? "" : " (\(message))") to the refresh."
        case .otherUser(let name): "The new token belongs to \(name)."
        }
    }
}

extension SingleSignOn {
    /// Buys a new access token with the tokens there are.
    ///
    /// The exchange carries no cookies and follows no redirect: an answer that wants more than tokens needs a sign-in,
    /// which ``tokenSignIn(_:credentials:on:agent:)`` does, silently while a session lives.
    ///
    /// - Parameters:
    ///   - tokens: The present tokens; the server wants both still valid.
    ///   - user: The user as asked for at sign-in.
    ///   - origin: The Finesse node.
    /// - Returns: The new tokens, the old refresh token among them when none came; or that a sign-in is needed.
    /// - Throws: ``SSOError/refreshTransport(_:)``; ``SSOError/tokenRefused(_:)`` for 403, 404, 405, 408, 418, 429 and 5xx, which
    ///   say nothing of the tokens; ``SSOError/unusableTokenAnswer(_:host:_:)``.
    ///
    /// Source: "Client Integration", step 7; "Single Sign-On: Refresh Existing Access Token".
    public func refresh(
        _ tokens: TokenSet,
        of user: UserName,
        at origin: HTTPOrigin
    ) async throws(SSOError) -> RefreshOutcome {
        guard let refreshToken = tokens.refreshToken else { return .needsSignIn(.noRefreshToken) }
        let endpoint = TokenEndpoint(origin: origin, user: user, userNameForm: options.userNameForm)
        let request = endpoint.refreshRequest(tokens.accessToken, refreshToken, deadline: options.exchangeDeadline)
        let response: HTTPResponse
        do {
            response = try await transport.perform(request)
        } catch {
            throw .refreshTransport(error)
        }
        return try Self.read(response, receivedAt: reading, replacing: tokens, host: hostAndPort(origin))
    }

    static func read(
        _ response: HTTPResponse,
        receivedAt: ClockReading,
        replacing tokens: TokenSet,
        host: String
    ) throws(SSOError) -> RefreshOutcome {
        switch response.status {
        case 300...399:
            return .needsSignIn(.redirect(response.status))
        case 400, 401:
            return .needsSignIn(.status(response.status, message: TokenReading.message(in: response.body)))
        default:
            break
        }
        let answer: TokenAnswer
        do {
            answer = try TokenReading.answer(response.status, response.body, host: host, .refresh)
        } catch .unusableTokenAnswer(.html, _, _) {
            return .needsSignIn(.page)
        }
        if let got = answer.identity.userID, let had = tokens.identity.userID, got.lowercased() != had.lowercased() {
            return .needsSignIn(.otherUser(got))
        }
        return .refreshed(tokens.renewed(by: answer, receivedAt: receivedAt.wall, receivedSinceBoot: receivedAt.boot))
    }
}

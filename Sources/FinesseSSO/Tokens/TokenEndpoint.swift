public import FinesseTypes
public import HTTPTransport

/// The addresses and requests of a Finesse node's tokens: pure, nothing is sent here.
///
/// Source: "Client Integration", steps 3 and 7; "Single Sign-On APIs".
public struct TokenEndpoint: Hashable, Sendable {
    /// How the server learns for whom a token is asked.
    public enum UserNameForm: Hashable, Sendable {
        /// In the query: from 11.6(1)ES10, 12.0(1)ES3 and 12.5(1)ES1 on.
        case query
        /// In a cookie: before, and where the identity provider's page reads it; the domain may be a common parent.
        case cookie(domain: String?)
    }

    /// The Finesse node.
    public var origin: HTTPOrigin
    /// For whom a token is asked.
    public var user: UserName
    /// How the server learns it.
    public var userNameForm: UserNameForm

    /// The paths at which the final JSON may come.
    public static let finalPaths: Set<String> = ["/desktop/sso/token", "/desktop/sso/authcode"]
    private static let path = "/desktop/sso/token"

    /// Makes an endpoint from its parts.
    ///
    /// - Parameters:
    ///   - origin: The Finesse node.
    ///   - user: A login name or a peripheral id.
    ///   - userNameForm: How the server learns the name.
    public init(origin: HTTPOrigin, user: UserName, userNameForm: UserNameForm = .query) {
        self.origin = origin
        self.user = user
        self.userNameForm = userNameForm
    }

    /// The address that a sign-in starts from.
    public var signInURL: String {
        "\(origin)\(Self.path)?" + FormText.encode(nameInQuery + Self.wishes)
    }

    /// The cookies to be there before the sign-in starts.
    public var signInCookies: [SignInCookie] {
        guard case .cookie(let domain) = userNameForm else { return [] }
        return [SignInCookie(name: "cc_username", value: FormText.encode(user.rawValue), domain: domain)]
    }

    /// The request that refreshes a token.
    ///
    /// - Parameters:
    ///   - accessToken: The present access token; the server wants both.
    ///   - refreshToken: The refresh token.
    ///   - deadline: The time limit of the exchange.
    /// - Returns: A POST whose form has `token` and `refresh-token`, with a hyphen.
    public func refreshRequest(
        _ accessToken: AccessToken,
        _ refreshToken: RefreshToken,
        deadline: Duration
    ) -> HTTPRequest {
        var fields: HTTPFields = [
            "Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded",
        ]
        for cookie in signInCookies { fields.append("Cookie", "\(cookie.name)=\(cookie.value)") }
        let form = FormText.encode([("token", accessToken.reveal()), ("refresh-token", refreshToken.reveal())])
        return HTTPRequest(
            method: "POST",
            origin: origin,
            target: "\(Self.path)?" + FormText.encode(nameInQuery + Self.wishes),
            fields: fields,
            body: Array(form.utf8),
            deadline: deadline,
            maximumBodyLength: 1 << 20
        )
    }

    private var nameInQuery: [(String, String)] {
        userNameForm == .query ? [("cc_username", user.rawValue)] : []
    }

    /// Both flags on their own: one adds the user, the other the refresh token.
    private static let wishes = [("return_user", "yes"), ("return_refresh_token", "true")]
}

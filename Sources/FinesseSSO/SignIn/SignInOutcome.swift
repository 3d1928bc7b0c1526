public import Finesse
public import FinesseTypes
public import HTTPTransport

/// How a sign-in ended; what could not be done at all is thrown as ``SSOError`` instead.
public enum SignInOutcome: Hashable, Sendable {
    /// The user asked for is signed in.
    case signedIn(SignedInAgent)
    /// It stopped on a page.
    case stopped(SignInStop)
    /// The identity provider said no.
    case refused(SignInRefusal)
    /// An error came that the documents describe.
    case identityFault(IdentityFaultReport)
    /// The token was another user's.
    case otherUser(OtherUser)

    /// Why nobody is signed in, in the four parts that a person needs; nil when somebody is.
    public var explanation: FailureExplanation? {
        switch self {
        case .signedIn: nil
        case .stopped(let stop): stop.explanation
        case .refused(let refusal): refusal.explanation
        case .identityFault(let report): report.explanation
        case .otherUser(let other): other.explanation
        }
    }

    /// A short name without payload, for counters and exit codes.
    public var label: String {
        switch self {
        case .signedIn: "signed-in"
        case .stopped: "stopped"
        case .refused: "refused"
        case .identityFault: "identity-fault"
        case .otherUser: "other-user"
        }
    }
}

/// A user who has proved who they are, and what later calls need.
///
/// Signed in to the system, that is; the agent's own state is another matter: `FinesseClient.signIn(_:phoneExtension:)`.
public struct SignedInAgent: Hashable, Sendable {
    /// What the user proved themselves with.
    public enum Proof: Hashable, Sendable {
        /// Tokens of the identity service.
        case tokens(TokenSet)
        /// A password that Finesse has accepted.
        case password(Password)
    }

    /// The Finesse node.
    public var origin: HTTPOrigin
    /// The user as asked for.
    public var userName: UserName
    /// The one identifier that later calls take.
    public var loginID: LoginID
    /// The user as the server showed them; nil where no look-up was needed.
    public var user: User?
    /// What the user proved themselves with.
    public var proof: Proof

    /// Makes a signed-in agent from its parts.
    ///
    /// - Parameters:
    ///   - origin: The Finesse node.
    ///   - userName: The user as asked for.
    ///   - loginID: The identifier that later calls take.
    ///   - user: The user as the server showed them.
    ///   - proof: What the user proved themselves with.
    public init(origin: HTTPOrigin, userName: UserName, loginID: LoginID, user: User?, proof: Proof) {
        self.origin = origin
        self.userName = userName
        self.loginID = loginID
        self.user = user
        self.proof = proof
    }

    /// The tokens, in SSO mode.
    public var tokens: TokenSet? {
        guard case .tokens(let tokens) = proof else { return nil }
        return tokens
    }

    /// Makes a client that proves itself as this user.
    ///
    /// - Parameters:
    ///   - transport: Carries the exchanges.
    ///   - deadline: The time limit of one exchange.
    ///   - clock: Measures the pauses and the deadline of a confirmation.
    /// - Returns: A client that sends the token, or the password, of now.
    public func client(
        over transport: any HTTPTransport,
        deadline: Duration = .seconds(30),
        clock: any Clock<Duration> = ContinuousClock()
    ) -> FinesseClient {
        let credentials: FinesseCredentials =
            switch proof {
            case .tokens(let tokens): .bearer(FixedAccessToken(tokens.accessToken))
            case .password(let password): .basic(userName, password)
            }
        return FinesseClient(
            transport: transport,
            origin: origin,
            credentials: credentials,
            deadline: deadline,
            clock: clock
        )
    }
}

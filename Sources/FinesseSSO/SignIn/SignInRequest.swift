public import FinesseTypes

/// What a sign-in agent is asked to do, as plain values.
public struct SignInRequest: Hashable, Sendable {
    /// The address to open.
    public var startURL: String
    /// Cookies to be there before it is opened, for the host of ``startURL``.
    public var cookies: [SignInCookie]
    /// How the answer that ends it is recognised.
    public var finalAnswer: FinalAnswerRule
    /// What to fill in; nil for a sign-in that asks nobody, which a live session at the identity provider allows.
    public var credentials: SignInCredentials?
    /// To which origins the password may go.
    public var passwordRule: PasswordRule
    /// Whether a page that only asks for consent is answered with yes.
    public var acceptsConsent: Bool
    /// How pages that ask for more are answered.
    public var answers: PageAnswers
    /// The most pages that are looked at before it is given up.
    public var maximumPages: Int
    /// The time limit of the whole sign-in.
    public var deadline: Duration

    /// Makes a request from its parts.
    ///
    /// - Parameters:
    ///   - startURL: The address to open.
    ///   - cookies: Cookies to be there before it is opened.
    ///   - finalAnswer: How the answer that ends it is recognised.
    ///   - credentials: What to fill in, if anything.
    ///   - passwordRule: To which origins the password may go.
    ///   - acceptsConsent: Whether a page that only asks for consent is answered with yes.
    ///   - answers: How pages that ask for more are answered.
    ///   - maximumPages: The most pages that are looked at.
    ///   - deadline: The time limit of the whole sign-in.
    public init(
        startURL: String,
        cookies: [SignInCookie] = [],
        finalAnswer: FinalAnswerRule,
        credentials: SignInCredentials?,
        passwordRule: PasswordRule = .everySecureOrigin,
        acceptsConsent: Bool = false,
        answers: PageAnswers = PageAnswers(),
        maximumPages: Int = 12,
        deadline: Duration = .seconds(90)
    ) {
        self.startURL = startURL
        self.cookies = cookies
        self.finalAnswer = finalAnswer
        self.credentials = credentials
        self.passwordRule = passwordRule
        self.acceptsConsent = acceptsConsent
        self.answers = answers
        self.maximumPages = maximumPages
        self.deadline = deadline
    }
}

/// A cookie that the client itself brings along.
public struct SignInCookie: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its value, percent-encoded.
    public var value: String
    /// Its domain, when it is for more than the one host.
    public var domain: String?

    /// Makes a cookie from its parts.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - value: Its value, percent-encoded.
    ///   - domain: Its domain, when it is for more than the one host.
    public init(name: String, value: String, domain: String? = nil) {
        self.name = name
        self.value = value
        self.domain = domain
    }
}

/// What a person types on a login page.
public struct SignInCredentials: Hashable, Sendable {
    /// The name as the identity provider wants it, which may be a name with a realm.
    public var userName: String
    /// The password.
    public var password: Password

    /// Makes credentials from their parts.
    ///
    /// - Parameters:
    ///   - userName: The name as the identity provider wants it.
    ///   - password: The password.
    public init(userName: String, password: Password) {
        self.userName = userName
        self.password = password
    }
}

/// How the answer that ends a sign-in is recognised: by where it comes from.
public struct FinalAnswerRule: Hashable, Sendable {
    /// The origins of the Finesse nodes, as origins are written.
    public var origins: Set<String>
    /// The paths at which it may come.
    public var paths: Set<String>

    /// Makes a rule from its parts.
    ///
    /// - Parameters:
    ///   - origins: The origins of the Finesse nodes.
    ///   - paths: The paths at which the answer may come.
    public init(origins: Set<String>, paths: Set<String> = TokenEndpoint.finalPaths) {
        self.origins = origins
        self.paths = paths
    }

    /// Whether a page is the end, whatever it holds: what it holds is judged by ``TokenAnswer/init(reading:)``.
    ///
    /// - Parameter page: The page.
    /// - Returns: True for a page of one of the paths on one of the origins.
    public func matches(_ page: PageFacts) -> Bool {
        origins.contains(page.origin) && paths.contains(page.path)
    }
}

extension SandboxFault {
    /// Which requests a fault is for: those that fit everything that is named.
    public struct Selector: Hashable, Sendable {
        /// The server.
        public var party: SandboxParty?
        /// The node, by its host name.
        public var node: String?
        /// The method.
        public var method: String?
        /// The path without the query; `*` stands for any characters.
        public var path: String?
        /// The step of a sign-in or of a shift.
        public var route: Route?
        /// The user, by login name or login id.
        ///
        /// A request is a user's when it names them: in `cc_username`, in the address, in the credentials, in the login form,
        /// or by a session of theirs. The steps at the identity service between the login form and the relay name nobody.
        public var user: String?
        /// How many of the requests that fit pass before the first one fails.
        public var after: Int
        /// How often the fault fires at most; without end when there is nothing.
        public var times: Int?
        /// For which share of the requests that fit it fires, from 0 to 1.
        public var probability: Double

        /// Creates a selector.
        ///
        /// - Parameters:
        ///   - party: The server, or nothing for any.
        ///   - node: The node's host name, or nothing for any.
        ///   - method: The method, or nothing for any.
        ///   - path: The path, with `*` for any characters, or nothing for any.
        ///   - route: The step, or nothing for any.
        ///   - user: The user, or nothing for any.
        ///   - after: How many of the requests that fit pass first.
        ///   - times: How often it fires at most; without end when there is nothing.
        ///   - probability: For which share of the requests that fit it fires.
        public init(
            party: SandboxParty? = nil,
            node: String? = nil,
            method: String? = nil,
            path: String? = nil,
            route: Route? = nil,
            user: String? = nil,
            after: Int = 0,
            times: Int? = nil,
            probability: Double = 1
        ) {
            self.party = party
            self.node = node
            self.method = method
            self.path = path
            self.route = route
            self.user = user
            self.after = after
            self.times = times
            self.probability = probability
        }
    }

    /// A step of a sign-in or of a shift.
    public enum Route: String, CaseIterable, Codable, Hashable, Sendable {
        /// `GET /desktop/sso/token`: a sign-in begins, or its JSON is fetched.
        case token
        /// A refresh, by POST or GET.
        case refresh
        /// `GET /desktop/sso/authcode`: the code comes back to Finesse.
        case callback
        /// `GET /desktop/sso/test`.
        case signOnTest
        /// `GET /finesse/api/SystemInfo`.
        case systemInfo
        /// `GET /finesse/api/UserAuthMode/…`.
        case userAuthMode
        /// `GET /finesse/api/User/…`.
        case user
        /// `PUT /finesse/api/User/…`: an agent's state changes.
        case userChange
        /// `GET /ids/v1/oauth/authorize`.
        case authorize
        /// `POST /ids/saml/response`: the identity provider's answer.
        case assertion
        /// `POST /ids/relay`: the result comes to the identity service's own site.
        case relay
        /// The identity provider is asked: its login page, or the silent answer.
        case loginPage
        /// A form of the identity provider is posted to it: the password, a code, consent.
        case loginSubmit

        /// The step that a request is.
        init?(_ request: SandboxRequest) {
            let segments = request.segments
            switch (request.party, request.method == "HEAD" ? "GET" : request.method) {
            case (.finesse, let method) where segments.prefix(2) == ["desktop", "sso"]:
                switch (method, segments.dropFirst(2)) {
                case ("POST", ["token"]): self = .refresh
                case ("GET", ["token"]): self = request.query["refresh-token"] == nil ? .token : .refresh
                case ("GET", ["authcode"]): self = .callback
                case ("GET", ["test"]): self = .signOnTest
                default: return nil
                }
            case (.finesse, let method) where segments.prefix(2) == ["finesse", "api"]:
                switch (method, segments.dropFirst(2).first) {
                case ("GET", "SystemInfo"): self = .systemInfo
                case ("GET", "UserAuthMode"): self = .userAuthMode
                case ("GET", "User"): self = .user
                case ("PUT", "User"): self = .userChange
                default: return nil
                }
            case (.identityService, "GET") where segments == ["ids", "v1", "oauth", "authorize"]: self = .authorize
            case (.identityService, "POST") where segments == ["ids", "saml", "response"]: self = .assertion
            case (.identityService, "POST") where segments == ["ids", "relay"]: self = .relay
            case (.identityProvider, "GET"): self = .loginPage
            case (.identityProvider, "POST"):
                self = request.form["SAMLRequest"] == nil ? .loginSubmit : .loginPage
            default: return nil
            }
        }
    }
}

extension SandboxFault.Selector {
    /// A request as selectors see it.
    struct Subject: Sendable {
        var request: SandboxRequest
        /// The node's host name.
        var node: String
        /// The users whom it names, by login name in lower case.
        var users: Set<String>
        /// Who is meant by a name: the login name in lower case.
        var loginName: @Sendable (String) -> String
    }

    /// Whether a request fits, counts and chance apart.
    func fits(_ subject: Subject) -> Bool {
        let request = subject.request
        if let party, party != request.party { return false }
        if let node, node.lowercased() != subject.node { return false }
        if let method, method.uppercased() != request.method { return false }
        if let path, !Self.matches(path, request.path) { return false }
        if let route, route != SandboxFault.Route(request) { return false }
        if let user, !subject.users.contains(subject.loginName(user)) { return false }
        return true
    }

    /// Whether a text fits a pattern in which `*` stands for any characters.
    static func matches(_ pattern: String, _ text: String) -> Bool {
        let (pattern, text) = (Array(pattern.utf8), Array(text.utf8))
        let star = UInt8(ascii: "*")
        var (place, inPattern) = (0, 0)
        // Where the last star stands and how much it has swallowed, to come back to.
        var last: (inPattern: Int, place: Int)?
        while place < text.count {
            if inPattern < pattern.count, pattern[inPattern] == star {
                last = (inPattern, place)
                inPattern += 1
            } else if inPattern < pattern.count, pattern[inPattern] == text[place] {
                place += 1
                inPattern += 1
            } else if let back = last {
                last = (back.inPattern, back.place + 1)
                (inPattern, place) = (back.inPattern + 1, back.place + 1)
            } else {
                return false
            }
        }
        return pattern[inPattern...].allSatisfy { $0 == star }
    }
}

public import FinesseTypes
public import HTTPTransport

/// What a call is for, so that an error can say at which step it happened.
public enum FinesseOperation: Hashable, Sendable {
    /// Reads SystemInfo.
    case systemInfo
    /// Reads a user's own authentication mode.
    case userAuthMode(UserName)
    /// Reads a User by login id.
    case user(LoginID)
    /// Looks a User up by login name, to learn the login id.
    case userByName(LoginName)
    /// Signs an agent in.
    case signIn(LoginID)
    /// Changes an agent's state.
    case changeState(LoginID, AgentState)
    /// Signs an agent out.
    case signOut(LoginID)
    /// Any other call, by its row, with what it is done to.
    case call(FinesseAPI, of: String?)
    /// A call that was put together by hand.
    case raw(method: String, path: String)
}

extension FinesseOperation {
    /// Whether it reads or changes a user's state, as opposed to any other row of the index.
    var isOfAgentState: Bool {
        switch self {
        case .systemInfo, .userAuthMode, .user, .userByName, .signIn, .changeState, .signOut: true
        case .call(let api, _): api.group == "User"
        case .raw: false
        }
    }
}

extension FinesseOperation: CustomStringConvertible {
    /// The step in words, to follow "while".
    public var description: String {
        switch self {
        case .systemInfo: "reading SystemInfo"
        case .userAuthMode(let name): "reading the authentication mode of user \(name)"
        case .user(let id): "reading user \(id)"
        case .userByName(let name): "looking up the login id of \(name)"
        case .signIn(let id): "signing in agent \(id)"
        case .changeState(let id, let state): "changing the state of agent \(id) to \(state)"
        case .signOut(let id): "signing out agent \(id)"
        case .call(let api, let object): api.words(of: object)
        case .raw(let method, let path): "calling \(method) \(path)"
        }
    }
}

/// One call: to whom, and what for.
public struct FinesseCall: Hashable, Sendable {
    /// The node that was asked.
    public var origin: HTTPOrigin
    /// What was asked of it.
    public var operation: FinesseOperation

    /// Makes a call from its parts.
    ///
    /// - Parameters:
    ///   - origin: The node that is asked.
    ///   - operation: What is asked of it.
    public init(origin: HTTPOrigin, operation: FinesseOperation) {
        self.origin = origin
        self.operation = operation
    }

    /// Host and port of the node, an IPv6 address in brackets.
    public var host: String { origin.hostAndPort }
}

extension HTTPOrigin {
    /// Host and port, the usual port too: an error should leave no doubt about which port was asked.
    var hostAndPort: String {
        "\(isIPv6 ? "[\(host)]" : host):\(port)"
    }
}

/// Which proxy to go through.
public enum ProxyPolicy: Sendable {
    /// None, whatever the environment says.
    case none
    /// This one for every origin, except the hosts that a list names as `NO_PROXY` does.
    case fixed(Proxy, except: String = "")
    /// As environment variables say: `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`.
    ///
    /// The lower-case name counts before the upper-case one. `HTTP_PROXY` in upper case is not read: a CGI program would take
    /// it from a request's `Proxy` field.
    case environment([String: String])
}

extension ProxyPolicy: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Which of the three it is; of the environment nothing, since it may hold a password.
    public var description: String {
        switch self {
        case .none: "none"
        case .fixed(let proxy, let except): except.isEmpty ? "\(proxy)" : "\(proxy) except for \(except)"
        case .environment: "environment"
        }
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Nothing to look into: see ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

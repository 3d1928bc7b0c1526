import WebAgentURL

/// The members of the `URL` interface that rows speak of, as that interface shows them.
enum URLMember: String, CaseIterable {
    case href
    case origin
    case `protocol`
    case username
    case password
    case host
    case hostname
    case port
    case pathname
    case search
    case searchParams
    case hash

    func value(of url: WebURL) -> String {
        switch self {
        case .href: url.href
        case .origin: url.origin.description
        case .protocol: url.scheme + ":"
        case .username: url.username
        case .password: url.password
        case .host: url.hostAndPort
        case .hostname: url.hostname
        case .port: url.port.map { "\($0)" } ?? ""
        case .pathname: url.path
        case .search: prefixed(url.query, by: "?")
        case .searchParams: url.searchParameters.serialized()
        case .hash: prefixed(url.fragment, by: "#")
        }
    }

    /// Sets the member; false for those that cannot be set.
    func set(_ value: String, of url: inout WebURL) -> Bool {
        switch self {
        case .href: url.setHref(value)
        case .protocol: url.setScheme(value)
        case .username: url.setUsername(value)
        case .password: url.setPassword(value)
        case .host: url.setHost(value)
        case .hostname: url.setHostname(value)
        case .port: url.setPort(value)
        case .pathname: url.setPath(value)
        case .search: url.setQuery(value)
        case .hash: url.setFragment(value)
        case .origin, .searchParams: return false
        }
        return true
    }

    /// The interface shows an empty part as no part.
    private func prefixed(_ part: String?, by mark: String) -> String {
        part.map { $0.isEmpty ? "" : mark + $0 } ?? ""
    }
}

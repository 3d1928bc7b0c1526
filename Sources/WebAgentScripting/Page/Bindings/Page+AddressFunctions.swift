import WebAgentURL

extension Page {
    /// Addresses, by the parser that the agent itself uses.
    func addressFunctions() -> [HostFunction] {
        [
            (
                "resolve",
                { [unowned self] arguments in .string(self.resolve(arguments.text(0))?.href ?? arguments.text(0)) }
            ),
            (
                "parseURL",
                { arguments in
                    let base = arguments.text(1)
                    if base.isEmpty { return WebURL(arguments.text(0)).map(AddressParts.list) ?? .null }
                    guard let base = WebURL(base), let parsed = WebURL(arguments.text(0), base: base) else {
                        return .null
                    }
                    return AddressParts.list(parsed)
                }
            ),
            (
                "changeURL",
                { arguments in
                    guard var url = WebURL(arguments.text(0)) else { return .null }
                    return AddressParts.set(arguments.text(1), to: arguments.text(2), of: &url)
                        ? .string(url.href) : .null
                }
            ),
            (
                "parseQuery",
                { arguments in
                    ScriptValue(URLSearchParameters(parsing: arguments.text(0)).flatMap { [$0.name, $0.value] })
                }
            ),
            (
                "writeQuery",
                { arguments in
                    let texts = arguments.texts(from: 0)
                    var parameters = URLSearchParameters()
                    for index in stride(from: 0, to: texts.count - 1, by: 2) {
                        parameters.append(name: texts[index], value: texts[index + 1])
                    }
                    return .string(parameters.serialized())
                }
            ),
        ]
    }
}

/// The parts of an address as scripts see them.
///
/// Source: URL standard, section 6.1.
enum AddressParts {
    /// The parts, in the order that the prelude expects.
    static func list(_ url: WebURL) -> ScriptValue {
        let query = url.query.map { $0.isEmpty ? "" : "?\($0)" } ?? ""
        let fragment = url.fragment.map { $0.isEmpty ? "" : "#\($0)" } ?? ""
        return ScriptValue([
            url.href, url.scheme + ":", url.username, url.password, url.hostAndPort, url.hostname,
            url.port.map { String($0) } ?? "", url.path, query, fragment, url.origin.description,
        ])
    }

    /// Sets one part; false if it cannot be.
    static func set(_ part: String, to value: String, of url: inout WebURL) -> Bool {
        switch part {
        case "href": return url.setHref(value)
        case "protocol": url.setScheme(value)
        case "username": url.setUsername(value)
        case "password": url.setPassword(value)
        case "host": url.setHost(value)
        case "hostname": url.setHostname(value)
        case "port": url.setPort(value)
        case "pathname": url.setPath(value)
        case "search": url.setQuery(value)
        case "hash": url.setFragment(value)
        default: return false
        }
        return true
    }
}

import HTTPTransport

/// A ``ProxyPolicy`` read: which proxy for which origin.
struct ProxyRules: Sendable {
    private let proxies: [HTTPOrigin.Scheme: Proxy]
    private let exceptions: ProxyExceptions

    init(_ policy: ProxyPolicy) throws(CurlConfigurationError) {
        switch policy {
        case .none:
            proxies = [:]
            exceptions = ProxyExceptions("")
        case .fixed(let proxy, let except):
            proxies = [.http: proxy, .https: proxy]
            exceptions = ProxyExceptions(except)
        case .environment(let environment):
            var read: [HTTPOrigin.Scheme: Proxy] = [:]
            read[.http] = try Self.proxy(["http_proxy", "all_proxy", "ALL_PROXY"], in: environment)
            read[.https] = try Self.proxy(["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"], in: environment)
            proxies = read
            exceptions = ProxyExceptions(environment["no_proxy"] ?? environment["NO_PROXY"] ?? "")
        }
    }

    /// The proxy of the first variable that is set; one that is set but empty means none.
    private static func proxy(
        _ names: [String],
        in environment: [String: String]
    ) throws(CurlConfigurationError) -> Proxy? {
        for name in names {
            guard let text = environment[name] else { continue }
            return text.isEmpty ? nil : try Proxy(text, source: name)
        }
        return nil
    }

    /// The proxy for an origin; `nil` to connect directly.
    func proxy(for origin: HTTPOrigin) -> Proxy? {
        guard let proxy = proxies[origin.scheme], !exceptions.contain(origin) else { return nil }
        return proxy
    }
}

/// The domain rules, on canonical host names.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.1.3.
enum CookieDomain {
    /// Whether a host is a domain or lies below it.
    static func matches(_ host: String, domain: String, hostIsName: Bool) -> Bool {
        if host == domain { return true }
        guard hostIsName, !domain.isEmpty, host.utf8.count > domain.utf8.count, host.hasSuffix(domain) else {
            return false
        }
        return host.utf8.dropLast(domain.utf8.count).last == UInt8(ascii: ".")
    }

    /// The host and each domain above it: every domain that a cookie for this host can have.
    static func candidates(for host: String, hostIsName: Bool) -> [String] {
        guard hostIsName else { return [host] }
        var result = [host]
        var rest = host[...]
        while let dot = rest.utf8.firstIndex(of: UInt8(ascii: ".")) {
            rest = rest[rest.utf8.index(after: dot)...]
            guard !rest.isEmpty else { break }
            result.append(String(rest))
        }
        return result
    }
}

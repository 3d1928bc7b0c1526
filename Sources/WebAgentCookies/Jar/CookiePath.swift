/// The path rules.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.1.4.
enum CookiePath {
    /// The path a cookie without one belongs to.
    static func defaultPath(of uriPath: [UInt8]) -> [UInt8] {
        let slash = UInt8(ascii: "/")
        guard uriPath.first == slash, let last = uriPath.lastIndex(of: slash), last > 0 else { return [slash] }
        return Array(uriPath[..<last])
    }

    /// Whether a request's path is the cookie's or lies below it.
    static func matches(requestPath: [UInt8], cookiePath: [UInt8]) -> Bool {
        let slash = UInt8(ascii: "/")
        // FAST PATH: most cookies belong to the whole host.
        if cookiePath.count == 1, cookiePath[0] == slash { return requestPath.first == slash }
        guard requestPath.starts(with: cookiePath) else { return false }
        return requestPath.count == cookiePath.count || cookiePath.last == slash
            || requestPath[cookiePath.count] == slash
    }
}

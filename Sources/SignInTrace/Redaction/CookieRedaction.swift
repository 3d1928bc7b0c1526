import WebAgentCookies

/// Cookies without their values.
enum CookieRedaction {
    /// The cookies of a `Cookie` field.
    static func sent(_ bytes: [UInt8]) -> [HARCookie] {
        String(decoding: bytes, as: UTF8.self).split(separator: ";").prefix(200).map { pair in
            HARCookie(name: name(pair), value: TraceAddress.mark)
        }
    }

    /// The cookie of a `Set-Cookie` field.
    static func set(_ bytes: [UInt8]) -> HARCookie {
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: ";", omittingEmptySubsequences: false)
        var cookie = HARCookie(name: name(parts.first ?? ""), value: TraceAddress.mark)
        for part in parts.dropFirst().prefix(20) {
            let (attribute, value) = split(part)
            switch attribute {
            case "path": cookie.path = path(value)
            case "domain": cookie.domain = TraceText.name(value)
            case "httponly": cookie.httpOnly = true
            case "secure": cookie.secure = true
            case "samesite": cookie.sameSite = TraceText.name(value)
            default: break
            }
        }
        return cookie
    }

    /// A `Set-Cookie` field with the attributes that have a meaning.
    static func line(_ bytes: [UInt8]) -> String {
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: ";", omittingEmptySubsequences: false)
        let attributes = parts.dropFirst().prefix(20).map { part in
            let (attribute, value) = split(part)
            switch attribute {
            case "httponly", "secure", "partitioned": return spelled(attribute)
            case "expires", "max-age", "domain", "samesite": return "\(spelled(attribute))=\(TraceText.name(value))"
            case "path": return "Path=\(path(value))"
            default: return TraceAddress.mark
            }
        }
        return (["\(name(parts.first ?? ""))=\(TraceAddress.mark)"] + attributes).joined(separator: "; ")
    }

    /// A name stands before "="; what stands alone is a value.
    private static func name(_ pair: some StringProtocol) -> String {
        guard let equals = pair.firstIndex(of: "=") else { return "" }
        return TraceText.name(trimmed(pair[..<equals]))
    }

    private static func split(_ part: some StringProtocol) -> (attribute: String, value: String) {
        guard let equals = part.firstIndex(of: "=") else { return (trimmed(part).lowercased(), "") }
        return (trimmed(part[..<equals]).lowercased(), trimmed(part[part.index(after: equals)...]))
    }

    private static func path(_ text: String) -> String {
        text.split(separator: "/", omittingEmptySubsequences: false).map { segment in
            segment.contains("=") ? TraceAddress.mark : TraceText.name(segment)
        }.joined(separator: "/")
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    private static func spelled(_ attribute: String) -> String {
        switch attribute {
        case "httponly": "HttpOnly"
        case "samesite": "SameSite"
        case "max-age": "Max-Age"
        default: attribute.prefix(1).uppercased() + attribute.dropFirst()
        }
    }
}

/// A cookie as an answer sets it.
///
/// Source: RFC 6265bis (draft 20), 4.1.
package struct SetCookie: Sendable, Hashable {
    /// The `SameSite` attribute.
    package enum SameSite: String, Sendable, Hashable {
        case none = "None"
        case lax = "Lax"
        case strict = "Strict"
    }

    var name: String
    var value: String
    var path: String? = "/"
    var domain: String?
    var isSecure = true
    var isHTTPOnly = true
    var sameSite: SameSite?
    /// An `Expires` value in the past, which deletes the cookie or keeps it from being stored.
    var isExpired = false
    /// The `Max-Age` in seconds.
    var maxAge: Int?

    /// The value of the `Set-Cookie` field.
    package var text: String {
        var text = "\(name)=\(value)"
        if let domain { text += "; Domain=\(domain)" }
        if let path { text += "; Path=\(path)" }
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        if isExpired { text += "; Expires=Thu, 01 Jan 1970 00:00:10 GMT" }
        if isSecure { text += "; Secure" }
        if isHTTPOnly { text += "; HttpOnly" }
        if let sameSite { text += "; SameSite=\(sameSite.rawValue)" }
        return text
    }
}

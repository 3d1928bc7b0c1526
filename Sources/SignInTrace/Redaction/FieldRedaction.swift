import HTTPTransport
import WebAgent

/// What a trace keeps of header fields: every name, and the values that are no secrets.
///
/// A value is kept only where the field's name is on a list; whatever is on none is cut.
struct FieldRedaction {
    let publicNames: Set<String>

    func pairs(_ fields: HTTPFields) -> [HARPair] {
        fields.prefix(100).map { field in
            HARPair(TraceText.name(field.name), value(of: field.name.lowercased(), field.value))
        }
    }

    private func value(of name: String, _ bytes: [UInt8]) -> String {
        switch name {
        case "cookie": return CookieRedaction.sent(bytes).map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
        case "set-cookie": return CookieRedaction.line(bytes)
        case "authorization", "proxy-authorization", "www-authenticate", "proxy-authenticate":
            // The scheme says which way of proving oneself it is; what follows may be the proof.
            return "\(TraceText.name(TraceText.short(Array(bytes.prefix { $0 != space })))) \(TraceAddress.mark)"
        case "location", "referer", "origin", "access-control-allow-origin", "content-location":
            return address(bytes)
        default:
            return Self.harmless.contains(name)
                ? TraceText.short(String(decoding: bytes.prefix(1_000), as: UTF8.self), limit: 300, longestWord: 150)
                : TraceAddress.mark
        }
    }

    private func address(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        if text == "null" || text == "*" { return text }
        // A relative address is redacted as one of a host that is then taken away again.
        let base = "http://relative.invalid"
        guard text.hasPrefix("/"), !text.hasPrefix("//") else {
            return TraceAddress.text(RedactedURL(text: text, publicNames: publicNames))
        }
        return String(TraceAddress.text(RedactedURL(text: base + text, publicNames: publicNames)).dropFirst(base.count))
    }

    private var space: UInt8 { UInt8(ascii: " ") }

    /// Fields that say how, not who or with what.
    private static let harmless: Set<String> = [
        "accept", "accept-charset", "accept-encoding", "accept-language", "accept-ranges", "age", "allow",
        "access-control-allow-credentials", "access-control-allow-headers", "access-control-allow-methods",
        "access-control-max-age", "cache-control", "connection", "content-disposition", "content-encoding",
        "content-language", "content-length", "content-type", "cross-origin-embedder-policy",
        "cross-origin-opener-policy", "cross-origin-resource-policy", "date", "expires", "keep-alive", "last-modified",
        "origin-agent-cluster", "p3p", "permissions-policy", "pragma", "referrer-policy", "retry-after",
        "sec-fetch-dest", "sec-fetch-mode", "sec-fetch-site", "sec-fetch-user", "server", "strict-transport-security",
        "transfer-encoding", "upgrade-insecure-requests", "user-agent", "vary", "via", "x-content-type-options",
        "x-frame-options", "x-powered-by", "x-xss-protection",
    ]
}

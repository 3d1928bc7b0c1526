extension HTTPRequest {
    /// The field names that belong to the transport, in lower case.
    ///
    /// They say how the message is framed, coded and routed, which only the transport knows.
    public static let transportFieldNames: Set<String> = [
        "accept-encoding", "connection", "content-length", "expect", "host", "http2-settings", "keep-alive",
        "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
    ]

    /// Checks that the request can be sent as it stands.
    ///
    /// Every transport calls this first, so that a request is refused by all of them alike and no byte of a caller can begin
    /// a second field or a second request.
    ///
    /// - Throws: ``TransportError/invalidRequest(_:detail:)``, whose detail names the rule and never shows a value.
    public func validate() throws(TransportError) {
        if let detail = firstDefect {
            throw .invalidRequest(origin, detail: detail)
        }
    }

    private var firstDefect: String? {
        if !ASCII.isToken(method) { return "the method is not a token" }
        if method == "CONNECT" || method == "TRACE" { return "\(method) is not a method for a user agent" }
        if method == "HEAD", body != nil { return "HEAD with a body" }
        if let defect = origin.defect { return defect }
        if target.utf8.first != UInt8(ascii: "/") { return "the target does not start with \"/\"" }
        if !target.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) {
            return "the target has a byte that is not visible ASCII, or a \"#\""
        }
        if deadline <= .zero { return "the deadline is not more than zero" }
        if maximumBodyLength < 0 { return "the largest body is less than zero" }
        return fields.lazy.compactMap(\.defect).first
    }
}

extension HTTPOrigin {
    /// The first thing that forbids sending to this origin.
    fileprivate var defect: String? {
        if port == 0 { return "port 0 cannot be connected to" }
        if host.isEmpty { return "the host is empty" }
        if host.utf8.count > 255 { return "the host is longer than 255 bytes" }
        if isIPv6 { return IPAddress(host) == nil ? "the host is neither a name nor an address" : nil }
        let isName = host.utf8.allSatisfy { ASCII.isLetterOrDigit($0) || "-._".utf8.contains($0) }
        if !isName { return "the host has a character that no host name has" }
        // Many libraries read "127.1" or "0x7f.0.0.1" as an address: one server would have two names.
        return endsInNumber && IPAddress(host) == nil ? "the host ends in a number but is not an address" : nil
    }
}

extension HTTPOrigin {
    /// Whether the last label is a number, as a whole or after `0x`.
    private var endsInNumber: Bool {
        guard let label = host.split(separator: ".").last else { return false }
        if label.hasPrefix("0x") { return label.dropFirst(2).allSatisfy(\.isHexDigit) }
        return label.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension HTTPField {
    /// The first thing that forbids sending this field.
    fileprivate var defect: String? {
        if !ASCII.isToken(name) { return "a field name is not a token" }
        if HTTPRequest.transportFieldNames.contains(ASCII.lowercased(name)) {
            return "the field \(name) belongs to the transport"
        }
        if value.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
            return "the value of \(name) has a control character"
        }
        return nil
    }
}

/// A request as the services see it, apart from any server library.
package struct SandboxRequest: Sendable {
    /// The server that received it.
    package var party: SandboxParty
    /// Which of the server's nodes received it.
    package var node = 0
    /// The identity service's node that this node uses now; nothing when none serves.
    package var identityServiceNode: Int? = 0
    /// Whether there is another node and it does not serve now.
    package var lacksOtherNode = false
    /// Whether it came without TLS.
    package var isPlain = false
    /// The method in upper case.
    package var method: String
    /// The raw path, still percent-encoded.
    package let path: String
    /// The decoded path segments, empty ones dropped, so that a doubled slash is harmless.
    package let segments: [String]
    /// The raw query without the question mark; empty when there is none.
    package var rawQuery: String
    /// The header fields, names in lower case.
    package var headers: [(name: String, value: String)]
    /// The whole body; empty when it could not be taken.
    package var body: [UInt8]
    /// Why the body could not be taken, if so.
    package var bodyFault: BodyFault?

    /// Why a body could not be taken.
    package enum BodyFault: Sendable, Hashable {
        /// It is over the limit.
        case tooLarge
        /// Its coding is broken, or it ended early.
        case unreadable
    }

    /// Creates a request.
    package init(
        party: SandboxParty,
        node: Int = 0,
        method: String = "GET",
        target: String,
        headers: KeyValuePairs<String, String> = [:],
        body: [UInt8] = []
    ) {
        self.party = party
        self.node = node
        self.method = method
        let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        path = mark.map { String(target[..<$0]) } ?? target
        rawQuery = mark.map { String(target[target.utf8.index(after: $0)...]) } ?? ""
        segments = path.utf8.split(separator: UInt8(ascii: "/")).map { TextEncodings.percentDecode($0) }
        self.headers = headers.map { ($0.key.lowercased(), $0.value) }
        self.body = body
    }

    /// The fields of the query.
    package var query: FormFields { FormFields(parsing: rawQuery.utf8) }

    /// The fields of a form body; empty when the body is not an urlencoded form.
    package var form: FormFields {
        guard !body.isEmpty else { return FormFields(parsing: []) }
        let type = header("content-type")?.split(separator: ";").first?.lowercased() ?? ""
        guard type.trimmed == "application/x-www-form-urlencoded" else { return FormFields(parsing: []) }
        return FormFields(parsing: body)
    }

    /// Every cookie of the request, in order.
    package var cookies: [RequestCookie] {
        headers.filter { $0.name == "cookie" }.flatMap { RequestCookie.parse($0.value) }
    }

    /// The values of all cookies with a name.
    package func cookieValues(_ name: String) -> [String] {
        cookies.filter { $0.name == name }.map(\.value)
    }

    /// The first value of a header field.
    package func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }
}

/// One cookie of a request.
package struct RequestCookie: Sendable, Hashable {
    /// The cookie's name.
    package var name: String
    /// The cookie's value.
    package var value: String

    /// Reads a `Cookie` header field.
    ///
    /// Source: RFC 6265, 4.2.1.
    package static func parse(_ field: String) -> [RequestCookie] {
        field.split(separator: ";").compactMap { part in
            let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pieces.count == 2 else { return nil }
            return RequestCookie(name: String(pieces[0]).trimmed, value: String(pieces[1]).trimmed)
        }
    }
}

extension String {
    /// The text without spaces and tabs at its ends.
    var trimmed: String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" || $0 == "\r\n" }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}

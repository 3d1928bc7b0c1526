/// What was asked.
///
/// Source: HAR 1.2, "request", "postData", "params".
package struct HARRequest: Encodable, Hashable, Sendable {
    package var method: String
    package var url: String
    package var httpVersion: String
    package var cookies: [HARCookie]
    package var headers: [HARPair]
    package var queryString: [HARPair]
    package var postData: HARPostData?
    package var headersSize = -1
    package var bodySize: Int
}

/// What was answered; status 0 where there was no answer.
///
/// Source: HAR 1.2, "response", "content".
package struct HARResponse: Encodable, Hashable, Sendable {
    package var status: Int
    package var statusText: String
    package var httpVersion: String
    package var cookies: [HARCookie]
    package var headers: [HARPair]
    package var content: HARContent
    package var redirectURL: String
    package var headersSize = -1
    package var bodySize: Int
    /// Why there was no answer.
    package var error: String?

    enum CodingKeys: String, CodingKey {
        case status, statusText, httpVersion, cookies, headers, content, redirectURL, headersSize, bodySize
        case error = "_error"
    }
}

/// A name and a value: of a header field, of a query, of a form.
package struct HARPair: Codable, Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A cookie as it was sent or set; its value is never kept.
package struct HARCookie: Encodable, Hashable, Sendable {
    package var name: String
    package var value: String
    package var path: String?
    package var domain: String?
    package var httpOnly: Bool?
    package var secure: Bool?
    package var sameSite: String?

    enum CodingKeys: String, CodingKey {
        case name, value, path, domain, httpOnly, secure
        case sameSite = "_sameSite"
    }
}

/// A body that was sent.
package struct HARPostData: Encodable, Hashable, Sendable {
    package var mimeType: String
    package var params: [HARPair]
    package var text: String
}

/// A body that came back.
package struct HARContent: Encodable, Hashable, Sendable {
    package var size: Int
    package var mimeType: String
    /// What of it may be kept.
    package var text: String?
}

/// Why a request to the control is refused, in a sentence.
///
/// Source: RFC 9457, problem details for HTTP APIs.
package struct ControlProblem: Error, Hashable, Sendable {
    /// The answer's status.
    package var status: Int
    /// What is wrong and what to do.
    package var detail: String
    /// The key of the configuration or the field that is at fault, if any.
    package var key: String?

    /// Creates a problem.
    ///
    /// - Parameters:
    ///   - status: The answer's status.
    ///   - detail: What is wrong and what to do.
    ///   - key: The key or field that is at fault, if any.
    package init(_ status: Int, _ detail: String, key: String? = nil) {
        self.status = status
        self.detail = detail
        self.key = key
    }

    /// The problem that an error of the sandbox is.
    package init(_ error: SandboxError) {
        detail = error.description
        switch error {
        case .configuration(let key, let reason):
            status = 422
            detail = "\(key): \(reason). Nothing was changed."
            self.key = key
        case .needsNewStart(let key):
            status = 409
            self.key = key
        case .unreadable: status = 400
        case .keys, .certificate, .listen, .state: status = 500
        default: status = 422
        }
    }

    /// The title of each status that occurs.
    private static let titles = [
        400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
        409: "Conflict", 413: "Content Too Large", 415: "Unsupported Media Type", 421: "Misdirected Request",
        422: "Unprocessable Content", 503: "Service Unavailable",
    ]

    /// The problem as an answer.
    package var answer: SandboxAnswer {
        var members: [(name: String, value: JSONText)] = [
            ("type", .string("about:blank")), ("title", .string(Self.titles[status] ?? "Internal Server Error")),
            ("status", .integer(Int64(status))), ("detail", .string(detail)),
        ]
        if let key { members.append(("key", .string(key))) }
        let answer = SandboxAnswer.text(
            JSONText.object(members).text,
            type: "application/problem+json",
            status: status
        )
        return status == 401 ? answer.adding("WWW-Authenticate", #"Bearer realm="sandbox control""#) : answer
    }

    /// The JSON Schema of a problem.
    static let schema = JSONText.object([
        ("type", .string("object")),
        ("required", .array(["type", "title", "status", "detail"].map(JSONText.string))),
        (
            "properties",
            .object([
                ("type", .object([("type", .string("string"))])), ("title", .object([("type", .string("string"))])),
                ("status", .object([("type", .string("integer"))])),
                ("detail", .object([("type", .string("string"))])), ("key", .object([("type", .string("string"))])),
            ])
        ),
    ])
}

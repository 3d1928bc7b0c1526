/// An answer as the services give it, apart from any server library.
package struct SandboxAnswer: Sendable {
    /// What follows the head.
    package enum Body: Sendable, Hashable {
        /// These bytes.
        case bytes([UInt8])
        /// A first part, then a chunk many times over: a page too big to keep in memory.
        case repeated(prefix: [UInt8], chunk: [UInt8], count: Int)
    }

    /// How the answer goes out.
    package enum Delivery: Sendable {
        /// As it is.
        case whole
        /// Not at all: the connection is reset.
        case reset
        /// Not at all: the connection is closed.
        case hangUp
        /// The head and so many bytes of the body, then the connection is closed.
        case truncated(after: Int)
        /// Behind a head that is no HTTP.
        case malformedHead
        /// The head, then so many bytes of the body after each wait.
        case drip(bytes: Int, wait: @Sendable () async -> Void)
    }

    /// The status code; 0 where there is no answer.
    package var status: Int
    /// The header fields in order; a name may come twice.
    package var headers: [(name: String, value: String)] = []
    /// The body.
    package var body: Body = .bytes([])
    /// Why the request was refused: a code for the journal.
    package var refusal: SandboxRefusal?
    /// What a reader of the journal should know; never a secret.
    package var notes: [String] = []
    /// How it goes out.
    package var delivery: Delivery = .whole

    /// The body's length in bytes.
    var size: Int {
        switch body {
        case .bytes(let bytes): bytes.count
        case .repeated(let prefix, let chunk, let count): prefix.count + chunk.count * count
        }
    }

    /// The body as text; empty for a repeated body.
    package var text: String {
        guard case .bytes(let bytes) = body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The values of a header field.
    package func header(_ name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    /// Sends the client elsewhere.
    static func redirect(to location: String, status: Int = 302) -> SandboxAnswer {
        SandboxAnswer(
            status: status,
            headers: [("Location", location), ("Cache-Control", "no-store"), ("Content-Length", "0")]
        )
    }

    /// A JSON answer.
    static func json(_ value: JSONText, status: Int = 200) -> SandboxAnswer {
        text(value.text, type: "application/json;charset=UTF-8", status: status)
    }

    /// An XML answer.
    static func xml(_ element: FinesseXML, status: Int = 200) -> SandboxAnswer {
        .bytes(
            element.bytes(after: #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"),
            type: "application/xml;charset=UTF-8",
            status: status
        )
    }

    /// A plain text answer.
    static func plain(_ text: String, status: Int = 200) -> SandboxAnswer {
        .text(text, type: "text/plain;charset=UTF-8", status: status)
    }

    /// An answer of a type, never cached.
    static func text(_ text: String, type: String, status: Int) -> SandboxAnswer {
        bytes(Array(text.utf8), type: type, status: status)
    }

    private static func bytes(_ bytes: [UInt8], type: String, status: Int) -> SandboxAnswer {
        SandboxAnswer(
            status: status,
            headers: [("Content-Type", type), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")],
            body: .bytes(bytes)
        )
    }

    /// Adds a cookie.
    func setting(_ cookie: SetCookie) -> SandboxAnswer {
        adding("Set-Cookie", cookie.text)
    }

    /// Adds cookies.
    func setting(_ cookies: [SetCookie]) -> SandboxAnswer {
        cookies.reduce(self) { $0.setting($1) }
    }

    /// Adds a header field.
    func adding(_ name: String, _ value: String) -> SandboxAnswer {
        var answer = self
        answer.headers.append((name, value))
        return answer
    }

    /// Marks the answer as a refusal.
    func refusing(_ refusal: SandboxRefusal, _ note: String? = nil) -> SandboxAnswer {
        var answer = self
        answer.refusal = refusal
        if let note { answer.notes.append(note) }
        return answer
    }

    /// Adds a note for the journal.
    func noting(_ note: String) -> SandboxAnswer {
        var answer = self
        answer.notes.append(note)
        return answer
    }
}

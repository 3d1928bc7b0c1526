public import HTTPTransport
public import WebAgentScripting
public import WebAgentURL

/// Where a call came to rest: the answer that was reached, and what is on it.
///
/// It carries the body, which may be secret; ``description`` shows neither that nor the query.
public struct Page: Sendable {
    /// Why the agent went no further.
    public enum Stop: Hashable, Sendable {
        /// The page wants nothing more by itself.
        case rested

        /// It wants to go on, and a rule is against it.
        case refused(NavigationRefusal)

        /// Its scripts used up their bounds and were ended.
        case scriptsEnded(ScriptFailure.Kind)
    }

    /// The address, after redirects and what scripts made of it.
    public let url: WebURL

    /// The status of the answer.
    public let status: Int

    /// The header fields of the answer.
    public let fields: HTTPFields

    /// The body, decoded.
    public let body: [UInt8]

    /// Whether the answer was shown as a page, with elements to fill and click.
    public let isDocument: Bool

    /// The title; empty when there is none.
    public let title: String

    /// The text that a person would read, shortened; empty for what is no document.
    public let text: String

    /// The forms, without values; empty for what is no document.
    public let forms: [PageForm]

    /// Why the agent went no further.
    public let stop: Stop

    /// What the page's scripts did not find here and what they ended in, in order; the first few.
    public let troubles: [ScriptTrouble]

    /// What the call's requests were, in order; the same as in the recording.
    public let hops: [HopRecord]

    /// The `Content-Type`, as sent.
    public var contentType: String? { fields.text(named: "Content-Type") }

    /// The ways of authentication the server asks for; meant where the status is 401.
    public var challenges: [AuthenticationChallenge] {
        AuthenticationChallenge.parse(
            fields.values(named: "WWW-Authenticate").map { String(decoding: $0, as: UTF8.self) }
        )
    }

    /// Whether a form of the page has a password field.
    public var asksForPassword: Bool {
        forms.contains { form in form.controls.contains { $0.role == .password || $0.type == "password" } }
    }
}

extension Page: CustomStringConvertible, CustomReflectable {
    /// Address, status and kind; neither the query nor the body.
    public var description: String {
        "\(RedactedURL(url)): \(status), \(contentType ?? "no type"), \(body.count) bytes"
    }

    /// Shows nothing that ``description`` does not.
    public var customMirror: Mirror { Mirror(self, children: ["page": description]) }
}

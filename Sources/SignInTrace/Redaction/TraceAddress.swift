import HTTPTransport
import WebAgent
import WebAgentURL

/// Addresses as a trace keeps them.
enum TraceAddress {
    /// What stands for a value that is not kept.
    static let mark = "<redacted>"

    /// The same in an address, where "<" may not stand.
    static let encodedMark = "%3Credacted%3E"

    /// An address that was redacted, valid as an address.
    static func text(_ url: RedactedURL) -> String {
        url.description.replacing(mark, with: encodedMark)
    }

    /// The address of a request.
    static func text(of request: HTTPRequest, publicNames: Set<String>) -> String {
        text(RedactedURL(text: "\(request.origin)\(request.target)", publicNames: publicNames))
    }

    /// The address of a request as it went.
    static func url(of request: HTTPRequest) -> WebURL? { WebURL("\(request.origin)\(request.target)") }

    /// An address or another name of a party, as it stands in a message: never with what may be a secret.
    static func name(_ text: String, publicNames: Set<String>) -> String {
        if TraceText.isStandardName(text[...]) { return text }
        if text.contains("://"), let url = WebURL(text) {
            return RedactedURL(url, publicNames: publicNames).description
        }
        return TraceText.short(text, limit: 120)
    }
}

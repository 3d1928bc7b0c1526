/// The version of HTTP a response was spoken in.
public enum HTTPVersion: String, Hashable, Sendable, CaseIterable {
    /// HTTP/1.0.
    case http10 = "HTTP/1.0"
    /// HTTP/1.1.
    case http11 = "HTTP/1.1"
    /// HTTP/2, agreed on by ALPN.
    case http2 = "HTTP/2"
}

public import WebAgentURL

/// The document that starts a request or runs the script that asks.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.2: the request's client.
public struct CookieClient: Hashable, Sendable {
    /// The document's origin.
    public var origin: Origin

    /// The origins of the documents it is framed in, its parent first; empty for a page of its own.
    public var ancestors: [Origin]

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - origin: the document's origin.
    ///   - ancestors: the origins of the documents it is framed in, its parent first.
    public init(origin: Origin, ancestors: [Origin] = []) {
        self.origin = origin
        self.ancestors = ancestors
    }
}

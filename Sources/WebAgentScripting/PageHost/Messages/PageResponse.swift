/// What a server answered to a request of a page, as far as the page may know it.
public struct PageResponse: Sendable, Hashable {
    /// The address that answered, after redirects.
    public var url: String
    /// The status.
    public var status: Int
    /// The header fields that the script may read.
    public var headers: [PageHeader]
    /// The body, content codings undone.
    public var body: [UInt8]
    /// Whether at least one redirect was followed.
    public var redirected: Bool
    /// How much of it the script may see.
    public var kind: Kind

    /// How much of an answer a script may see.
    ///
    /// Source: Fetch, "response type".
    public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        /// Of its own origin: all but the cookies.
        case basic
        /// Of another origin that allows it: what that one exposes.
        case cors
        /// Of another origin that was not asked: nothing.
        case opaque
        /// A redirect that was not followed: nothing.
        case opaqueRedirect
    }

    /// Creates a response.
    ///
    /// - Parameters:
    ///   - url: The address that answered.
    ///   - status: The status.
    ///   - headers: The header fields that the script may read.
    ///   - body: The body.
    ///   - redirected: Whether a redirect was followed.
    ///   - kind: How much of it the script may see.
    public init(
        url: String,
        status: Int,
        headers: [PageHeader] = [],
        body: [UInt8] = [],
        redirected: Bool = false,
        kind: Kind = .basic
    ) {
        self.url = url
        self.status = status
        self.headers = headers
        self.body = body
        self.redirected = redirected
        self.kind = kind
    }
}

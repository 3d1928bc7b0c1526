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

    /// Creates a response.
    ///
    /// - Parameters:
    ///   - url: The address that answered.
    ///   - status: The status.
    ///   - headers: The header fields that the script may read.
    ///   - body: The body.
    ///   - redirected: Whether a redirect was followed.
    public init(url: String, status: Int, headers: [PageHeader] = [], body: [UInt8] = [], redirected: Bool = false) {
        self.url = url
        self.status = status
        self.headers = headers
        self.body = body
        self.redirected = redirected
    }
}

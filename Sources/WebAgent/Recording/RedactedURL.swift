public import WebAgentURL

/// An address without what may be secret in it: for errors and recordings.
///
/// User, password and fragment are gone; of the query the names stay and, for public names only, the values; values of
/// path parameters and long path segments are gone.
public struct RedactedURL: Hashable, Sendable, CustomStringConvertible {
    /// The address as it may be shown.
    public let description: String

    /// Its host, with its port unless that is the scheme's own.
    public let host: String

    /// Redacts an address.
    ///
    /// - Parameters:
    ///   - url: the address.
    ///   - publicNames: the parameters whose values may be shown; nil leaves the query out.
    public init(_ url: WebURL, publicNames: Set<String>? = nil) {
        let start = url.host == nil ? "\(url.scheme):" : "\(url.scheme)://\(url.hostAndPort)"
        let path = url.hasOpaquePath ? Redaction.mark : Redaction.path(url.path)
        let query = publicNames.flatMap { Redaction.query(url.query, publicNames: $0) }
        self.init(description: start + path + (query.map { "?\($0)" } ?? ""), host: url.hostAndPort)
    }

    private init(description: String, host: String) {
        self.description = description
        self.host = host
    }

    /// Redacts an address given as text; what is no address is not shown.
    ///
    /// - Parameters:
    ///   - text: the address.
    ///   - publicNames: the parameters whose values may be shown; nil leaves the query out.
    public init(text: String, publicNames: Set<String>? = nil) {
        if let url = WebURL(text) {
            self.init(url, publicNames: publicNames)
        } else {
            self.init(description: Redaction.mark, host: "")
        }
    }
}

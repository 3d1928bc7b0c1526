/// What makes a request one that another site started.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.2.
public enum CrossSiteReason: Hashable, Sendable {
    /// The document that started it is of another site, or sits in a page of another site.
    case initiator(String)

    /// The frame it fills sits in a page of another site.
    case ancestor(String)

    /// A redirect led through another site, and the policy counts that.
    case redirect(String)
}

extension CrossSiteReason {
    /// A clause for people, such as "the request was started by https://a.example".
    var sentence: String {
        switch self {
        case .initiator(let origin): "the request was started by \(origin)"
        case .ancestor(let origin): "the frame sits in a page of \(origin)"
        case .redirect(let origin): "a redirect led through \(origin)"
        }
    }
}

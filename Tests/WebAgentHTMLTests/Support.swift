import Testing
import WebAgentHTML
import WebAgentURL

/// A page parsed without running its scripts.
func page(
    _ markup: String,
    scripting: Bool = true,
    at address: String = "https://login.test/dir/page?old=1"
) -> Document {
    let document = HTMLParser.parse(markup, scripting: scripting)
    document.url = WebURL(address)
    return document
}

extension Document {
    /// The first element that a selector matches.
    func find(_ selector: String) throws -> NodeID {
        try #require(query(try Selector(selector), below: root), "no element matches \(selector)")
    }

    /// The identifiers of the elements that a selector matches.
    func ids(_ selector: String) throws -> [String] {
        queryAll(try Selector(selector), below: root).map { attribute("id", of: $0) ?? "-" }
    }

    /// The markup within the body.
    var bodyMarkup: String { body.map { innerHTML(of: $0) } ?? "no body" }
}

public import WebAgentURL

extension Document {
    /// The address that relative addresses in the page are relative to.
    ///
    /// - Returns: that of the first `base` element with an `href`, else ``url``; `nil` if the document has no address.
    ///
    /// Source: HTML standard, sections 2.4.3 and 4.2.3.
    public var baseURL: WebURL? {
        if let cached = cachedBase, cached.version == version { return cached.url }
        let found = findBaseURL()
        cachedBase = (version, found)
        return found
    }

    private func findBaseURL() -> WebURL? {
        for node in descendants(of: root) where isHTML(node, .base) {
            guard let href = attribute("href", of: node) else { continue }
            guard let parsed = WebURL(href, base: url, encoding: encoding) else { return url }
            return parsed.scheme == "data" || parsed.scheme == "javascript" ? url : parsed
        }
        return url
    }

    /// Resolves an address in the page.
    ///
    /// - Parameter address: absolute or relative.
    /// - Returns: the absolute address; `nil` if it can't be parsed.
    ///
    /// Source: HTML standard, section 2.4.2, "encoding-parsing a URL".
    public func resolve(_ address: String) -> WebURL? {
        WebURL(address, base: baseURL, encoding: encoding)
    }
}

import FuzzDriver
import WebAgentURL

/// URLs: what was parsed, resolved or set is ASCII, and its serialisation is read as the very same parts, by both parsers.
///
/// An input is the letter of a base, the URL, and then setters, each a letter and a value.
@main
enum URLFuzzer {
    private static let bases: [WebURL?] = [
        nil, WebURL("https://user:word@www.site.example:8443/a/b;c?d=e#f"), WebURL("file:///C:/folder/file"),
        WebURL("mailto:name@site.example"), WebURL("other://host/path/to"), WebURL("plain:/."),
    ]

    private static let setters: [@Sendable (inout WebURL, String) -> Void] = [
        { $0.setHref($1) }, { $0.setScheme($1) }, { $0.setUsername($1) }, { $0.setPassword($1) }, { $0.setHost($1) },
        { $0.setHostname($1) }, { $0.setPort($1) }, { $0.setPath($1) }, { $0.setQuery($1) }, { $0.setFragment($1) },
    ]

    static func main() {
        FuzzDriver.run { bytes in
            var input = FuzzInput(bytes)
            let base = input.choice(of: bases)
            let address = input.record() ?? []
            let parsed = WebURL(utf8: address, base: base)
            if let text = String(validating: address, as: UTF8.self) {
                require(WebURL(text, base: base) == parsed, "text and bytes are read as different URLs")
            }
            guard var url = parsed else { return }
            check(url)
            while !input.rest.isEmpty {
                let setter = input.choice(of: setters)
                setter(&url, input.text() ?? "")
                check(url)
            }
        }
    }

    private static func check(_ url: WebURL) {
        require(
            url.href.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F || $0 == 0x20 && url.hasOpaquePath },
            "not ASCII: \(url)"
        )
        for again in [WebURL(url.href), WebURL(utf8: Array(url.href.utf8)), WebURL(url.href, base: bases[1])] {
            guard let again else { return require(false, "cannot be read again: \(url)") }
            require(again.href == url.href, "is read as \(again): \(url)")
            requireSameParts(again, url)
        }
        require(url.withoutFragment.fragment == nil, "a fragment is left: \(url)")
        require(url.withoutFragment.href == url.href.prefix { $0 != "#" }, "more than the fragment is gone: \(url)")
        require(url.origin.isSameOrigin(as: url.origin) != url.origin.isOpaque, "an origin is not itself: \(url)")
        let parameters = url.searchParameters
        require(URLSearchParameters(parsing: parameters.serialized()) == parameters, "the query changes: \(url)")
        plantedCrash(if: url.scheme == "ws" && url.port != nil && url.fragment?.isEmpty == true)
    }

    private static func requireSameParts(_ left: WebURL, _ right: WebURL) {
        let isSame =
            left.scheme == right.scheme && left.username == right.username && left.password == right.password
            && left.host == right.host && left.hostname == right.hostname && left.port == right.port
            && left.path == right.path && left.hasOpaquePath == right.hasOpaquePath && left.query == right.query
            && left.fragment == right.fragment
        require(isSame, "has other parts when it is read again: \(right)")
    }
}

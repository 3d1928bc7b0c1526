import Testing
import WebAgentURL

@Suite("WebURL, WHATWG URL §4.4")
struct WebURLTests {
    @Test("takes an absolute URL apart")
    func parts() throws {
        let url = try #require(WebURL("HTTPS://Ann:p%20w@Shop.Example:8443/a/./b/../c d?x=ä&y='#top<"))
        #expect(url.href == "https://Ann:p%20w@shop.example:8443/a/c%20d?x=%C3%A4&y=%27#top%3C")
        #expect(url.scheme == "https")
        #expect(url.username == "Ann")
        #expect(url.password == "p%20w")
        #expect(url.host == .domain("shop.example"))
        #expect(url.port == 8443)
        #expect(url.path == "/a/c%20d")
        #expect(url.query == "x=%C3%A4&y=%27")
        #expect(url.fragment == "top%3C")
        #expect(url.hostAndPort == "shop.example:8443")
        #expect(url.requestTarget == "/a/c%20d?x=%C3%A4&y=%27")
        #expect(url.withoutFragment.href == "https://Ann:p%20w@shop.example:8443/a/c%20d?x=%C3%A4&y=%27")
        #expect(url.withoutFragment.fragment == nil)
    }

    @Test(
        "joins relative URLs to their base",
        arguments: [
            ("../up", "http://h.test/up"),
            ("x/y?q", "http://h.test/a/x/y?q"),
            ("?only", "http://h.test/a/b?only"),
            ("#only", "http://h.test/a/b?q#only"),
            ("", "http://h.test/a/b?q"),
            ("/root", "http://h.test/root"),
            ("//other.test/z", "http://other.test/z"),
            ("\\\\other.test\\z", "http://other.test/z"),
            ("http:sibling", "http://h.test/a/sibling"),
            ("https:elsewhere.test", "https://elsewhere.test/"),
            (" \t tab\nbed ", "http://h.test/a/tabbed"),
            ("%2E%2e/.", "http://h.test/"),
        ]
    )
    func joins(input: String, expected: String) throws {
        let base = try #require(WebURL("http://h.test/a/b?q#f"))
        #expect(WebURL(input, base: base)?.href == expected)
    }

    @Test(
        "refuses what is no URL",
        arguments: [
            "", "relative/path", "//no.scheme", "http://", "http://h:70000/", "http://h:8x/", "http://u@/",
            "http://a b/",
            "http://[::1/", "http://[1:2]/", "http://1.2.3.256/", "http://a<b/", "http://%00/", "1http://h/",
            "foo://a:b/",
        ]
    )
    func refuses(input: String) {
        #expect(WebURL(input) == nil)
    }

    @Test("drops the default port of a scheme and keeps any other")
    func defaultPorts() throws {
        #expect(WebURL("http://h:80/")?.href == "http://h/")
        #expect(WebURL("wss://h:0443/")?.href == "wss://h/")
        let url = try #require(WebURL("https://h:80/"))
        #expect(url.port == 80)
        #expect(url.effectivePort == 80)
        #expect(WebURL("https://h/")?.effectivePort == 443)
        #expect(WebURL("mailto:a@h")?.effectivePort == nil)
    }

    @Test("keeps opaque paths as they are, but for controls and a space before what follows")
    func opaquePaths() throws {
        let url = try #require(WebURL("mailto:Ann Bee@shop.example ?subject=a b"))
        #expect(url.href == "mailto:Ann Bee@shop.example%20?subject=a%20b")
        #expect(url.hasOpaquePath)
        #expect(url.host == nil)
        #expect(!url.isSpecial)
        #expect(WebURL("x", base: url) == nil)
        #expect(WebURL("#f", base: url)?.href == "mailto:Ann Bee@shop.example%20?subject=a%20b#f")
    }

    @Test(
        "treats files and drive letters apart",
        arguments: [
            ("file:///C|/x/../..", "file:///C:/"),
            ("file://localhost/etc", "file:///etc"),
            ("file://Server/share", "file://server/share"),
            ("file:x", "file:///x"),
            ("file:\\\\\\D:\\y", "file:///D:/y"),
        ]
    )
    func files(input: String, expected: String) {
        #expect(WebURL(input)?.href == expected)
    }

    @Test("stays on the base's drive unless another is named")
    func drives() throws {
        let base = try #require(WebURL("file:///C:/a/b"))
        #expect(WebURL("/x", base: base)?.href == "file:///C:/x")
        #expect(WebURL("D|/x", base: base)?.href == "file:///D:/x")
        #expect(WebURL("../../../x", base: base)?.href == "file:///C:/x")
    }

    @Test("writes /. before a path that would be read as an authority")
    func pathLikeAuthority() throws {
        let url = try #require(WebURL("custom:/.//x"))
        #expect(url.href == "custom:/.//x")
        #expect(url.path == "//x")
        #expect(WebURL(url.href) == url)
    }

    @Test("encodes the query in the document's encoding where the scheme allows it")
    func queryEncoding() throws {
        let latin = try #require(CharacterEncoding(label: "latin1"))
        #expect(WebURL("http://h/ä?ä☃#ä", encoding: latin)?.href == "http://h/%C3%A4?%E4%26%239731%3B#%C3%A4")
        #expect(WebURL("ws://h/?ä", encoding: latin)?.query == "%C3%A4")
        #expect(WebURL("foo:?ä", encoding: latin)?.query == "%C3%A4")
    }

    @Test("compares and hashes by the serialisation")
    func equality() throws {
        let one = try #require(WebURL("HTTP://h:80"))
        let other = try #require(WebURL("http://H/"))
        #expect(one == other)
        #expect(Set([one, other]).count == 1)
        #expect(one.description == "http://h/")
    }

    @Test(
        "gives the same parts whether it needs parsing or is serialised already",
        arguments: [
            "http://h/", "https://a.b-c.test:8443/p/q.html?x=%20&y='#z^", "http://h:80/", "https://h:443/",
            "http://h:081/",
            "http://h:0/", "http://h:65535/", "http://h:65536/", "http://h:/", "http://h", "http://h?q", "http://H/",
            "http://h./",
            "http://1.2/", "http://a.1/", "http://a--b/", "http://xn--4ca.test/", "http:///h/", "http://u@h/",
            "http://h/a b",
            "http://h/./x", "http://h/.x", "http://h/%2e/x", "http://h/%41", "http://h/a\\b", "http://h/?",
            "http://h/#",
            "http://h/?#", "http://h/?'", "http://h/#`", "http://h/#a b", "http://h/ä", "http://h/\t", "http://h/a ",
            "https:/h/",
            "http://h/a//b", "http://h/?a?b#c#d", "http://h/{}", "http://h_x/", "http://a..b/", "httpx://h/",
            "https://h", "http://",
        ]
    )
    func fastPath(input: String) {
        expectSameParts(WebURL(input), WebURL(utf8: Array(input.utf8)))
    }

    @Test(
        "gives the same parts of what is relative, whether it needs the parser or not",
        arguments: [
            "http://h.test/a/b?q#f", "https://u:p@h.test:8443/", "HTTPS://h.test", "http://1.2.3.4/x/y/",
            "http://[::1]/y?z#",
            "http://h.test/a/?", "file:///C:/a", "mailto:x", "custom://h/a/b", "ws://h/p/q?r", "httpx://h/a",
        ],
        [
            "", "x", "x/y/", "../x", "../../../x", "./x", ".", "..", "a/../b/./c", "%2e%2E/x", ".x", "..x", "a/..",
            "a/.",
            "/", "/x", "/../x", "//", "//o.test", "//O.test:443/x", "//o.test:80?q", "///o.test", "\\\\o.test\\x",
            "/\\o.test/x",
            "\\x", "x\\y", "?", "?q=\u{E9}'", "?a?b#c#d", "#", "#f g", "#\u{E9}", " x", "x ", "x\ty", "/\n/x", "?a\nb",
            "#a\tb",
            "x y\"<>`{}^|", "http:x", "https:x", "http:/x", "http:\\\\h", "http:///h/x", "https://H.test:0443",
            "http://h.test:",
            "http://h.test:99999", "http://h.test:8a", "http://u@h.test", "http://h\u{E9}.test/", "HTTP://H.TEST/../X",
            "http://h.test?q", "http://h.test#f", "http://h.test\\x", "C|/x", "c:x", "1:x", "a+b:x", "x:", ":x",
            "//[::1]/",
            "//1.2.3.4", "//h..test", "//xn--4ca", "?'", "x/\u{1F600}",
        ]
    )
    func fastRelative(base: String, input: String) throws {
        let base = try #require(WebURL(utf8: Array(base.utf8)))
        expectSameParts(WebURL(input, base: base), WebURL(utf8: Array(input.utf8), base: base))
    }

    @Test("gives the same parts of any text, whether it needs the parser or not", arguments: UInt64(0)..<20)
    func fastAny(seed: UInt64) throws {
        let pieces = [
            "http:", "https:", "HTTP", "file:", "x:", "/", "//", "\\", "?", "#", "@", ":", "80", "443", ".", "..",
            "%2e", "%", "a", "B",
            "h.test", "xn--", "1", "[", " ", "\t", "'", "\u{E9}", "|", "^", "-", "_", "&=", "/./", "/../",
        ]
        let bases = try ["http://h.test/a/b?q#f", "https://u@h.test:8443/x/", "file:///C:/a"].map {
            try #require(WebURL($0))
        }
        var state = seed
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        for _ in 0..<300 {
            let start = ["", "http://", "https://h.test", "//", "/", "?", ""][next(7)]
            let text = (0..<next(8)).reduce(start) { text, _ in text + pieces[next(pieces.count)] }
            let base = bases[next(bases.count)]
            let (quick, parsed) = (WebURL(text, base: base), WebURL(utf8: Array(text.utf8), base: base))
            #expect(quick == parsed, "\(text) on \(base)")
            if quick != parsed { continue }
            expectSameParts(quick, parsed)
        }
    }

    private func expectSameParts(_ quick: WebURL?, _ parsed: WebURL?) {
        #expect(quick == parsed)
        #expect(quick?.scheme == parsed?.scheme)
        #expect(quick?.username == parsed?.username)
        #expect(quick?.password == parsed?.password)
        #expect(quick?.host == parsed?.host)
        #expect(quick?.port == parsed?.port)
        #expect(quick?.path == parsed?.path)
        #expect(quick?.query == parsed?.query)
        #expect(quick?.fragment == parsed?.fragment)
    }
}

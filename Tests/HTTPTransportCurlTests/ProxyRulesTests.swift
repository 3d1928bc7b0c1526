import HTTPTransport
import Testing

@testable import HTTPTransportCurl

@Suite("Proxy, as text")
struct ProxyTextTests {
    @Test(
        "is read from its URL",
        arguments: [
            ("http://p.test:3128", Proxy(host: "p.test", port: 3128)),
            ("p.test:3128", Proxy(host: "p.test", port: 3128)),
            ("P.test", Proxy(host: "p.test", port: 80)),
            ("https://p.test/", Proxy(scheme: .https, host: "p.test", port: 443)),
            ("http://[fd00::1]:1", Proxy(host: "fd00::1", port: 1)),
            ("http://u:p%40ss%3A@p.test:1", Proxy(host: "p.test", port: 1, userName: "u", password: "p@ss:")),
            ("u@p.test:1", Proxy(host: "p.test", port: 1, userName: "u")),
            ("http://u:a@b@p.test:1", Proxy(host: "p.test", port: 1, userName: "u", password: "a@b")),
        ]
    )
    func reads(text: String, wanted: Proxy) throws {
        #expect(try Proxy(text, source: "test") == wanted)
    }

    @Test(
        "is refused in another form",
        arguments: [
            "", "http://", "http://p.test:x", "http://p.test:0", "http://p.test/path", "http://u:%4@p.test",
            "http://u:%0A@p.test", "http://p test", "://p", "http://[::1", "http://u:%+1@p",
        ]
    )
    func refuses(text: String) {
        #expect(throws: CurlConfigurationError.invalidProxy(source: "test")) { try Proxy(text, source: "test") }
    }

    @Test("prints no name or password")
    func redacted() throws {
        let proxy = try Proxy("http://agent:geheim@p.test:1", source: "test")
        var dumped = ""
        dump(proxy, to: &dumped)
        for text in ["\(proxy)", String(reflecting: proxy), dumped] {
            #expect(!text.contains("geheim") && !text.contains("agent"))
        }
        #expect("\(proxy)" == "http://p.test:1")
    }
}

@Suite("Proxy rules")
struct ProxyRulesTests {
    private func host(
        _ environment: [String: String],
        _ scheme: HTTPOrigin.Scheme,
        _ host: String = "a.test"
    ) throws -> String? {
        try ProxyRules(.environment(environment)).proxy(for: HTTPOrigin(scheme: scheme, host: host))?.host
    }

    @Test("takes the lower-case variable before the upper-case one, and the scheme's before the general one")
    func precedence() throws {
        let all = ["https_proxy": "low", "HTTPS_PROXY": "up", "all_proxy": "any", "ALL_PROXY": "ANY"]
        #expect(try host(all, .https) == "low")
        #expect(try host(["HTTPS_PROXY": "up", "all_proxy": "any"], .https) == "up")
        #expect(try host(["ALL_PROXY": "any"], .https) == "any")
        #expect(try host(["http_proxy": "plain", "HTTPS_PROXY": "up"], .http) == "plain")
        #expect(try host([:], .https) == nil)
    }

    @Test("does not read HTTP_PROXY, which a request to a CGI program can set")
    func httpoxy() throws {
        #expect(try host(["HTTP_PROXY": "evil"], .http) == nil)
    }

    @Test("takes an empty variable for no proxy")
    func empty() throws {
        #expect(try host(["https_proxy": "", "HTTPS_PROXY": "up"], .https) == nil)
    }

    @Test("takes no_proxy before NO_PROXY")
    func exceptions() throws {
        #expect(try host(["HTTPS_PROXY": "up", "NO_PROXY": "a.test"], .https) == nil)
        #expect(try host(["HTTPS_PROXY": "up", "NO_PROXY": "a.test", "no_proxy": ""], .https) == "up")
    }

    @Test(
        "excepts hosts, domains, addresses, networks and ports",
        arguments: [
            ("*", "a.test", true), ("a.test", "a.test", true), ("a.test", "b.a.test", true),
            (".a.test", "a.test", true),
            ("*.a.test", "b.a.test", true), ("a.test", "ba.test", false), ("a.test", "a.test.evil", false),
            ("x,  A.TEST y", "a.test", true), ("a.test:443", "a.test", true), ("a.test:8443", "a.test", false),
            ("10.0.0.0/8", "10.9.8.7", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.0.0.1", "10.0.0.1", true),
            ("10.0.0.1", "10.0.0.10", false), ("0.0.1", "10.0.0.1", false), ("10.0.0.128/25", "10.0.0.127", false),
            ("10.0.0.128/25", "10.0.0.200", true), ("fd00::/8", "fd12::1", true), ("::1", "::1", true),
            ("[::1]:443", "::1", true), ("fd00::/8", "fe80::1", false), ("10.0.0.0/99", "10.0.0.1", false),
            ("a.test.", "a.test", true), ("a.test", "a.test.", true), ("", "a.test", false), (",", "a.test", false),
            ("0.0.0.0/0", "::1", false),
        ]
    )
    func excepts(list: String, host: String, isExcepted: Bool) {
        let origin = HTTPOrigin(scheme: .https, host: host)
        #expect(ProxyExceptions(list).contain(origin) == isExcepted)
    }
}

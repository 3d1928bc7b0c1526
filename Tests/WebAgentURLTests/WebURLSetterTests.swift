import Testing
import WebAgentURL

@Suite("Setters of WebURL, WHATWG URL §6.1")
struct WebURLSetterTests {
    private enum Part {
        case scheme
        case username
        case password
        case host
        case hostname
        case port
        case path
        case query
        case fragment
    }

    private func edited(_ href: String, _ part: Part, _ value: String) throws -> String {
        var url = try #require(WebURL(href))
        switch part {
        case .scheme: url.setScheme(value)
        case .username: url.setUsername(value)
        case .password: url.setPassword(value)
        case .host: url.setHost(value)
        case .hostname: url.setHostname(value)
        case .port: url.setPort(value)
        case .path: url.setPath(value)
        case .query: url.setQuery(value)
        case .fragment: url.setFragment(value)
        }
        return url.href
    }

    @Test("changes a scheme only into one of its kind")
    func scheme() throws {
        #expect(try edited("http://h:443/", .scheme, "HTTPS:rest") == "https://h/")
        #expect(try edited("http://h/", .scheme, "mailto") == "http://h/")
        #expect(try edited("a://h/", .scheme, "b+c") == "b+c://h/")
        #expect(try edited("http://u@h/", .scheme, "file") == "http://u@h/")
        #expect(try edited("file:///x", .scheme, "http") == "file:///x")
        #expect(try edited("http://h/", .scheme, "1") == "http://h/")
    }

    @Test("writes credentials encoded, and only where a host carries them")
    func credentials() throws {
        #expect(try edited("http://h/", .username, "a:b@c") == "http://a%3Ab%40c@h/")
        #expect(try edited("http://h/", .password, "p") == "http://:p@h/")
        #expect(try edited("http://a:p@h/", .username, "") == "http://:p@h/")
        #expect(try edited("file:///x", .username, "a") == "file:///x")
        #expect(try edited("mailto:x", .password, "p") == "mailto:x")
    }

    @Test("takes host and port, or the host alone")
    func hosts() throws {
        #expect(try edited("http://h:1/p", .host, "New.test:2/x") == "http://new.test:2/p")
        #expect(try edited("http://h:1/p", .hostname, "new.test") == "http://new.test:1/p")
        #expect(try edited("http://h:1/p", .hostname, "new.test:2") == "http://h:1/p")
        #expect(try edited("http://h/p", .host, "") == "http://h/p")
        #expect(try edited("http://h/p", .host, "x:99999") == "http://x/p")
        #expect(try edited("file:///p", .host, "LOCALHOST") == "file:///p")
        #expect(try edited("mailto:p", .host, "h") == "mailto:p")
    }

    @Test("takes the digits of a port")
    func ports() throws {
        #expect(try edited("http://h/", .port, "8080abc") == "http://h:8080/")
        #expect(try edited("http://h:1/", .port, "80") == "http://h/")
        #expect(try edited("http://h:1/", .port, "") == "http://h/")
        #expect(try edited("http://h:1/", .port, "x") == "http://h:1/")
        #expect(try edited("http://h:1/", .port, "65536") == "http://h:1/")
    }

    @Test("replaces path, query and fragment")
    func tail() throws {
        #expect(try edited("http://h/a?q#f", .path, "../x?y#z") == "http://h/x%3Fy%23z?q#f")
        #expect(try edited("mailto:x", .path, "y") == "mailto:x")
        #expect(try edited("http://h/a?q#f", .query, "?a b") == "http://h/a?a%20b#f")
        #expect(try edited("http://h/a?q#f", .query, "") == "http://h/a#f")
        #expect(try edited("http://h/a?q#f", .query, "a#b") == "http://h/a?a%23b#f")
        #expect(try edited("http://h/a?q#f", .fragment, "#n w") == "http://h/a?q#n%20w")
        #expect(try edited("http://h/a?q#f", .fragment, "") == "http://h/a?q")
    }

    @Test("replaces the whole URL by an absolute one only")
    func href() throws {
        var url = try #require(WebURL("http://h/"))
        let wasSetToRelative = url.setHref("/relative")
        #expect(!wasSetToRelative)
        #expect(url.href == "http://h/")
        let wasSetToAbsolute = url.setHref("ftp://f/")
        #expect(wasSetToAbsolute)
        #expect(url.href == "ftp://f/")
    }
}

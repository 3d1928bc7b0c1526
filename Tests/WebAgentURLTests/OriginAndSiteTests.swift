import Testing
import WebAgentURL

@Suite("Origins and sites")
struct OriginAndSiteTests {
    private let suffixes = PublicSuffixList(rules: ["test", "co.uk"])

    private func origin(_ href: String) throws -> Origin { try #require(WebURL(href)).origin }

    @Test(
        "is scheme, host and port where the scheme has an authority, else opaque",
        arguments: [
            ("https://a.test:443/x", "https://a.test"), ("ws://a.test:81", "ws://a.test:81"),
            ("http://[::1]:8080/", "http://[::1]:8080"), ("file:///etc", "null"), ("data:,x", "null"),
            ("foo://h/", "null"),
            ("blob:https://a.test/id", "https://a.test"), ("blob:ftp://a.test/id", "null"), ("blob:x", "null"),
        ]
    )
    func origins(href: String, expected: String) throws {
        #expect(try origin(href).description == expected)
    }

    @Test("is the same as an equal tuple, and as no opaque one")
    func sameOrigin() throws {
        #expect(try origin("http://a.test").isSameOrigin(as: origin("http://A.test:80/x")))
        #expect(try !origin("http://a.test").isSameOrigin(as: origin("https://a.test")))
        #expect(try !origin("data:,x").isSameOrigin(as: origin("data:,x")))
    }

    @Test(
        "compares schemes and registrable domains",
        arguments: [
            ("https://a.b.test", "https://c.b.test:8443", true), ("https://a.test", "https://b.test", false),
            ("https://a.test", "http://a.test", false), ("https://127.0.0.1", "https://127.0.0.2", false),
            ("https://127.0.0.1", "https://127.0.0.1:1", true), ("https://co.uk", "https://co.uk", true),
            ("https://x.co.uk", "https://y.co.uk", false), ("data:,x", "data:,x", false),
        ]
    )
    func sites(one: String, other: String, expected: Bool) throws {
        #expect(try origin(one).isSameSite(as: origin(other), suffixes: suffixes) == expected)
    }

    @Test("can leave the scheme out of the comparison")
    func schemeless() throws {
        let one = try Site(of: origin("https://a.b.test"), suffixes: suffixes)
        let other = try Site(of: origin("http://b.test:1"), suffixes: suffixes)
        #expect(one.isSchemelesslySameSite(as: other))
        #expect(one.description == "https://b.test")
        #expect(!Site.opaque.isSchemelesslySameSite(as: .opaque))
        #expect(Site.opaque.description == "null")
    }
}

import Testing
import WebAgentURL

@Suite("Public suffixes")
struct PublicSuffixTests {
    private static let list = PublicSuffixList(rules: ["test", "co.test", "*.wild", "!one.wild", "例.test"])

    @Test(
        "finds the suffix and one label more by the prevailing rule",
        arguments: [
            ("a.b.test", "b.test"), ("test", nil), ("b.co.test", "b.co.test"), ("co.test", nil), ("A.B.TEST", "b.test"),
            ("x.y.wild", "x.y.wild"), ("y.wild", nil), ("www.one.wild", "one.wild"), ("a.unlisted", "a.unlisted"),
            ("unlisted", nil), ("a.例.test", "a.例.test"), ("b.a.xn--fsq.test", "a.xn--fsq.test"), ("例.test", nil),
            ("b.test.", "b.test."), (".b.test", nil), ("a..test", nil), ("127.0.0.1", nil), ("", nil),
            ("a b.test", nil),
        ] as [(String, String?)]
    )
    func registrableDomains(host: String, expected: String?) {
        #expect(Self.list.registrableDomain(of: host) == expected)
    }

    @Test(
        "tells suffixes from other names",
        arguments: [
            ("test", true), ("CO.test", true), ("b.test", false), ("y.wild", true), ("one.wild", false), ("wild", true),
            ("unlisted", true), ("127.0.0.1", false),
        ]
    )
    func suffixes(host: String, expected: Bool) {
        #expect(Self.list.isPublicSuffix(host) == expected)
    }

    @Test("answers the same from the machine's list")
    func machineList() {
        let suffixes = LibPSLPublicSuffixes()
        #expect(suffixes.registrableDomain(of: "Shop.Example.co.uk") == "example.co.uk")
        #expect(suffixes.registrableDomain(of: "finesse1.xyz.com.") == "xyz.com.")
        #expect(suffixes.registrableDomain(of: "www.食狮.公司.cn") == "食狮.公司.cn")
        #expect(suffixes.registrableDomain(of: "[::1]") == nil)
        #expect(suffixes.isPublicSuffix("co.uk"))
        #expect(!suffixes.isPublicSuffix("example.co.uk"))
        #expect(!suffixes.isPublicSuffix("not a host"))
    }
}

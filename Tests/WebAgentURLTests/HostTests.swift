import Testing
import WebAgentURL

@Suite("Hosts, WHATWG URL §3")
struct HostTests {
    @Test(
        "reads IPv4 addresses in every form and refuses what only looks like one",
        arguments: [
            ("192.168.0.257", nil), ("192.168.257", Host.ipv4(0xC0A8_0101)), ("0x7F.1", .ipv4(0x7F00_0001)),
            ("017700000001", .ipv4(0x7F00_0001)), ("4294967295", .ipv4(.max)), ("4294967296", nil),
            ("1.2.3.4.", .ipv4(0x0102_0304)), ("1.2.3.4.5", nil), ("a.09", nil), ("a.0x", nil), ("1..2", nil),
            ("1.2.3.4a", .domain("1.2.3.4a")), ("0x", .ipv4(0)), ("%30%78%41", .ipv4(10)),
        ] as [(String, Host?)]
    )
    func ipv4(input: String, expected: Host?) {
        #expect(Host(input) == expected)
    }

    @Test(
        "reads IPv6 addresses and writes them short",
        arguments: [
            ("[2001:DB8:0:0:1:0:0:1]", "[2001:db8::1:0:0:1]"), ("[::]", "[::]"), ("[1::]", "[1::]"),
            ("[::ffff:192.168.1.9]", "[::ffff:c0a8:109]"), ("[1:0:2:0:3:0:4:0]", "[1:0:2:0:3:0:4:0]"),
            ("[0:0:0:1:0:0:0:0]", "[0:0:0:1::]"), ("[1:2:3:4:5:6:7::]", "[1:2:3:4:5:6:7:0]"),
        ]
    )
    func ipv6(input: String, expected: String) {
        #expect(Host(input)?.description == expected)
    }

    @Test(
        "refuses malformed IPv6 addresses",
        arguments: [
            "[]", "[:1]", "[1:2:3]", "[1:::2]", "[1::2::3]", "[1:2:3:4:5:6:7:8:9]", "[12345::]", "[::1.2.3]",
            "[::1.2.3.04]",
            "[::256.1.1.1]", "[::1%25eth0]", "[1:2:3:4:5:6:7:1.2.3.4]", "[1:]", "[::g]", "[::1",
        ]
    )
    func malformedIPv6(input: String) {
        #expect(Host(input) == nil)
    }

    @Test(
        "maps domains to their ASCII form",
        arguments: [
            ("Straße.Example", "xn--strae-oqa.example"), ("bücher。example", "xn--bcher-kva.example"),
            ("Ｆｕｌｌ.example", "full.example"), ("a\u{AD}b.example", "ab.example"), ("%C3%A4.example", "xn--4ca.example"),
            ("a_b-.example", "a_b-.example"), ("XN--4CA.example", "xn--4ca.example"), ("a..b", "a..b"),
            (String(repeating: "a", count: 70) + ".example", String(repeating: "a", count: 70) + ".example"),
        ]
    )
    func domains(input: String, expected: String) {
        #expect(Host(input) == .domain(expected))
    }

    @Test(
        "refuses domains that no URL may hold",
        arguments: [
            "", "\u{AD}", "a b", "a%b", "a%2Fb", "a\u{7F}b", "xn--", "xn--a.example", "xn--ascii-.example",
            "a\u{2FFFE}b",
            "\u{5D0}1\u{661}.example", "a\u{200D}b", "％41.example", "%FF.example",
        ]
    )
    func refusedDomains(input: String) {
        #expect(Host(input) == nil)
    }

    @Test("does not look into hosts of schemes that are not special")
    func opaqueHosts() throws {
        #expect(WebURL("foo://A%41é!.1/")?.host == .opaque("A%41%C3%A9!.1"))
        #expect(WebURL("foo://1.2.3/")?.host == .opaque("1.2.3"))
        #expect(WebURL("foo://[::1]/")?.host == .ipv6(IPv6Address(bits: 1)))
        #expect(WebURL("foo:///x")?.host == .empty)
        #expect(WebURL("foo://a^b/") == nil)
    }

    @Test("shows domains in Unicode")
    func display() {
        #expect(Host("bücher.example")?.displayName == "bücher.example")
        #expect(Host("127.1")?.displayName == "127.0.0.1")
        #expect(Host("127.1")?.isIPAddress == true)
        #expect(Host("a.example")?.isIPAddress == false)
    }

    @Test("names the Unicode version that decides")
    func unicodeVersion() throws {
        let major = try #require(Int(DomainName.unicodeVersion.prefix { $0 != "." }))
        #expect(major >= 16)
    }
}

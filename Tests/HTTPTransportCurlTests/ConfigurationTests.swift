import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

@Suite("libcurl transport, configuration")
struct ConfigurationTests {
    private static let origin = HTTPOrigin(scheme: .https, host: "one.test")
    private static let plain = HTTPOrigin(scheme: .http, host: "one.test")

    private func error(_ change: (inout CurlConfiguration) throws -> Void) throws -> CurlConfigurationError? {
        var configuration = CurlConfiguration()
        configuration.trustsSystemRoots = false
        try change(&configuration)
        do throws(CurlConfigurationError) {
            _ = try CurlHTTPTransport(configuration)
            return nil
        } catch {
            return error
        }
    }

    @Test("refuses certificates that cannot be read")
    func unreadable() throws {
        let good = try TestAuthority().certificate
        let half = good + "\n" + String(good.prefix(good.count / 2))
        #expect(try error { $0.trustedCertificates = [good, "no PEM"] } == .unreadableTrustedCertificates(index: 1))
        #expect(try error { $0.trustedCertificates = [half] } == .unreadableTrustedCertificates(index: 0))
        #expect(try error { $0.pins = [Self.origin: ["no PEM"]] } == .unreadablePins(Self.origin))
        #expect(try error { $0.pins = [Self.origin: []] } == .unreadablePins(Self.origin))
        #expect(try error { $0.pins = [Self.plain: [good]] } == .originWithoutTLS(Self.plain))
        #expect(throws: CurlConfigurationError.unreadableCertificates) { try CertificateFacts.all(inPEM: "") }
        #expect(try error { $0.trustedCertificates = [good + "\n" + good] } == nil)
    }

    @Test("refuses client certificates and keys that cannot be read or do not belong together")
    func clients() throws {
        let authority = try TestAuthority()
        let one = try authority.client(commonName: "one")
        let two = try authority.client(commonName: "two")
        func failing(_ certificate: String, _ key: String) throws -> CurlConfigurationError? {
            try error { $0.clientIdentities = [Self.origin: .init(certificate: certificate, key: key)] }
        }
        #expect(try failing("no PEM", one.key) == .unreadableClientCertificate(Self.origin))
        #expect(try failing(one.certificate, "no PEM") == .unreadableClientKey(Self.origin))
        #expect(try failing(one.certificate, two.key) == .clientKeyOfAnotherCertificate(Self.origin))
        #expect(try failing(one.certificate, one.key) == nil)
        #expect(
            try error { $0.clientIdentities = [Self.plain: .init(certificate: one.certificate, key: one.key)] }
                == .originWithoutTLS(Self.plain)
        )
    }

    @Test("refuses a proxy that cannot be read, and names the variable but not its value")
    func proxies() throws {
        let bad = try error { $0.proxy = .environment(["HTTPS_PROXY": "http://agent:geheim@:x"]) }
        #expect(bad == .invalidProxy(source: "HTTPS_PROXY"))
        #expect(bad?.description.contains("geheim") == false)
        let socks = try error { $0.proxy = .environment(["all_proxy": "socks5://p:1080"]) }
        #expect(socks == .unsupportedProxyScheme("socks5", source: "all_proxy"))
    }

    @Test("prints neither the environment nor a proxy's password")
    func redacted() throws {
        for policy in [
            ProxyPolicy.environment(["HTTPS_PROXY": "http://agent:geheim@p.test"]),
            .fixed(Proxy(host: "p.test", port: 1, userName: "agent", password: "geheim"), except: "a.test"),
        ] {
            var configuration = CurlConfiguration()
            configuration.proxy = policy
            var dumped = ""
            dump(configuration, to: &dumped)
            for text in ["\(configuration)", String(reflecting: configuration), dumped] {
                #expect(!text.contains("geheim"))
            }
        }
    }

    @Test("says in a sentence what to do")
    func sentences() {
        let errors: [CurlConfigurationError] = [
            .unreadableTrustedCertificates(index: 0), .unreadablePins(Self.origin), .unreadableCertificates,
            .originWithoutTLS(Self.plain), .unreadableClientCertificate(Self.origin), .unreadableClientKey(Self.origin),
            .clientKeyOfAnotherCertificate(Self.origin), .invalidProxy(source: "--proxy"),
            .unsupportedProxyScheme("socks5", source: "--proxy"), .invalidAddressOverride("a:b"),
            .unusableLibrary(detail: "it is old"),
        ]
        for error in errors {
            #expect(error.description.hasSuffix(".") && error.description.contains(". "))
        }
    }
}

@Suite("Address override")
struct AddressOverrideTests {
    @Test(
        "is read as curl writes it",
        arguments: [
            (
                "a.test:8445:127.0.0.1:40123",
                AddressOverride(host: "a.test", port: 8445, targetHost: "127.0.0.1", targetPort: 40123)
            ),
            ("A.test::b.test:", AddressOverride(host: "a.test", port: nil, targetHost: "b.test", targetPort: nil)),
            (":::81", AddressOverride(host: nil, port: nil, targetHost: nil, targetPort: 81)),
            ("[::1]:1:[fd00::2]:2", AddressOverride(host: "::1", port: 1, targetHost: "fd00::2", targetPort: 2)),
        ]
    )
    func reads(text: String, wanted: AddressOverride) throws {
        #expect(try AddressOverride(text) == wanted)
    }

    @Test(
        "refuses other forms",
        arguments: [
            "", "a", "a:1:b", "a:1:b:2:c", "a:x:b:1", "a:0:b:1", "a:1:b:70000", "a:1:b c:2", "[::1:1:b:2", "a:1:b/:2",
            "a:+1:b:2",
        ]
    )
    func refuses(text: String) {
        #expect(throws: CurlConfigurationError.invalidAddressOverride(text)) { try AddressOverride(text) }
    }

    @Test("applies to its host and port, and to all where it names none")
    func applies() throws {
        let origin = HTTPOrigin(scheme: .https, host: "a.test", port: 8445)
        #expect(try AddressOverride("A.TEST:8445:x:1").applies(to: origin))
        #expect(try AddressOverride("::x:1").applies(to: origin))
        #expect(try !AddressOverride("a.test:443:x:1").applies(to: origin))
        #expect(try !AddressOverride("b.test::x:1").applies(to: origin))
    }
}

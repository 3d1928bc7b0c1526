import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing

@Suite("libcurl transport, proxies", .timeLimit(.minutes(5)))
struct ProxyTests {
    /// What `agent:geheim` becomes.
    private static let basic = "Basic YWdlbnQ6Z2VoZWlt"

    private func withProxy(
        authorization: String? = nil,
        tls: Bool = false,
        _ body: (Bench, LoopbackProxy) async throws -> Void
    ) async throws {
        try await Bench.run { bench in
            let proxyTLS = try tls ? ServerTLS(bench.authority.server(names: ["127.0.0.1"])) : nil
            let proxy = try await LoopbackProxy.start(
                target: bench.server.port,
                authorization: authorization,
                tls: proxyTLS
            )
            do {
                try await body(bench, proxy)
            } catch {
                await proxy.stop()
                throw error
            }
            await proxy.stop()
        }
    }

    private func through(
        _ proxy: Proxy,
        _ bench: Bench,
        except: String = ""
    ) throws -> CurlHTTPTransport {
        try bench.transport { ($0.proxy, $0.addressOverrides) = (.fixed(proxy, except: except), []) }
    }

    @Test("tunnels to an https origin by CONNECT and keeps the caller's fields from the proxy")
    func tunnels() async throws {
        try await withProxy { bench, proxy in
            var request = bench.request("GET", "/secret")
            request.fields = ["Authorization": "Basic c2VjcmV0", "User-Agent": "probe"]
            let transport = try through(Proxy(host: "127.0.0.1", port: proxy.port), bench)
            let response = try await transport.perform(request)
            #expect(response.body == Array("hello".utf8))
            #expect(response.connection.isProxied && response.connection.remotePort == proxy.port)
            #expect(!response.fields.contains(named: "X-Of-The-Proxy"))
            let connect = try #require(proxy.log.events.first)
            #expect(connect.target == "one.test:443")
            #expect(!connect.fieldNames.contains("authorization") && !connect.fieldNames.contains("user-agent"))
            #expect(bench.server.requests.first?.text("Authorization") == "Basic c2VjcmV0")
        }
    }

    @Test("tells the proxy name and password, and the origin neither")
    func basic() async throws {
        try await withProxy(authorization: Self.basic) { bench, proxy in
            let transport = try through(
                Proxy(host: "127.0.0.1", port: proxy.port, userName: "agent", password: "geheim"),
                bench
            )
            #expect(try await transport.perform(bench.request()).status == 200)
            #expect(proxy.log.events.first?.text("Proxy-Authorization") == Self.basic)
            #expect(bench.server.requests.first?.fieldNames.contains("proxy-authorization") == false)
        }
    }

    @Test("says that the proxy asks for other credentials, and never shows those it had")
    func wrongPassword() async throws {
        try await withProxy(authorization: Self.basic) { bench, proxy in
            let transport = try through(
                Proxy(host: "127.0.0.1", port: proxy.port, userName: "agent", password: "falsch"),
                bench
            )
            let error = try #require(await failure(of: transport, bench.request()))
            #expect(error.proxyFailure?.reason == .authenticationRequired)
            #expect(!error.description.contains("falsch") && !"\(error)".contains("agent:"))
        }
    }

    @Test("speaks TLS with an https proxy, verified, and TLS with the origin inside it")
    func httpsProxy() async throws {
        try await withProxy(tls: true) { bench, proxy in
            let transport = try through(Proxy(scheme: .https, host: "127.0.0.1", port: proxy.port), bench)
            let response = try await transport.perform(bench.request())
            #expect(response.connection.tls?.chain.first?.names == ["one.test"])
        }
    }

    @Test("names the https proxy when its certificate is not trusted")
    func untrustedProxy() async throws {
        try await withProxy(tls: true) { bench, proxy in
            let transport = try bench.transport {
                $0.addressOverrides = []
                $0.pins = [bench.origin: [bench.authority.certificate]]
                $0.trustedCertificates = []
                $0.proxy = .fixed(Proxy(scheme: .https, host: "127.0.0.1", port: proxy.port))
            }
            let found = await failure(of: transport, bench.request())?.tlsFailure
            #expect(found?.peer == .proxy(host: "127.0.0.1", port: proxy.port))
            #expect(found?.label == .unknownIssuer)
            #expect(found?.chain.first?.names == ["127.0.0.1"])
        }
    }

    @Test("names the origin when its certificate is not trusted behind an https proxy")
    func untrustedOrigin() async throws {
        let other = try TestAuthority()
        try await withProxy(tls: true) { bench, proxy in
            let transport = try bench.transport {
                $0.addressOverrides = []
                $0.pins = [bench.origin: [other.certificate]]
                $0.proxy = .fixed(Proxy(scheme: .https, host: "127.0.0.1", port: proxy.port))
            }
            let found = await failure(of: transport, bench.request())?.tlsFailure
            #expect(found?.peer == .origin)
            #expect(found?.label == .notPinned, "\(found.map { "\($0)" } ?? "none")")
            #expect(found?.chain.first?.names == ["one.test"])
        }
    }

    @Test("connects an overridden origin through the tunnel to the other address")
    func withOverride() async throws {
        try await withProxy { bench, proxy in
            let transport = try bench.transport {
                $0.addressOverrides = [.init(host: "one.test", port: 443, targetHost: "10.1.2.3", targetPort: 8445)]
                $0.proxy = .fixed(Proxy(host: "127.0.0.1", port: proxy.port))
            }
            #expect(try await transport.perform(bench.request()).status == 200)
            #expect(proxy.log.events.first?.target == "10.1.2.3:8445")
        }
    }

    @Test("asks the proxy for the whole URL of an http origin")
    func plainOrigin() async throws {
        var setup = Bench.Setup()
        setup.scheme = .http
        try await Bench.run(setup) { bench in
            let transport = try through(
                Proxy(host: "127.0.0.1", port: bench.server.port, userName: "agent", password: "geheim"),
                bench
            )
            _ = try await transport.perform(bench.request("GET", "/a/../b?c"))
            let request = try #require(bench.server.requests.first)
            #expect(request.target == "http://one.test/a/../b?c")
            #expect(request.text("Proxy-Authorization") == Self.basic)
        }
    }

    @Test("reads 407 without a tunnel as the proxy's")
    func plain407() async throws {
        var setup = Bench.Setup()
        setup.scheme = .http
        try await Bench.run(setup, answers: .script { _, _ in [.response(407)] }) { bench in
            let transport = try through(Proxy(host: "127.0.0.1", port: bench.server.port), bench)
            let error = await failure(of: transport, bench.request())
            #expect(error?.proxyFailure?.reason == .authenticationRequired)
        }
    }

    @Test(
        "tells a refusal from no answer",
        arguments: [
            ("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", ProxyFailure.Reason.refused(status: 403)),
            ("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", .refused(status: 502)), ("", .noAnswer),
            ("220 mail ready\r\n\r\n", .noAnswer),
        ]
    )
    func refusals(answer: String, reason: ProxyFailure.Reason) async throws {
        var setup = Bench.Setup()
        setup.scheme = .http
        try await Bench.run(setup, answers: .script { _, _ in [.text(answer), .close] }) { bench in
            let transport = try through(Proxy(host: "127.0.0.1", port: bench.server.port), bench)
            var request = bench.request()
            request.origin = HTTPOrigin(scheme: .https, host: "one.test")
            let found = await failure(of: transport, request)
            #expect(found == .proxy(request.origin, .init(host: "127.0.0.1", port: bench.server.port, reason: reason)))
        }
    }

    @Test("tells a proxy that refuses connections or has no address from an origin that does")
    func unreachableProxy() async throws {
        let port = closedLoopbackPort
        try await Bench.run { bench in
            let refusing = await failure(of: try through(Proxy(host: "127.0.0.1", port: port), bench), bench.request())
            #expect(refusing?.proxyFailure?.reason == .connectionRefused)
            let name = String(repeating: "a", count: 64) + ".test"
            let nameless = await failure(of: try through(Proxy(host: name, port: port), bench), bench.request())
            #expect(nameless?.proxyFailure?.reason == .nameNotResolved)
            let linkless = await failure(of: try through(Proxy(host: "fe80::1", port: port), bench), bench.request())
            if case .unreachable? = linkless?.proxyFailure?.reason {
            } else {
                Issue.record("\(String(describing: linkless))")
            }
        }
    }

    @Test("goes past the proxy for excepted hosts, and past the environment unless told to read it")
    func exceptions() async throws {
        let port = closedLoopbackPort
        try await Bench.run { bench in
            let dead = Proxy(host: "127.0.0.1", port: port)
            let excepted = try bench.transport { $0.proxy = .fixed(dead, except: "other.test, .test") }
            #expect(try await excepted.perform(bench.request()).connection.isProxied == false)
            let environment = ["HTTPS_PROXY": "http://127.0.0.1:\(port)", "NO_PROXY": "two.test"]
            let read = try bench.transport { $0.proxy = .environment(environment) }
            #expect(await failure(of: read, bench.request())?.proxyFailure?.reason == .connectionRefused)
        }
    }
}

import Finesse
import FinesseSSO
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing

@Suite("Discovery")
struct DiscoveryTests {
    private let bare = ServerAddress(host: "finesse1.example.com")

    /// Answers on one port alone.
    private func listening(
        on port: UInt16,
        otherwise failure: @escaping @Sendable (HTTPOrigin) -> TransportError
    )
        -> ScriptedTransport
    {
        ScriptedTransport { (request) throws(TransportError) in
            guard request.origin.port == port else { throw failure(request.origin) }
            return HTTPResponse(status: 200, body: Array(systemInfo(mode: "SSO").1.utf8))
        }
    }

    @Test("tries 8445, then 443", arguments: [(8445, [8445]), (443, [8445, 443])] as [(UInt16, [UInt16])])
    func ports(port: UInt16, tried: [UInt16]) async throws {
        let transport = listening(on: port) { .connectionRefused($0) }
        let server = try await ServerDiscovery(transport: transport, address: bare).server()
        #expect(server.origin.port == port && server.mode == .singleSignOn && server.deployment == .enterprise)
        #expect(transport.requests.map(\.origin.port) == tried)
    }

    @Test("goes on to 443 where a proxy lets nothing else through, and waits less long for a port that is not the last")
    func proxied() async throws {
        let transport = listening(on: 443) { origin in
            .proxy(origin, ProxyFailure(host: "proxy.example", port: 3128, reason: .refused(status: 403)))
        }
        let server = try await ServerDiscovery(transport: transport, address: bare).server()
        #expect(server.origin.port == 443)
        #expect(transport.requests.map(\.deadline) == [.seconds(10), .seconds(30)])
    }

    @Test("names both ports when neither answers")
    func neither() async throws {
        let transport = listening(on: 1) { .connectionRefused($0) }
        let error = try #require(
            await ssoFailure { () throws(SSOError) in
                try await ServerDiscovery(transport: transport, address: bare).server()
            }
        )
        #expect(error.description.contains("8445 and 443") && !error.isFinal)
        #expect(error.host == "finesse1.example.com" && error.step == "looking for the Finesse server")
        #expect(error.nextAction.contains("host:port"))
    }

    @Test("does not go on to the next port when the first has a bad certificate or an unknown name")
    func noFallback() async throws {
        let transport = listening(on: 443) { .nameNotResolved($0) }
        let error = await ssoFailure { () throws(SSOError) in
            try await ServerDiscovery(transport: transport, address: bare).server()
        }
        #expect(error?.label == "finesse-transport" && transport.requests.count == 1)
    }

    @Test("tries a port that was asked for alone")
    func onePort() async throws {
        let transport = listening(on: 1) { .connectionRefused($0) }
        let error = await ssoFailure { () throws(SSOError) in
            try await ServerDiscovery(transport: transport, address: address).server()
        }
        #expect(error == .unreachable(address, [.connectionRefused(node)]))
        #expect(error?.description.contains("443") == false)
    }

    @Test(
        "reads the mode",
        arguments: [("SSO", AuthenticationMode.singleSignOn), ("NON_SSO", .password), ("hybrid", .hybrid)]
    )
    func modes(word: String, mode: AuthenticationMode) async throws {
        let transport = routes([systemInfoPath: systemInfo(mode: word, deployment: "UCCX")])
        let server = try await ServerDiscovery(transport: transport, address: address).server()
        #expect(server.mode == mode && server.deployment == .express && !server.needsLoginIDLookup)
    }

    @Test("says that a mode is not known, and what to do", arguments: ["MAGIC", ""])
    func unknownMode(word: String) async throws {
        let transport = routes([systemInfoPath: systemInfo(mode: word)])
        let error = try #require(
            await ssoFailure { () throws(SSOError) in
                try await ServerDiscovery(transport: transport, address: address).server()
            }
        )
        #expect(error == .unknownMode(word: word.isEmpty ? nil : word, host: "finesse1.example.com:8445"))
        #expect(error.nextAction.contains("by hand") && error.isFinal)
    }

    @Test("is overridden by a mode given by hand, also where SystemInfo wants credentials", arguments: [200, 401, 403])
    func override(status: Int) async throws {
        let transport = routes([systemInfoPath: (status, systemInfo(mode: "NON_SSO").1)])
        let discovery = ServerDiscovery(transport: transport, address: address, mode: .singleSignOn)
        let server = try await discovery.server()
        #expect(server.mode == .singleSignOn && server.deployment == (status == 200 ? .enterprise : nil))
        #expect(server.needsLoginIDLookup)
    }

    @Test("asks for the user's own mode in a hybrid system, and nowhere else")
    func userMode() async throws {
        let transport = routes([
            "GET /finesse/api/UserAuthMode/a": (200, "<UserAuthMode><authMode>NON_SSO</authMode></UserAuthMode>")
        ])
        let discovery = ServerDiscovery(transport: transport, address: address)
        #expect(try await discovery.mode(of: "a", on: DiscoveredServer(origin: node, mode: .hybrid)) == .password)
        #expect(
            try await discovery.mode(of: "a", on: DiscoveredServer(origin: node, mode: .singleSignOn)) == .singleSignOn
        )
        #expect(transport.requests.count == 1)
    }

    @Test("says what to do when the user's mode is not told")
    func disabled() async throws {
        let transport = routes([
            "GET /finesse/api/UserAuthMode/a": (
                403,
                "<ApiErrors><ApiError><ErrorType>Forbidden</ErrorType><ErrorMessage>UserAuthModeService is disabled</ErrorMessage></ApiError></ApiErrors>"
            )
        ])
        let error = try #require(
            await ssoFailure { () throws(SSOError) in
                try await ServerDiscovery(transport: transport, address: address)
                    .mode(of: "a", on: DiscoveredServer(origin: node, mode: .hybrid))
            }
        )
        #expect(error.nextAction.contains("enableUserAuthMode") && error.step.contains("user a") && error.isFinal)
    }
}

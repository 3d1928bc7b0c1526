import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import HTTPTransportCurl
import TestSupport
import Testing
import WebAgent

@Suite("A network that goes wrong", .timeLimit(.minutes(5)))
struct NetworkTests {
    private static let finesse = "finesse1.xyz.com"
    /// A label of 64 letters: no resolver has an address for it, and none needs to be asked.
    private static let impossible = String(repeating: "a", count: 64) + ".example"

    @Test("names both ports that refuse, when none was given")
    func refusedOnBothPorts() async throws {
        let closed = closedLoopbackPort
        let failure = try await failure(
            at: Self.finesse,
            overrides: ["\(Self.finesse):8445:127.0.0.1:\(closed)", "\(Self.finesse):443:127.0.0.1:\(closed)"]
        )
        expectWhole(
            failure,
            label: "unreachable/connection-refused/connection-refused",
            host: Self.finesse,
            step: "looking for the Finesse server",
            nextAction: "write host:port"
        )
        #expect(failure.message.contains("8445") && failure.message.contains("443"))
    }

    @Test("names the one port that refuses, when it was given")
    func refused() async throws {
        let closed = closedLoopbackPort
        let failure = try await failure(
            at: "\(Self.finesse):8445",
            overrides: ["\(Self.finesse):8445:127.0.0.1:\(closed)"]
        )
        expectWhole(
            failure,
            label: "unreachable/connection-refused",
            host: Self.finesse,
            step: "looking for the Finesse server",
            nextAction: "Check the name, the port and the network"
        )
        #expect(failure.message.contains("8445"))
    }

    @Test("tells a name without an address apart")
    func noName() async throws {
        let failure = try await failure(at: "\(Self.impossible):8445", overrides: [])
        expectWhole(
            failure,
            label: "finesse-transport/name-not-resolved",
            host: "\(Self.impossible):8445",
            step: "reading SystemInfo",
            nextAction: "Check the name, the DNS server and the VPN"
        )
    }

    @Test("names the identity provider when it has no address")
    func noNameInTheMiddle() async throws {
        var configuration = SandboxConfiguration()
        configuration.identityProviderNodes = [SandboxNode(host: Self.impossible, address: "127.0.0.23")]
        try await SignInWorld.with(
            configuration,
            tune: { $0.addressOverrides.removeAll { $0.host == Self.impossible } },
            { world in
                let failure = try await world.failure()
                expectWhole(
                    failure,
                    label: "agent-transport/name-not-resolved",
                    host: world.place(.identityProvider),
                    step: "walking through the sign-in pages",
                    nextAction: "Check the name, the DNS server and the VPN"
                )
            }
        )
    }

    @Test("names the identity provider when nobody listens there")
    func refusedInTheMiddle() async throws {
        let closed = closedLoopbackPort
        try await SignInWorld.with(
            tune: { Self.redirect("adfs.corp.example", to: closed, in: &$0) },
            { world in
                let failure = try await world.failure()
                expectWhole(
                    failure,
                    label: "agent-transport/connection-refused",
                    host: world.place(.identityProvider),
                    step: "walking through the sign-in pages",
                    nextAction: "Check the port and that the server runs"
                )
            }
        )
    }

    @Test("gives up at its deadline on a Finesse that drips")
    func drips() async throws {
        try await withServer(for: Self.finesse, steps: Self.dripping) { port, authority in
            let failure = try await failure(
                at: "\(Self.finesse):8445",
                overrides: ["\(Self.finesse):8445:127.0.0.1:\(port)"],
                trusting: authority,
                options: SignInOptions(exchangeDeadline: .seconds(2))
            )
            expectWhole(
                failure,
                label: "finesse-transport/timed-out",
                host: "\(Self.finesse):8445",
                step: "reading SystemInfo",
                nextAction: "allow more time"
            )
            #expect(failure.message.contains("within 2 s"))
        }
    }

    @Test("gives up at its deadline on an identity provider that drips")
    func dripsInTheMiddle() async throws {
        let host = "adfs.corp.example"
        try await withServer(for: host, steps: Self.dripping) { port, authority in
            try await SignInWorld.with(
                tune: { configuration in
                    Self.redirect(host, to: port, in: &configuration)
                    configuration.trustedCertificates.append(authority)
                },
                { world in
                    let patient = world.transport
                    let world = world.over(
                        ImpatientTransport(inner: patient, host: host, deadline: .seconds(3))
                    )
                    let failure = try await world.failure()
                    expectWhole(
                        failure,
                        label: "agent-transport/timed-out",
                        host: world.place(.identityProvider),
                        step: "walking through the sign-in pages",
                        nextAction: "allow more time"
                    )
                }
            )
        }
    }

    @Test("gives the whole walk through the pages one deadline")
    func walkDeadline() async throws {
        let authority = try TestAuthority()
        let certificate = try authority.server(names: [Self.finesse])
        let server = try await LoopbackServer.start(tls: ServerTLS(certificate)) { request, _ in
            request.target.hasPrefix("/desktop/sso/token") ? Self.dripping : [.response(404)]
        }
        let failure = try await failure(
            at: "\(Self.finesse):8445",
            overrides: ["\(Self.finesse):8445:127.0.0.1:\(server.port)"],
            trusting: authority.certificate,
            options: SignInOptions(mode: .singleSignOn, pagesDeadline: .seconds(2))
        )
        await server.stop()
        expectWhole(
            failure,
            label: "agent-timed-out",
            host: "\(Self.finesse):8445",
            step: "walking through the sign-in pages",
            nextAction: "allow more time"
        )
    }

    @Test("tells an answer that is cut apart")
    func cut() async throws {
        let steps: [ServerStep] = [
            .text("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: 1000\r\n\r\n<SystemInfo>"),
            .close,
        ]
        try await withServer(for: Self.finesse, steps: steps) { port, authority in
            let failure = try await failure(
                at: "\(Self.finesse):8445",
                overrides: ["\(Self.finesse):8445:127.0.0.1:\(port)"],
                trusting: authority
            )
            expectWhole(
                failure,
                label: "finesse-transport/truncated",
                host: "\(Self.finesse):8445",
                step: "reading SystemInfo",
                nextAction: "Try again"
            )
        }
    }

    @Test("tells a page in place of the interface apart")
    func page() async throws {
        let steps = [ServerStep.response(fields: ["Content-Type: text/html"], text: "<!DOCTYPE html><title>Hi</title>")]
        try await withServer(for: Self.finesse, steps: steps) { port, authority in
            let failure = try await failure(
                at: "\(Self.finesse):8445",
                overrides: ["\(Self.finesse):8445:127.0.0.1:\(port)"],
                trusting: authority
            )
            expectWhole(
                failure,
                label: "finesse-unreadable-answer",
                host: "\(Self.finesse):8445",
                step: "reading SystemInfo",
                nextAction: "Check that the address is a Finesse node"
            )
        }
    }

    // MARK: Parts

    private static let dripping: [ServerStep] = [
        .text("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n<html>"),
        .drip(UInt8(ascii: " "), everyMilliseconds: 20),
    ]

    /// Signs in at an address where no sandbox is.
    private func failure(
        at address: String,
        overrides: [String],
        trusting authority: String? = nil,
        options: SignInOptions = SignInOptions()
    ) async throws -> SignInFailure {
        var configuration = CurlConfiguration()
        configuration.trustsSystemRoots = false
        configuration.trustedCertificates = authority.map { [$0] } ?? []
        configuration.addressOverrides = try overrides.map { text throws in try AddressOverride(text) }
        let transport = try CurlHTTPTransport(configuration)
        let signOn = SingleSignOn(
            transport: transport,
            address: try ServerAddress(parsing: address),
            options: options
        )
        let agent = WebAgent(
            transport: transport,
            pageHosts: InProcessPageHosts(),
            configuration: WebAgentConfiguration(for: options)
        )
        let outcome: SignInOutcome
        do throws(SSOError) {
            outcome = try await signOn.signIn("sjefferson", credentials: nil, agent: agent)
        } catch {
            await agent.close()
            return SignInFailure(error)
        }
        await agent.close()
        return try #require(SignInFailure(outcome))
    }

    /// Runs a raw server with a good certificate for a name.
    private func withServer(
        for host: String,
        steps: [ServerStep],
        _ body: (UInt16, String) async throws -> Void
    ) async throws {
        let authority = try TestAuthority()
        let certificate = try authority.server(names: [host])
        let server = try await LoopbackServer.start(tls: ServerTLS(certificate)) { _, _ in steps }
        do {
            try await body(server.port, authority.certificate)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    /// Leads a host of the sandbox to another port on loopback.
    private static func redirect(_ host: String, to port: UInt16, in configuration: inout CurlConfiguration) {
        for index in configuration.addressOverrides.indices where configuration.addressOverrides[index].host == host {
            configuration.addressOverrides[index].targetHost = "127.0.0.1"
            configuration.addressOverrides[index].targetPort = port
        }
    }
}

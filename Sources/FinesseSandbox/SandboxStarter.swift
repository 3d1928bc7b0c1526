internal import Crypto
internal import CryptoExtras
internal import Synchronization

/// What a started sandbox consists of.
struct SandboxParts: Sendable {
    var configuration: SandboxConfiguration
    var world: SandboxWorld
    var services: SandboxServices
    var journal: SandboxJournal
    var origins: SandboxOrigins
    var certificateAuthorityPEM: String
    var connectTo: [SandboxAddressOverride]
    var tokenPublicKeyPEM: String
    var serviceProviderMetadata: [UInt8]
    var identityProviderMetadata: [UInt8]
    var servers: [OriginServer]
}

/// Starts a sandbox: keys, then servers, then the services, which need to know the ports.
struct SandboxStarter: Sendable {
    let configuration: SandboxConfiguration
    let clock: SandboxClock
    var random = SandboxRandom.system

    /// Starts it.
    func start() async throws(SandboxError) -> SandboxParts {
        try configuration.validate()
        let keys = try await KeyRing.keys(for: configuration)
        let authority = try CertificateMaker()
        let door = Door()
        let servers = try await listen(authority, door)
        do {
            return try await open(door, keys, authority, servers)
        } catch {
            for server in servers.all { await server.stop() }
            throw error
        }
    }

    /// Puts the services together without any server.
    func assemble() async throws(SandboxError) -> SandboxParts {
        try configuration.validate()
        let keys = try await KeyRing.keys(for: configuration)
        return try await open(Door(), keys, try CertificateMaker(), Servers())
    }

    // MARK: Servers

    /// The listening servers; none when a sandbox is put together without them.
    private struct Servers {
        var secure: [SandboxParty: OriginServer] = [:]
        var plain: OriginServer?

        var all: [OriginServer] { Array(secure.values) + (plain.map { [$0] } ?? []) }
    }

    private func listen(_ authority: CertificateMaker, _ door: Door) async throws(SandboxError) -> Servers {
        var servers = Servers()
        do {
            for party in SandboxParty.allCases {
                guard let node = configuration.nodes(of: party).first.map(place) else { continue }
                let certificate = try authority.certificate(
                    for: configuration.host(of: party),
                    fault: node.certificate
                )
                servers.secure[party] = try await OriginServer.start(
                    party,
                    at: node,
                    certificate: certificate,
                    clock: clock,
                    offset: configuration.clockOffset(of: party),
                    handler: door.answer
                )
            }
            if configuration.hasPlainHop, let node = configuration.finesseNodes.first {
                let plain = SandboxNode(host: node.host, address: place(node).address)
                servers.plain = try await OriginServer.start(
                    .finesse,
                    at: plain,
                    certificate: nil,
                    clock: clock,
                    offset: configuration.clockOffset(of: .finesse),
                    handler: door.answer
                )
            }
        } catch {
            for server in servers.all { await server.stop() }
            throw error
        }
        return servers
    }

    /// Linux has the whole of 127/8; elsewhere there is one loopback address and the ports tell the servers apart.
    private func place(_ node: SandboxNode) -> SandboxNode {
        #if os(Linux)
        return node
        #else
        var node = node
        node.address = "127.0.0.1"
        return node
        #endif
    }

    private func open(
        _ door: Door,
        _ keys: SandboxKeys,
        _ authority: CertificateMaker,
        _ servers: Servers
    ) async throws(SandboxError) -> SandboxParts {
        let origins = origins(of: servers)
        let world = SandboxWorld(configuration, clock: clock, random: random)
        let journal = SandboxJournal()
        let saml = try SAMLParts(configuration: configuration, origins: origins, keys: keys)
        await world.setIdentityProvider(saml.trusted)
        let tokenKey = try keys.key(.token)
        let services = SandboxServices(
            world: world,
            journal: journal,
            origins: origins,
            saml: saml,
            mint: TokenMint(
                key: tokenKey,
                issuer: origins.host(.identityService),
                clientID: configuration.identityService.clientID,
                settings: configuration.tokens,
                random: random
            ),
            tokenCertificatePEM: try CertificateMaker.signingCertificatePEM(
                for: tokenKey,
                name: origins.host(.identityService)
            )
        )
        door.open(services)
        return SandboxParts(
            configuration: configuration,
            world: world,
            services: services,
            journal: journal,
            origins: origins,
            certificateAuthorityPEM: authority.certificatePEM,
            connectTo: overrides(origins, servers),
            tokenPublicKeyPEM: tokenKey.publicKey.pemRepresentation,
            serviceProviderMetadata: saml.serviceProviderMetadata,
            identityProviderMetadata: saml.identityProviderMetadata,
            servers: servers.all
        )
    }

    private func origins(of servers: Servers) -> SandboxOrigins {
        var hosts: [SandboxParty: String] = [:]
        var ports: [SandboxParty: Int] = [:]
        for party in SandboxParty.allCases {
            hosts[party] = configuration.host(of: party)
            ports[party] = configuration.nodes(of: party).first?.advertisedPort ?? servers.secure[party]?.port
        }
        let plainPort = servers.plain?.port ?? (configuration.hasPlainHop ? 80 : nil)
        return SandboxOrigins(hosts: hosts, ports: ports, plainPort: plainPort)
    }

    private func overrides(_ origins: SandboxOrigins, _ servers: Servers) -> [SandboxAddressOverride] {
        var overrides: [SandboxAddressOverride] = []
        for party in SandboxParty.allCases {
            guard let server = servers.secure[party], let node = configuration.nodes(of: party).first else { continue }
            overrides.append(
                SandboxAddressOverride(
                    host: origins.host(party),
                    port: origins.port(party),
                    address: place(node).address,
                    addressPort: server.port
                )
            )
        }
        if let plain = servers.plain, let node = configuration.finesseNodes.first {
            overrides.append(
                SandboxAddressOverride(
                    host: origins.host(.finesse),
                    port: plain.port,
                    address: place(node).address,
                    addressPort: plain.port
                )
            )
        }
        return overrides
    }
}

/// The door of the servers: closed until the services behind it know their ports.
private final class Door: Sendable {
    private let services = Mutex<SandboxServices?>(nil)

    func open(_ services: SandboxServices) {
        self.services.withLock { $0 = services }
    }

    @Sendable
    func answer(_ request: SandboxRequest) async -> SandboxAnswer {
        guard let services = services.withLock({ $0 }) else {
            return .plain("Starting", status: 503)
        }
        return await services.answer(request)
    }
}

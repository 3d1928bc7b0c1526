/// What a started sandbox consists of.
struct SandboxParts: Sendable {
    /// The configuration that it was started with.
    var started: SandboxConfiguration
    var world: SandboxWorld
    var assembly: SandboxAssembly
    var entrance: SandboxEntrance
    var origins: SandboxOrigins
    var certificateAuthorityPEM: String
    var connectTo: [SandboxAddressOverride]
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
        let world = try await world()
        let keys = try await KeyRing.keys(for: configuration)
        let authority = try CertificateMaker()
        let entrance = SandboxEntrance(world)
        let servers = try await listen(authority, entrance)
        do {
            return try await open(entrance, keys, authority, servers)
        } catch {
            for server in servers.all { await server.stop() }
            throw error
        }
    }

    /// Puts the services together without any server.
    func assemble() async throws(SandboxError) -> SandboxParts {
        try configuration.validate()
        let world = try await world()
        let keys = try await KeyRing.keys(for: configuration)
        return try await open(SandboxEntrance(world), keys, try CertificateMaker(), Servers())
    }

    /// The world: a new one, or the one of the state file.
    private func world() async throws(SandboxError) -> SandboxWorld {
        let kept = try configuration.stateFile.map { path throws(SandboxError) in
            try KeptState(path: path, startedWith: configuration, clock: clock)
        }
        let world = SandboxWorld(configuration, clock: clock, random: random, kept: kept)
        await world.armEvents()
        try await world.commit()
        return world
    }

    // MARK: Servers

    /// The listening servers; none when a sandbox is put together without them.
    private struct Servers {
        var secure: [SandboxParty: OriginServer] = [:]
        var plain: OriginServer?

        var all: [OriginServer] { Array(secure.values) + (plain.map { [$0] } ?? []) }
    }

    private func listen(
        _ authority: CertificateMaker,
        _ entrance: SandboxEntrance
    ) async throws(SandboxError) -> Servers {
        let world = entrance.world
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
                    now: { world.now(at: party) },
                    handler: entrance.answer
                )
            }
            if configuration.hasPlainHop, let node = configuration.finesseNodes.first {
                let plain = SandboxNode(host: node.host, address: place(node).address)
                servers.plain = try await OriginServer.start(
                    .finesse,
                    at: plain,
                    certificate: nil,
                    now: { world.now(at: .finesse) },
                    handler: entrance.answer
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
        _ entrance: SandboxEntrance,
        _ keys: SandboxKeys,
        _ authority: CertificateMaker,
        _ servers: Servers
    ) async throws(SandboxError) -> SandboxParts {
        let origins = origins(of: servers)
        let world = entrance.world
        let assembly = try SandboxAssembly(world: world, origins: origins, keys: keys, door: entrance.door)
        try await assembly.open()
        return SandboxParts(
            started: configuration,
            world: world,
            assembly: assembly,
            entrance: entrance,
            origins: origins,
            certificateAuthorityPEM: authority.certificatePEM,
            connectTo: overrides(origins, servers),
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

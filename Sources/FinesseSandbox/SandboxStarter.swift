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
        // The keys are most of a start; the servers begin to listen meanwhile.
        let keys = Task { [configuration] in
            do throws(SandboxError) {
                return Result<SandboxKeys, SandboxError>.success(try await KeyRing.keys(for: configuration))
            } catch {
                return .failure(error)
            }
        }
        let entrance = SandboxEntrance(world)
        do {
            let authority = try CertificateMaker()
            let ports = try await listen(authority, entrance)
            return try await open(entrance, try await keys.value.get(), authority, ports)
        } catch {
            await entrance.nodes.stop()
            throw error
        }
    }

    /// Puts the services together without any server.
    func assemble() async throws(SandboxError) -> SandboxParts {
        try configuration.validate()
        let world = try await world()
        let keys = try await KeyRing.keys(for: configuration)
        return try await open(SandboxEntrance(world), keys, try CertificateMaker(), Ports())
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

    /// Where the nodes listen, node by node; nowhere when a sandbox is put together without servers.
    private struct Ports {
        var secure: [SandboxParty: [SandboxNode]] = [:]
        var plain: [SandboxNode] = []
    }

    private func listen(
        _ authority: CertificateMaker,
        _ entrance: SandboxEntrance
    ) async throws(SandboxError) -> Ports {
        var ports = Ports()
        for party in SandboxParty.allCases {
            for (number, node) in configuration.nodes(of: party).map(place).enumerated() {
                let host = configuration.host(of: party, node: number)
                let certificate = try authority.certificate(for: host, fault: node.certificate)
                ports.secure[party, default: []].append(
                    try await listen(entrance, party, number, at: node, certificate)
                )
                guard party == .finesse, configuration.hasPlainHop else { continue }
                let plain = SandboxNode(host: node.host, address: node.address)
                ports.plain.append(try await listen(entrance, party, number, at: plain, nil))
            }
        }
        return ports
    }

    private func listen(
        _ entrance: SandboxEntrance,
        _ party: SandboxParty,
        _ number: Int,
        at node: SandboxNode,
        _ certificate: ServerCertificate?
    ) async throws(SandboxError) -> SandboxNode {
        let world = entrance.world
        let listener = try await NodeListener(at: node) { node throws(SandboxError) in
            try await OriginServer.start(
                party,
                number,
                at: node,
                certificate: certificate,
                now: { world.now(at: party) },
                handler: entrance.answer
            )
        }
        entrance.nodes.attach(listener, to: configuration.host(of: party, node: number))
        return listener.place
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
        _ ports: Ports
    ) async throws(SandboxError) -> SandboxParts {
        let origins = origins(ports)
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
            connectTo: overrides(origins, ports)
        )
    }

    private func origins(_ ports: Ports) -> SandboxOrigins {
        var places: [SandboxParty: [SandboxOrigins.Place]] = [:]
        for party in SandboxParty.allCases {
            places[party] = configuration.nodes(of: party).enumerated().map { number, node in
                let listening = (ports.secure[party] ?? []).dropFirst(number).first
                return SandboxOrigins.Place(
                    host: configuration.host(of: party, node: number),
                    port: node.advertisedPort ?? listening?.port ?? 443
                )
            }
        }
        let plain = ports.plain.isEmpty ? configuration.finesseNodes.map { _ in 80 } : ports.plain.map(\.port)
        return SandboxOrigins(places: places, plainPorts: configuration.hasPlainHop ? plain : [])
    }

    private func overrides(_ origins: SandboxOrigins, _ ports: Ports) -> [SandboxAddressOverride] {
        func override(_ host: String, _ port: Int, _ place: SandboxNode) -> SandboxAddressOverride {
            SandboxAddressOverride(host: host, port: port, address: place.address, addressPort: place.port)
        }
        let secure = SandboxParty.allCases.flatMap { party in
            zip(origins.all(party), ports.secure[party] ?? []).map { override($0.host, $0.port, $1) }
        }
        return secure + zip(origins.all(.finesse), ports.plain).map { override($0.host, $1.port, $1) }
    }
}

/// A Finesse, a Cisco Identity Service and a SAML identity provider on loopback, over real TLS with real signatures.
///
/// ```swift
/// let sandbox = try await FinesseSandbox.start()
/// // … sign in at sandbox.origins.text(.finesse), trusting sandbox.certificateAuthorityPEM,
/// // with sandbox.connectTo as address overrides …
/// await sandbox.stop()
/// ```
///
/// The names of the servers resolve nowhere: a client reaches them through ``connectTo``. Several sandboxes may run at once.
public final class FinesseSandbox: Sendable {
    /// Its clock.
    public let clock: SandboxClock
    /// Every request it received.
    public let journal: SandboxJournal
    /// What goes wrong for some requests.
    public let faults: SandboxFaults
    /// The nodes, each of which can fail for itself.
    public let nodes: SandboxNodes
    /// Where its servers are, in the names that clients use.
    public let origins: SandboxOrigins
    /// The certificate authority that vouches for its servers, in PEM form.
    public let certificateAuthorityPEM: String
    /// What a client must put in place of each name and port to reach the servers.
    public let connectTo: [SandboxAddressOverride]
    let world: SandboxWorld
    /// The configuration that it was started with.
    let started: SandboxConfiguration
    let assembly: SandboxAssembly
    let door: SandboxDoor
    private let entrance: SandboxEntrance
    let controlListener: ControlListener?

    init(_ parts: SandboxParts, control: ControlListener? = nil) {
        clock = parts.world.clock
        journal = parts.entrance.journal
        faults = parts.entrance.faults
        nodes = parts.entrance.nodes
        origins = parts.origins
        certificateAuthorityPEM = parts.certificateAuthorityPEM
        connectTo = parts.connectTo
        world = parts.world
        started = parts.started
        assembly = parts.assembly
        door = parts.entrance.door
        entrance = parts.entrance
        controlListener = control
    }

    /// Starts a sandbox.
    ///
    /// The first start of a process makes RSA keys, which takes up to a second; later ones share them.
    ///
    /// - Parameters:
    ///   - configuration: What it shall be like.
    ///   - clock: Its clock, and nobody else's: a stop drops its timers.
    ///   - state: A file that keeps what it remembers, in place of the configuration's
    ///     ``SandboxConfiguration/stateFile``; a start with the same file goes on where the last one ended, however it ended.
    /// - Returns: The running sandbox.
    /// - Throws: ``SandboxError``: the configuration or the state file cannot be used, keys or certificates could not be
    ///   made, or a server could not listen.
    public static func start(
        _ configuration: SandboxConfiguration = SandboxConfiguration(),
        clock: SandboxClock = .real(),
        state: String? = nil
    ) async throws(SandboxError) -> FinesseSandbox {
        var configuration = configuration
        if let state { configuration.stateFile = state }
        let parts = try await SandboxStarter(configuration: configuration, clock: clock).start()
        guard configuration.control.isServed else { return FinesseSandbox(parts) }
        let sandbox = FinesseSandbox(parts)
        do {
            // The control has a sandbox of its own, of the same parts: neither keeps the other alive.
            return FinesseSandbox(
                parts,
                control: try await ControlListener.start(sandbox, port: configuration.control.port)
            )
        } catch {
            await sandbox.stop()
            throw error
        }
    }

    /// Puts a sandbox together that listens nowhere and answers through ``answer(_:)`` only.
    package static func withoutServers(
        _ configuration: SandboxConfiguration = SandboxConfiguration(),
        clock: SandboxClock = .virtual()
    ) async throws(SandboxError) -> FinesseSandbox {
        FinesseSandbox(try await SandboxStarter(configuration: configuration, clock: clock).assemble())
    }

    /// Answers a request as the servers would.
    package func answer(_ request: SandboxRequest) async -> SandboxAnswer {
        await entrance.answer(request)
    }

    /// Stops the servers, drops every timer and closes the state file.
    public func stop() async {
        await controlListener?.stop()
        clock.stop()
        faults.stop()
        await nodes.stop()
        await world.endKeeping()
    }

    /// Ends every session at the identity provider and at the identity service: the next sign-in asks for a password.
    public func endProviderSessions() async {
        await world.endProviderSessions()
        // What cannot be written now is written with the next change.
        _ = try? await world.commit()
    }

    /// The state of an agent, in Finesse's words.
    ///
    /// - Parameter name: The login id or login name.
    /// - Returns: The state, or nothing when there is no such user.
    public func agentState(of name: String) async -> String? {
        guard let user = world.directory.user(named: name) else { return nil }
        return await world.agent(user.loginId).state.rawValue
    }
}

extension FinesseSandbox {
    /// Takes a snapshot of everything that the sandbox remembers.
    ///
    /// - Returns: The snapshot, to be put back by ``restore(_:)``.
    /// - Throws: ``SandboxError`` when the configuration has a value that cannot be kept.
    public func snapshot() async throws(SandboxError) -> SandboxSnapshot {
        try await world.snapshot()
    }

    /// Puts a snapshot in place of everything that the sandbox remembers, this one's or another one's.
    ///
    /// Sign-ins that were under way go on, and what was about to happen happens at its instant. A virtual clock is set to
    /// the moment of the snapshot; for a real one time has gone on. Tokens of another sandbox are accepted when both have
    /// the same keys: see ``SandboxConfiguration/keysDirectory``. The journal stays as it is, and so does what is chosen at
    /// the start, such as the nodes.
    ///
    /// - Parameter snapshot: The snapshot.
    /// - Throws: ``SandboxError``: the switches of the snapshot cannot be used here, and nothing is changed; or the state
    ///   file cannot be written.
    public func restore(_ snapshot: SandboxSnapshot) async throws(SandboxError) {
        try await reconfigure { (configuration) throws(SandboxError) in
            configuration = try snapshot.configuration.restored(into: configuration)
        }
        clock.set(to: snapshot.clock)
        await world.replaceState(snapshot.state)
        try await world.commit()
    }

    /// Forgets everything, for the next test.
    ///
    /// That is agents, sessions, tokens, sign-ins under way, faults that were added and the journal's entries.
    ///
    /// The switches are again as they were at the start. The clock and the keys stay.
    ///
    /// - Throws: ``SandboxError``: the configuration of the start can no longer be used, or the state
    ///   file cannot be written.
    public func reset() async throws(SandboxError) {
        let started = started
        try await reconfigure { (configuration) throws(SandboxError) in configuration = started }
        await world.replaceState(WorldState())
        faults.reset()
        journal.removeAll()
        try await world.commit()
    }
}

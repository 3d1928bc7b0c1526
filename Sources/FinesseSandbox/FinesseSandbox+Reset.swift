extension FinesseSandbox {
    /// Forgets everything, for the next test: agents, sessions, tokens, sign-ins under way and the journal's entries.
    ///
    /// The switches are again as they were at the start. The clock and the keys stay.
    ///
    /// - Throws: ``SandboxError``: the configuration of the start can no longer be used.
    public func reset() async throws(SandboxError) {
        let started = started
        // First without faults, so that those of the start begin anew.
        try await reconfigure { $0.faults = [] }
        faults.removeAll()
        try await reconfigure { (configuration) throws(SandboxError) in configuration = started }
        clock.stop()
        await world.removeAll()
        journal.removeAll()
    }
}

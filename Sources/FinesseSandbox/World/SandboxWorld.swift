/// Everything that a sandbox remembers from one request to the next.
///
/// The rules are elsewhere, as functions of their arguments; the world keeps what they decide.
actor SandboxWorld {
    let live: LiveConfiguration
    let clock: SandboxClock
    let random: SandboxRandom

    /// What is remembered.
    var state: WorldState
    /// The agents who are signed in, by their phones: made anew from the state.
    var devices: [String: String] = [:]
    /// The agents who are ready, and since when: made anew from the state.
    var readyAgents: [String: SandboxInstant] = [:]
    /// Those who wait for notifications.
    var notificationWatchers: [Int: AsyncStream<Void>.Continuation] = [:]
    /// The number of the last who waited for notifications.
    var lastWatcher = 0
    /// The number of the last event that was scheduled.
    var lastEvent = 0
    /// How often the state was put in place as a whole: what was set in motion before belongs to another world.
    var generation = 0
    /// The file that it is kept in, if any.
    let kept: KeptState?
    /// How far the writing to it has come.
    var writing = StateWriting()

    init(_ configuration: SandboxConfiguration, clock: SandboxClock, random: SandboxRandom, kept: KeptState? = nil) {
        live = LiveConfiguration(kept?.configuration ?? configuration)
        self.kept = kept
        state = kept?.state ?? WorldState()
        self.clock = clock
        self.random = random
    }

    /// The configuration of this moment: it may be another one at the next request.
    nonisolated var configuration: SandboxConfiguration { RequestConditions.current.applied(to: live.configuration) }

    /// The users of this moment.
    nonisolated var directory: UserDirectory {
        let conditions = RequestConditions.current
        return conditions.accounts.isEmpty
            ? live.directory : UserDirectory(conditions.applied(to: live.configuration))
    }

    /// The identity provider that the identity service trusts at this moment.
    var identityProvider: IdentityProviderDescription? { live.trusted }

    /// What goes wrong at this moment.
    nonisolated var failures: Set<SandboxFailure> {
        live.value { $0.failures }.union(RequestConditions.current.failures)
    }

    /// The time by a server's own clock.
    nonisolated func now(at party: SandboxParty) -> SandboxInstant {
        clock.now.advanced(by: live.value { $0.clockOffset(of: party) })
    }

    /// Whether a failure is switched on.
    nonisolated func fails(_ failure: SandboxFailure) -> Bool {
        live.value { $0.failures.contains(failure) } || RequestConditions.current.failures.contains(failure)
    }

    /// Ends every session at the identity provider and at the identity service.
    func endProviderSessions() {
        state.providerSessions.removeAll()
        state.rememberedUsers.removeAll()
    }

    /// Makes every token void, wherever it is; the identity service remembers nobody, as after its own new start.
    func voidTokens() {
        state.refreshes.removeAll()
        state.opaqueTokens.removeAll()
        state.rememberedUsers.removeAll()
        state.desktopSessions.updateAll { $0.tokens = nil }
    }
}

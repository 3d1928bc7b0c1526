/// Everything that a sandbox remembers from one request to the next.
///
/// The rules are elsewhere, as functions of their arguments; the world keeps what they decide.
actor SandboxWorld {
    let live: LiveConfiguration
    let clock: SandboxClock
    let random: SandboxRandom

    var agents: [String: AgentRecord] = [:]
    var passwordLocks: [String: PasswordLock] = [:]
    var desktopSessions = ExpiringTable<DesktopSession>()
    var pendingSignIns = ExpiringTable<PendingSignIn>()
    var parkedSignIns = ExpiringTable<ParkedSignIn>()
    var codes = ExpiringTable<CodeRecord>()
    var refreshes = ExpiringTable<RefreshRecord>()
    var opaqueTokens = ExpiringTable<SandboxIdentity>()
    var rememberedUsers = ExpiringTable<SandboxIdentity>()
    var providerSessions = ExpiringTable<ProviderSession>()
    var providerContexts = ExpiringTable<ProviderContext>()
    var providerProgress = ExpiringTable<ProviderProgress>()
    var usedCodes: Set<String> = []
    var seenAssertions = SeenAssertions()

    init(_ configuration: SandboxConfiguration, clock: SandboxClock, random: SandboxRandom) {
        live = LiveConfiguration(configuration)
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
    var failures: Set<SandboxFailure> { configuration.failures }

    /// The time by a server's own clock.
    nonisolated func now(at party: SandboxParty) -> SandboxInstant {
        clock.now.advanced(by: configuration.clockOffset(of: party))
    }

    /// Whether a failure is switched on.
    func fails(_ failure: SandboxFailure) -> Bool { failures.contains(failure) }

    /// Ends every session at the identity provider and at the identity service.
    func endProviderSessions() {
        providerSessions.removeAll()
        rememberedUsers.removeAll()
    }

    /// Forgets everything.
    func removeAll() {
        agents.removeAll()
        passwordLocks.removeAll()
        desktopSessions.removeAll()
        pendingSignIns.removeAll()
        parkedSignIns.removeAll()
        codes.removeAll()
        refreshes.removeAll()
        opaqueTokens.removeAll()
        providerContexts.removeAll()
        providerProgress.removeAll()
        usedCodes.removeAll()
        seenAssertions = SeenAssertions()
        endProviderSessions()
    }

    /// Makes every token void, wherever it is; the identity service remembers nobody, as after its own new start.
    func voidTokens() {
        refreshes.removeAll()
        opaqueTokens.removeAll()
        rememberedUsers.removeAll()
        desktopSessions.updateAll { $0.tokens = nil }
    }
}

/// Everything that a sandbox remembers from one request to the next.
///
/// The rules are elsewhere, as functions of their arguments; the world keeps what they decide.
actor SandboxWorld {
    let configuration: SandboxConfiguration
    let clock: SandboxClock
    let random: SandboxRandom
    let directory: UserDirectory

    var failures: Set<SandboxFailure>
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
    var identityProvider: IdentityProviderDescription?

    init(_ configuration: SandboxConfiguration, clock: SandboxClock, random: SandboxRandom) {
        self.configuration = configuration
        self.clock = clock
        self.random = random
        self.directory = UserDirectory(configuration)
        self.failures = configuration.failures
    }

    /// The time by a server's own clock.
    nonisolated func now(at party: SandboxParty) -> SandboxInstant {
        clock.now.advanced(by: configuration.clockOffset(of: party))
    }

    /// Whether a failure is switched on.
    func fails(_ failure: SandboxFailure) -> Bool { failures.contains(failure) }

    /// Switches failures; all others are off.
    func setFailures(_ failures: Set<SandboxFailure>) {
        self.failures = failures
    }

    /// Names the identity provider that the identity service trusts.
    func setIdentityProvider(_ description: IdentityProviderDescription) {
        identityProvider = description
    }

    /// Ends every session at the identity provider and at the identity service.
    func endProviderSessions() {
        providerSessions.removeAll()
        rememberedUsers.removeAll()
    }
}

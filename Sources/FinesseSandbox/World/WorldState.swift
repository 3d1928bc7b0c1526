/// Everything that a sandbox remembers from one request to the next, as data that can be kept and put back.
///
/// Keys that are secrets of a client (the values of session cookies, codes, tokens, relay states) are digests: see
/// ``SecretDigest``.
struct WorldState: Sendable {
    /// The agents' work, by login id.
    var agents = ExpiringTable<AgentRecord>()
    /// Wrong passwords in a row, by login id.
    var passwordLocks = ExpiringTable<PasswordLock>()
    /// The desktop's sessions, by the digest of their id.
    var desktopSessions = ExpiringTable<DesktopSession>()
    /// Sign-ins at the identity provider, by the digest of their relay state.
    var pendingSignIns = ExpiringTable<PendingSignIn>()
    /// Sign-ins that wait for the same-site post, by the digest of their id.
    var parkedSignIns = ExpiringTable<ParkedSignIn>()
    /// Authorization codes, by their digest.
    var codes = ExpiringTable<CodeRecord>()
    /// Issued pairs, by the digest of the refresh token.
    var refreshes = ExpiringTable<RefreshRecord>()
    /// Users of opaque access tokens, by the token's digest.
    var opaqueTokens = ExpiringTable<SandboxIdentity>()
    /// Users that the identity service remembers, by the digest of its session's id.
    var rememberedUsers = ExpiringTable<SandboxIdentity>()
    /// The identity provider's sessions, by the digest of their id.
    var providerSessions = ExpiringTable<ProviderSession>()
    /// Posted SAML requests that wait for the user, by the digest of their id.
    var providerContexts = ExpiringTable<ProviderContext>()
    /// Users between the password and the end, by the digest of their id.
    var providerProgress = ExpiringTable<ProviderProgress>()
    /// Sign-ins under way at the pages of other makes, by the digest of their id.
    var skinVisits = ExpiringTable<SkinVisit>()
    /// What the reverse proxy has counted, by the number of the node behind it.
    var proxyCounts = ExpiringTable<ProxyCount>()
    /// One-time codes that were used, by the digest of user and code.
    var usedCodes = ExpiringTable<PresenceMark>()
    /// Assertions that were accepted.
    var seenAssertions = SeenAssertions()
    /// What was done to reason codes, by number.
    var reasonCodes = CatalogueTable<ReasonCodeRecord>()
    /// What was done to wrap-up reasons, by number.
    var wrapUpReasons = CatalogueTable<SandboxWrapUpReason>()
    /// What was done to phone books, by number; their contacts stand apart.
    var phoneBooks = CatalogueTable<SandboxPhoneBook>()
    /// What was done to contacts, by the numbers of book and contact.
    var contacts = CatalogueTable<SandboxContact>()
    /// What was done to media properties layouts, by number.
    var mediaLayouts = CatalogueTable<SandboxMediaLayout>()
    /// What was done to workflows, by number.
    var workflows = CatalogueTable<SandboxWorkflow>()
    /// What was done to workflow actions, by number.
    var workflowActions = CatalogueTable<SandboxWorkflowAction>()
    /// What was set of the system's settings and of layouts, by the object's name.
    var systemSettings = ExpiringTable<SettingsRecord>()
    /// The messages to teams, by id.
    var teamMessages = ExpiringTable<TeamMessageRecord>()
    /// The last log of each user's client, by login id.
    var clientLogs = ExpiringTable<ClientLogRecord>()
    /// The agents' work in media routing domains, by login id and domain.
    var media = ExpiringTable<MediaRecord>()
    /// The tasks, by id.
    var tasks = ExpiringTable<TaskRecord>()
    /// How many there have been of what is numbered, by the kind's name.
    var counters = ExpiringTable<Int>()
    /// What was assigned to teams, by team and kind: see ``TeamAssignmentKind``.
    var teamAssignments = ExpiringTable<TeamAssignmentRecord>()
    /// The calls, by id.
    var dialogs = ExpiringTable<DialogRecord>()
    /// The simulated callers who wait, by number.
    var callers = ExpiringTable<WaitingCaller>()
    /// What the contact centre counts: one value.
    var centreCounters = ExpiringTable<CentreCounters>()
    /// What was published last, by number.
    var notifications = ExpiringTable<NotificationRecord>()
    /// What happens later, in order: see ``WorldEvent``.
    var events = ExpiringTable<WorldEvent>()

    /// Shows every table to a visitor, under the name by which it is kept.
    mutating func visit<Visitor: WorldStateVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.visit("agents", &agents)
        try visitor.visit("passwordLocks", &passwordLocks)
        try visitor.visit("desktopSessions", &desktopSessions)
        try visitor.visit("pendingSignIns", &pendingSignIns)
        try visitor.visit("parkedSignIns", &parkedSignIns)
        try visitor.visit("codes", &codes)
        try visitor.visit("refreshes", &refreshes)
        try visitor.visit("opaqueTokens", &opaqueTokens)
        try visitor.visit("rememberedUsers", &rememberedUsers)
        try visitor.visit("providerSessions", &providerSessions)
        try visitor.visit("providerContexts", &providerContexts)
        try visitor.visit("providerProgress", &providerProgress)
        try visitor.visit("skinVisits", &skinVisits)
        try visitor.visit("proxyCounts", &proxyCounts)
        try visitor.visit("usedCodes", &usedCodes)
        try visitor.visit("seenAssertions", &seenAssertions.ends)
        try visitor.visit("reasonCodes", &reasonCodes)
        try visitor.visit("wrapUpReasons", &wrapUpReasons)
        try visitor.visit("phoneBooks", &phoneBooks)
        try visitor.visit("contacts", &contacts)
        try visitor.visit("mediaLayouts", &mediaLayouts)
        try visitor.visit("workflows", &workflows)
        try visitor.visit("workflowActions", &workflowActions)
        try visitor.visit("systemSettings", &systemSettings)
        try visitor.visit("teamMessages", &teamMessages)
        try visitor.visit("clientLogs", &clientLogs)
        try visitor.visit("media", &media)
        try visitor.visit("tasks", &tasks)
        try visitor.visit("counters", &counters)
        try visitor.visit("teamAssignments", &teamAssignments)
        try visitor.visit("dialogs", &dialogs)
        try visitor.visit("callers", &callers)
        try visitor.visit("centreCounters", &centreCounters)
        try visitor.visit("notifications", &notifications)
        try visitor.visit("events", &events)
    }
}

/// Looks at every table of a state, or changes it.
protocol WorldStateVisitor {
    /// What goes wrong with a table, if anything.
    associatedtype Failure: Error

    /// Looks at one table.
    mutating func visit<Value>(_ name: String, _ table: inout ExpiringTable<Value>) throws(Failure)
}

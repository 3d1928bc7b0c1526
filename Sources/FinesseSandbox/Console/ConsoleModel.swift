/// What the console shows at one moment: plain values, without a secret among them.
struct ConsoleModel: Hashable, Sendable {
    /// A user as the console shows one.
    struct User: Hashable, Sendable {
        var loginName: String
        var loginId: String
        var name: String
        var state: String
        var phone: String
        var isLocked: Bool
        var hasExpiredPassword: Bool
        var tokens: [Token]
    }

    /// A pair of tokens as the console shows one.
    struct Token: Hashable, Sendable {
        var accessSeconds: Int64
        var refreshSeconds: Int64
        var isRefreshed: Bool
    }

    /// A server.
    struct Node: Hashable, Sendable {
        var host: String
        var party: SandboxParty
        var state: SandboxNodes.State
        /// Where it listens; nothing where the sandbox has no servers.
        var address: String?
    }

    /// A fault.
    struct Fault: Hashable, Sendable {
        var id: Int
        var label: String
        var seen: Int
        var fired: Int
        var isActive: Bool
    }

    /// How many users and calls are shown; a page with all of twelve thousand would help nobody.
    static let limit = 100

    var time: String
    var isVirtual: Bool
    var users: [User]
    /// How many users are not shown.
    var furtherUsers: Int
    var queues: [Queue]
    var calls: [Call]
    /// How many calls are not shown.
    var furtherCalls: Int
    var signIns: [ConsoleSignIn]
    var failures: Set<SandboxFailure>
    var faults: [Fault]
    var nodes: [Node]
    var skin: SandboxIdentityProviderSettings.Skin

    /// Looks at a sandbox.
    static func of(_ sandbox: FinesseSandbox) async -> ConsoleModel {
        let world = sandbox.world
        let now = world.clock.now
        let lives = await world.tokenLives()
        let dialogs = await world.state.dialogs.values(now: now)
        var users: [User] = []
        let all = world.directory.users
        for user in all.prefix(limit) {
            let agent = await world.agent(user.loginId)
            users.append(
                User(
                    loginName: user.loginName,
                    loginId: user.loginId,
                    name: "\(user.firstName) \(user.lastName)",
                    state: agent.state.rawValue,
                    phone: agent.phone,
                    isLocked: user.isLocked,
                    hasExpiredPassword: user.hasExpiredPassword,
                    tokens: (lives[user.loginId] ?? []).map { life in
                        Token(
                            accessSeconds: max(0, now.duration(to: life.accessExpires).wholeSeconds),
                            refreshSeconds: max(0, now.duration(to: life.refreshExpires).wholeSeconds),
                            isRefreshed: life.isRefreshed
                        )
                    }
                )
            )
        }
        return ConsoleModel(
            time: now.timestamp,
            isVirtual: world.clock.isVirtual,
            users: users,
            furtherUsers: all.count - users.count,
            queues: await queues(of: world),
            calls: await calls(dialogs, of: world),
            furtherCalls: max(0, dialogs.count - limit),
            signIns: ConsoleSignIn.last(6, in: sandbox.journal.entries),
            failures: world.configuration.failures,
            faults: sandbox.faults.list.map {
                Fault(id: $0.id, label: $0.fault.label, seen: $0.seen, fired: $0.fired, isActive: $0.isActive)
            },
            nodes: sandbox.nodes.list.map { node in
                let place = sandbox.connectTo.first { $0.host == node.host }
                return Node(
                    host: node.host,
                    party: node.party,
                    state: node.state,
                    address: place.map { "\($0.address):\($0.addressPort)" }
                )
            },
            skin: world.configuration.identityProvider.skin
        )
    }
}

/// A sign-in as the journal tells it: the requests from Finesse's token address to the end.
///
/// The journal does not know which requests belong together, so those of sign-ins at the same time stand in one.
struct ConsoleSignIn: Hashable, Sendable {
    var hops: [JournalEntry]

    /// Whether a token came at the end.
    var isDone: Bool {
        guard let last = hops.last(where: { $0.party == .finesse }) else { return false }
        return last.status == 200 && last.refusal == nil && last.path.hasPrefix("/desktop/sso/")
    }

    /// The first refusal on the way.
    var refusal: SandboxRefusal? { hops.lazy.compactMap(\.refusal).first }

    /// The last sign-ins, the latest first.
    static func last(_ count: Int, in entries: [JournalEntry]) -> [ConsoleSignIn] {
        var found: [ConsoleSignIn] = []
        // Far enough back for the sign-ins that are shown, and no further: a journal may be long.
        for entry in entries.suffix(count * 60) where isHop(entry) {
            if isStart(entry), found.last.map({ $0.hops.isEmpty || !$0.goesOn(with: entry) }) ?? true {
                found.append(ConsoleSignIn(hops: [entry]))
            } else if !found.isEmpty {
                found[found.count - 1].hops.append(entry)
            }
        }
        return found.suffix(count).reversed()
    }

    private static func isHop(_ entry: JournalEntry) -> Bool {
        switch entry.party {
        case .finesse: entry.path.hasPrefix("/desktop/sso/") && entry.route != .refresh
        case .identityService, .identityProvider: !entry.path.hasSuffix(".js")
        }
    }

    private static func isStart(_ entry: JournalEntry) -> Bool {
        entry.route == .token
    }

    /// Whether a request for the token is the last of this sign-in and not the first of another.
    private func goesOn(with entry: JournalEntry) -> Bool {
        hops.last?.path == "/desktop/sso/authcode" && (300..<400).contains(hops.last?.status ?? 0)
    }
}

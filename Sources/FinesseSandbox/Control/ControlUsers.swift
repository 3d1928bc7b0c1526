/// The users, their sessions and their tokens, without any token's text.
enum ControlUsers {
    private static let token = ControlSchema.object([
        "expiresIn": ControlSchema.integer, "refreshExpiresIn": ControlSchema.integer,
        "isRefreshed": ControlSchema.truth,
    ])
    private static let user = ControlSchema.object([
        "loginName": ControlSchema.string, "loginId": ControlSchema.string, "firstName": ControlSchema.string,
        "lastName": ControlSchema.string, "teamId": ControlSchema.string,
        "roles": ControlSchema.array(ControlSchema.string), "usesSSO": ControlSchema.truth,
        "isLocked": ControlSchema.truth, "hasExpiredPassword": ControlSchema.truth, "state": ControlSchema.string,
        "extension": ControlSchema.string,
        "stateChangeTime": ControlSchema.anyOf([ControlSchema.string, ControlSchema.null]),
        "tokens": ControlSchema.array(token),
    ])

    static let routes = [
        ControlRoute(
            method: "GET",
            path: "/control/users",
            summary: "Lists the users with their states and with what is left of their tokens' lives, in seconds.",
            answer: ControlSchema.object(["users": ControlSchema.array(user)])
        ) { call throws(ControlProblem) in
            let world = call.sandbox.world
            let lives = await world.tokenLives()
            var users: [JSONText] = []
            for user in world.directory.users {
                let agent = await world.agent(user.loginId)
                users.append(json(user, agent, lives[user.loginId] ?? [], now: world.clock.now))
            }
            return .json(.object([("users", .array(users))]))
        },
        ControlRoute(
            method: "DELETE",
            path: "/control/sessions",
            summary: "Ends every session at the identity provider and at the identity service; tokens stay."
        ) { call throws(ControlProblem) in
            await call.sandbox.endProviderSessions()
            return .nothing
        },
        ControlRoute(
            method: "POST",
            path: "/control/keys/regenerate",
            summary: "Makes a new token key: every token issued before is void.",
            body: ControlSchema.object([:]),
            answer: ControlSchema.object(["publicKey": ControlSchema.string])
        ) { call throws(ControlProblem) in
            try await call.attempt { () throws(SandboxError) in try await call.sandbox.regenerateTokenKey() }
            return .json(.object([("publicKey", .string(call.sandbox.tokenPublicKeyPEM))]))
        },
    ]

    private static func json(
        _ user: SandboxUser,
        _ agent: AgentRecord,
        _ lives: [TokenLife],
        now: SandboxInstant
    ) -> JSONText {
        let tokens = lives.map { life in
            JSONText.object([
                ("expiresIn", .integer(max(0, now.duration(to: life.accessExpires).wholeSeconds))),
                ("refreshExpiresIn", .integer(max(0, now.duration(to: life.refreshExpires).wholeSeconds))),
                ("isRefreshed", .truth(life.isRefreshed)),
            ])
        }
        return .object([
            ("loginName", .string(user.loginName)), ("loginId", .string(user.loginId)),
            ("firstName", .string(user.firstName)), ("lastName", .string(user.lastName)),
            ("teamId", .string(user.teamId)), ("roles", .array(user.roles.map(JSONText.string))),
            ("usesSSO", .truth(user.usesSSO)), ("isLocked", .truth(user.isLocked)),
            ("hasExpiredPassword", .truth(user.hasExpiredPassword)), ("state", .string(agent.state.rawValue)),
            ("extension", .string(agent.phone)),
            ("stateChangeTime", agent.changedAt.map { .string($0.timestamp) } ?? .null), ("tokens", .array(tokens)),
        ])
    }
}

/// How long a pair of tokens lives.
package struct TokenLife: Hashable, Sendable {
    /// When the access token ends.
    package var accessExpires: SandboxInstant
    /// When the refresh token ends.
    package var refreshExpires: SandboxInstant
    /// Whether the pair was exchanged for another one.
    package var isRefreshed: Bool
}

extension SandboxWorld {
    /// The lives of the pairs that have not ended, by login id, those that end first coming first.
    func tokenLives() -> [String: [TokenLife]] {
        let now = clock.now
        var lives: [String: [TokenLife]] = [:]
        for record in state.refreshes.values(now: now) where record.refreshExpires > now {
            guard let user = directory.user(of: record.identity) else { continue }
            lives[user.loginId, default: []].append(
                TokenLife(
                    accessExpires: record.accessExpires,
                    refreshExpires: record.refreshExpires,
                    isRefreshed: record.isUsed
                )
            )
        }
        return lives.mapValues { $0.sorted { $0.accessExpires < $1.accessExpires } }
    }
}

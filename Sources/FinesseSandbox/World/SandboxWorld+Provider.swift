/// A user's session at the identity provider.
struct ProviderSession: Codable, Sendable {
    var loginName: String
    var signedInAt: SandboxInstant
    /// The session's name in SAML assertions.
    var index: String
}

/// A SAML request that came in a form and waits for the password.
struct ProviderContext: Codable, Sendable {
    var samlRequest: String
    var relayState: String?
}

/// A user whose password was right, and what is still asked.
struct ProviderProgress: Codable, Sendable {
    var loginName: String
    var steps: [ProviderStep]
}

/// What the identity provider asks after the password.
enum ProviderStep: String, Codable, Sendable {
    case oneTimeCode = "OneTimeCode"
    case consent = "Consent"
    case staySignedIn = "StaySignedIn"
}

extension SandboxWorld {
    /// Keeps how far a user has come, and returns its id.
    func keepProgress(_ progress: ProviderProgress) -> String {
        let id = random.hex(32)
        state.providerProgress.set(
            SecretDigest.of(id),
            progress,
            until: clock.now.advanced(by: .seconds(600)),
            now: clock.now
        )
        return id
    }

    /// Takes out how far a user has come: each page is answered once.
    func takeProgress(_ id: String) -> ProviderProgress? {
        state.providerProgress.remove(SecretDigest.of(id), now: clock.now)
    }

    /// Whether a code is right now; a code is right once.
    func accepts(code: String, of loginName: String, secret: String) -> Bool {
        let step = clock.now.seconds / 30
        let right = (-1...1).contains { ProviderCode.code(secret: secret, step: step + $0) == code }
        let key = SecretDigest.of("\(loginName) \(code)")
        guard right, state.usedCodes.value(key, now: clock.now) == nil else { return false }
        // By then it is wrong anyway.
        state.usedCodes.set(key, PresenceMark(), until: clock.now.advanced(by: .seconds(120)), now: clock.now)
        return true
    }

    /// Opens a session at the identity provider and returns its id.
    func openProviderSession(for user: SandboxUser) -> (id: String, session: ProviderSession) {
        let session = ProviderSession(
            loginName: user.loginName,
            signedInAt: clock.now,
            index: "_" + random.hex(32)
        )
        let id = random.hex(48)
        state.providerSessions.set(
            SecretDigest.of(id),
            session,
            until: clock.now.advanced(by: configuration.identityProvider.sessionLifetime),
            now: clock.now
        )
        return (id, session)
    }

    /// The session that a client has at the identity provider, as the switch decides it.
    func providerSession(ids: [String]) -> ProviderSession? {
        switch configuration.identityProvider.session {
        case .kept:
            ids.lazy.compactMap { self.state.providerSessions.value(SecretDigest.of($0), now: self.clock.now) }.first
        case .forgotten:
            nil
        case .otherUser(let name):
            ProviderSession(loginName: name, signedInAt: clock.now, index: "_" + random.hex(32))
        }
    }

    /// Keeps a posted SAML request while the user types, and returns its id.
    func keepContext(_ context: ProviderContext) -> String {
        let id = random.hex(32)
        state.providerContexts.set(
            SecretDigest.of(id),
            context,
            until: clock.now.advanced(by: .seconds(1800)),
            now: clock.now
        )
        return id
    }

    /// A kept SAML request.
    func context(_ id: String) -> ProviderContext? { state.providerContexts.value(SecretDigest.of(id), now: clock.now) }
}

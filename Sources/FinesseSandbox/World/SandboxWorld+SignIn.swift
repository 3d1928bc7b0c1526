/// A sign-in that waits for the identity provider's answer.
struct PendingSignIn: Codable, Sendable {
    /// The SAML request's id, which the answer must name.
    var requestID: String
    /// Where the client goes afterwards.
    var redirectURI: String
    /// What the client asked to have back.
    var state: String?
}

/// A sign-in whose answer was accepted and that waits for the same-site post.
struct ParkedSignIn: Codable, Sendable {
    var pending: PendingSignIn
    var identity: SandboxIdentity
}

/// An authorization code.
struct CodeRecord: Codable, Sendable {
    var identity: SandboxIdentity
    var redirectURI: String
    /// Whether the client came by the relay page, so that another site started the request to Finesse.
    var cameByRelayPage: Bool
}

extension SandboxWorld {
    /// How long a client may take at the identity provider.
    private var signInLifetime: Duration { .seconds(1800) }

    /// Remembers a sign-in and returns its relay state.
    func openSignIn(_ pending: PendingSignIn) -> String {
        let relayState = random.hex(32)
        state.pendingSignIns.set(
            SecretDigest.of(relayState),
            pending,
            until: clock.now.advanced(by: signInLifetime),
            now: clock.now
        )
        return relayState
    }

    /// The waiting sign-in with a relay state.
    func pendingSignIn(relayState: String) -> PendingSignIn? {
        state.pendingSignIns.value(SecretDigest.of(relayState), now: clock.now)
    }

    /// Ends the waiting and parks the result; returns the id that the relay page posts, or nothing when it no longer waits.
    func park(relayState: String, identity: SandboxIdentity) -> String? {
        guard let pending = state.pendingSignIns.remove(SecretDigest.of(relayState), now: clock.now) else { return nil }
        let id = random.hex(32)
        state.parkedSignIns.set(
            SecretDigest.of(id),
            ParkedSignIn(pending: pending, identity: identity),
            until: clock.now.advanced(by: .seconds(300)),
            now: clock.now
        )
        return id
    }

    /// Takes a parked result, once.
    func takeParked(_ id: String) -> ParkedSignIn? {
        state.parkedSignIns.remove(SecretDigest.of(id), now: clock.now)
    }

    /// Judges a SAML response and remembers its assertion against replay.
    func validate(
        _ response: String,
        for pending: PendingSignIn,
        with validator: ResponseValidator
    ) -> ResponseVerdict {
        validator.validate(
            samlResponse: response,
            pendingRequestIDs: [pending.requestID],
            seen: &state.seenAssertions,
            now: now(at: .identityService)
        )
    }

    /// Makes an authorization code.
    func makeCode(_ record: CodeRecord) -> String {
        let code = random.hex(40)
        state.codes.set(
            SecretDigest.of(code),
            record,
            until: clock.now.advanced(by: configuration.tokens.codeLifetime),
            now: clock.now
        )
        return code
    }

    /// What a code stands for; the code stays usable.
    func peekCode(_ code: String) -> CodeRecord? { state.codes.value(SecretDigest.of(code), now: clock.now) }

    /// Uses an authorization code, once and before its end.
    func redeem(_ code: String, redirectURI: String) -> SandboxIdentity? {
        guard let record = state.codes.remove(SecretDigest.of(code), now: clock.now), record.redirectURI == redirectURI
        else { return nil }
        return record.identity
    }

    /// Remembers a user at the identity service and returns the session's id.
    func remember(_ identity: SandboxIdentity, as id: String) {
        state.rememberedUsers.set(
            SecretDigest.of(id),
            identity,
            until: clock.now.advanced(by: configuration.tokens.refreshLifetime),
            now: clock.now
        )
    }

    /// The user that the identity service remembers under one of some ids.
    func rememberedUser(ids: [String]) -> SandboxIdentity? {
        ids.lazy.compactMap { self.state.rememberedUsers.value(SecretDigest.of($0), now: self.clock.now) }.first
    }
}

/// A session of Finesse's desktop: one client on its way to a token.
struct DesktopSession: Codable, Sendable {
    /// The user asked for; empty for the test page.
    var userName: String
    /// Whether the answer carries the user's data.
    var returnsUser: Bool
    /// Whether the answer carries the refresh token.
    var returnsRefreshToken: Bool
    /// Whether the chain was started by `/desktop/sso/test`.
    var isTest: Bool
    /// The `state` of the authorization request.
    var state: String
    /// What comes back from the stop without TLS.
    var plainHop: String?
    /// The tokens, once they are there.
    var tokens: TokenPair?
}

extension SandboxWorld {
    /// How long a desktop session lasts.
    private var desktopSessionLifetime: Duration { .seconds(1800) }

    /// Opens a desktop session and returns its id.
    func openDesktopSession(_ session: DesktopSession) -> String {
        let id = random.hex(32)
        state.desktopSessions.set(
            SecretDigest.of(id),
            session,
            until: clock.now.advanced(by: desktopSessionLifetime),
            now: clock.now
        )
        return id
    }

    /// The first of some ids that is an open session.
    func desktopSession(ids: [String]) -> (id: String, session: DesktopSession)? {
        for id in ids {
            if let session = state.desktopSessions.value(SecretDigest.of(id), now: clock.now) { return (id, session) }
        }
        return nil
    }

    /// Changes a desktop session.
    func updateDesktopSession(_ id: String, _ change: @Sendable (inout DesktopSession) -> Void) {
        state.desktopSessions.update(SecretDigest.of(id), change)
    }

    /// Makes a value for `state`: base64 of something random.
    func makeState() -> String { TextEncodings.base64(random.bytes(18)) }
}

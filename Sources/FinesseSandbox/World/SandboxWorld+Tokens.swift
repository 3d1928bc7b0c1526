/// A refresh token and the access token that it belongs to.
struct RefreshRecord: Codable, Sendable {
    var identity: SandboxIdentity
    /// The digest of the access token issued with it.
    var accessDigest: String
    var accessExpires: SandboxInstant
    var refreshExpires: SandboxInstant
    /// Whether the pair was refreshed already.
    var isUsed: Bool
}

/// Why a refresh is refused.
enum RefreshRefusal: Hashable, Sendable {
    /// The tokens are unknown, do not belong together or were used already.
    case pairInvalid
    /// One of the two has expired.
    case expired
    /// The tokens are another user's.
    case wrongUser
}

extension SandboxWorld {
    /// Remembers an issued pair.
    func record(_ pair: TokenPair) {
        let now = clock.now
        let access = SecretDigest.of(pair.access)
        state.refreshes.set(
            SecretDigest.of(pair.refresh),
            RefreshRecord(
                identity: pair.identity,
                accessDigest: access,
                accessExpires: pair.accessExpires,
                refreshExpires: pair.refreshExpires,
                isUsed: false
            ),
            // Remembered beyond its end, so that "expired" can be told from "never issued".
            until: pair.refreshExpires.advanced(by: .seconds(86_400)),
            now: now
        )
        if configuration.tokens.form == .opaque {
            state.opaqueTokens.set(access, pair.identity, until: pair.accessExpires, now: now)
        }
    }

    /// The identity behind an opaque access token that is still valid.
    func identity(ofOpaque token: String) -> SandboxIdentity? {
        state.opaqueTokens.value(SecretDigest.of(token), now: clock.now)
    }

    /// Checks a refresh and marks the pair as used.
    ///
    /// - Parameters:
    ///   - access: The access token of the request.
    ///   - refresh: The refresh token of the request.
    ///   - userName: The `cc_username` of the request.
    /// - Returns: What is known about the pair, or why the refresh is refused.
    func claimRefresh(
        access: String,
        refresh: String,
        userName: String
    ) -> Result<RefreshRecord, RefreshRefusal> {
        let key = SecretDigest.of(refresh)
        guard let record = state.refreshes.rememberedValue(key), record.accessDigest == SecretDigest.of(access),
            !(record.isUsed && configuration.desktop.refreshInvalidatesOldPair)
        else { return .failure(.pairInvalid) }
        guard names(userName, record.identity) else { return .failure(.wrongUser) }
        guard record.accessExpires > clock.now, record.refreshExpires > clock.now else { return .failure(.expired) }
        state.refreshes.update(key) { $0.isUsed = true }
        return .success(record)
    }

    /// Whether a name given as `cc_username` means the user of an identity.
    private func names(_ name: String, _ identity: SandboxIdentity) -> Bool {
        let name = name.lowercased()
        if [identity.userID.lowercased(), identity.principal.lowercased()].contains(name) { return true }
        guard let user = directory.user(of: identity) else { return false }
        return [user.loginName.lowercased(), user.loginId.lowercased()].contains(name)
    }
}

extension RefreshRefusal: Error {}

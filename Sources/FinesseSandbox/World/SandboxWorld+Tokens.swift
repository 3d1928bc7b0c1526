internal import Crypto

/// A refresh token and the access token that it belongs to.
struct RefreshRecord: Sendable {
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
        let access = Self.digest(pair.access)
        refreshes.set(
            Self.digest(pair.refresh),
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
            opaqueTokens.set(access, pair.identity, until: pair.accessExpires, now: now)
        }
    }

    /// The identity behind an opaque access token that is still valid.
    func identity(ofOpaque token: String) -> SandboxIdentity? {
        opaqueTokens.value(Self.digest(token), now: clock.now)
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
        let key = Self.digest(refresh)
        guard let (record, _) = refreshes.rememberedValue(key), record.accessDigest == Self.digest(access),
            !(record.isUsed && configuration.desktop.refreshInvalidatesOldPair)
        else { return .failure(.pairInvalid) }
        guard names(userName, record.identity) else { return .failure(.wrongUser) }
        guard record.accessExpires > clock.now, record.refreshExpires > clock.now else { return .failure(.expired) }
        refreshes.update(key) { $0.isUsed = true }
        return .success(record)
    }

    /// Whether a name given as `cc_username` means the user of an identity.
    private func names(_ name: String, _ identity: SandboxIdentity) -> Bool {
        let name = name.lowercased()
        if [identity.userID.lowercased(), identity.principal.lowercased()].contains(name) { return true }
        guard let user = directory.user(of: identity) else { return false }
        return [user.loginName.lowercased(), user.loginId.lowercased()].contains(name)
    }

    private static func digest(_ token: String) -> String {
        TextEncodings.base64URL(Array(SHA256.hash(data: Array(token.utf8))))
    }
}

extension RefreshRefusal: Error {}

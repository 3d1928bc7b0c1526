internal import Crypto
internal import Synchronization

/// What became of access tokens whose signature was checked: an agent shows the same one with every call.
///
/// A token is remembered by its digest. It belongs to one key: who makes a new key begins with nothing remembered. Of two
/// halves the older one goes when the newer is full, so that it does not grow with what clients present.
final class VerifiedTokens: Sendable {
    /// What a valid signature vouches for.
    struct Claims: Hashable, Sendable {
        var identity: SandboxIdentity
        /// Seconds since 1970.
        var expires: Int64
    }

    private struct State {
        var newer: [SHA256Digest: Claims] = [:]
        var older: [SHA256Digest: Claims] = [:]
    }

    private let state = Mutex(State())
    /// How many are in a half.
    private let limit: Int

    init(limit: Int = 8192) {
        self.limit = limit
    }

    /// The claims of a token that was checked before, or what checking it says now.
    ///
    /// - Parameters:
    ///   - token: The token.
    ///   - check: Checks its signature; nothing when that is wrong, which is not remembered.
    /// - Returns: The claims; whether their time has passed is for the caller to see.
    func claims(of token: String, orElse check: () -> Claims?) -> Claims? {
        let digest = SHA256.hash(data: Array(token.utf8))
        if let known = state.withLock({ $0.newer[digest] ?? $0.older[digest] }) { return known }
        guard let claims = check() else { return nil }
        state.withLock { state in
            if state.newer.count >= limit { (state.older, state.newer) = (state.newer, [:]) }
            state.newer[digest] = claims
        }
        return claims
    }
}

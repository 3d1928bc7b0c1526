import Finesse

/// Stands before each sign-in with a password: what was refused is not sent again.
public struct PasswordGuard: Sendable {
    private let memory = MemoryRefusedPasswords()
    private let kept: (any RefusedPasswords)?
    private let notify: @Sendable (TokenStoreError) -> Void

    /// Makes a guard.
    ///
    /// - Parameters:
    ///   - kept: Remembers over the end of the program; nil for a guard that forgets with it.
    ///   - notify: Told when something could not be remembered or forgotten there; the program itself remembers all the
    ///     same.
    public init(
        keeping kept: (any RefusedPasswords)? = nil,
        notify: @escaping @Sendable (TokenStoreError) -> Void = { _ in }
    ) {
        self.kept = kept
        self.notify = notify
    }

    /// Finds where a password was refused lately.
    ///
    /// - Parameters:
    ///   - credentials: The user and the password.
    ///   - now: The time.
    /// - Returns: The latest refusal of each place, by its host and port.
    /// - Throws: ``TokenStoreError`` when that cannot be found out.
    public func refusals(
        of credentials: SignInCredentials,
        at now: WallTime
    ) async throws(TokenStoreError) -> [String: WallTime] {
        let all =
            try await memory.refusals(of: credentials, at: now)
            + (try await kept?.refusals(of: credentials, at: now) ?? [])
        return Dictionary(all.map { ($0.host, $0.date) }) { max($0, $1) }
    }

    /// Remembers that a password was refused.
    ///
    /// - Parameters:
    ///   - credentials: The user and the password.
    ///   - host: Host and port of who refused it.
    ///   - now: The time.
    public func remember(_ credentials: SignInCredentials, refusedAt host: String, at now: WallTime) async {
        do throws(TokenStoreError) {
            try await memory.remember(credentials, refusedAt: host, at: now)
            try await kept?.remember(credentials, refusedAt: host, at: now)
        } catch {
            notify(error)
        }
    }

    /// Forgets every refused password of a user: after a sign-in, or because a person says so.
    ///
    /// - Parameter userName: The user as typed at the identity provider.
    public func forget(_ userName: String) async {
        do throws(TokenStoreError) {
            try await memory.forget(userName)
            try await kept?.forget(userName)
        } catch {
            notify(error)
        }
    }
}

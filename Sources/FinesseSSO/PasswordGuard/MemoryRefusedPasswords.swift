import Cryptography
import Synchronization

/// Remembers refused passwords until the program ends, as codes under a key that nobody else has.
public final class MemoryRefusedPasswords: RefusedPasswords {
    private struct Entry {
        var userName: String
        var refusal: RefusedPassword
        var code: [UInt8]
    }

    private let key = randomBytes(32)
    private let entries = Mutex<[Entry]>([])

    /// Makes an empty memory.
    public init() {}

    /// Finds where this password of this user was refused lately.
    ///
    /// - Parameters:
    ///   - credentials: The user and the password.
    ///   - now: The time.
    /// - Returns: The refusals.
    /// - Throws: Never.
    public func refusals(
        of credentials: SignInCredentials,
        at now: WallTime
    ) async throws(TokenStoreError) -> [RefusedPassword] {
        entries.withLock { entries in
            entries.filter { entry in
                entry.refusal.counts(at: now)
                    && isEqualInConstantTime(entry.code, code(credentials, entry.refusal.host))
            }.map(\.refusal)
        }
    }

    /// Remembers that a password was refused.
    ///
    /// - Parameters:
    ///   - credentials: The user and the password.
    ///   - host: Host and port of who refused it.
    ///   - now: The time.
    /// - Throws: Never.
    public func remember(
        _ credentials: SignInCredentials,
        refusedAt host: String,
        at now: WallTime
    ) async throws(TokenStoreError) {
        let entry = Entry(
            userName: credentials.userName.lowercased(),
            refusal: RefusedPassword(host: host, date: now),
            code: code(credentials, host)
        )
        entries.withLock { entries in
            entries.removeAll { $0.code == entry.code || !$0.refusal.counts(at: now) }
            entries.append(entry)
        }
    }

    /// Forgets every refused password of a user.
    ///
    /// - Parameter userName: The user.
    /// - Throws: Never.
    public func forget(_ userName: String) async throws(TokenStoreError) {
        entries.withLock { $0.removeAll { $0.userName == userName.lowercased() } }
    }

    private func code(_ credentials: SignInCredentials, _ host: String) -> [UInt8] {
        hmac(.sha256, key: key, message: RefusedSecret(credentials, at: host).bytes)
    }
}

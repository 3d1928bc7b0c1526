import FinesseTypes

/// Remembers which passwords were refused, so that none is sent a second time: repeated failures lock accounts.
///
/// A refusal is forgotten after ``RefusedPassword/life``, and when the user has signed in. What is kept never allows the
/// password to be read, and is compared in constant time.
public protocol RefusedPasswords: Sendable {
    /// Finds where this password of this user was refused lately.
    ///
    /// - Parameters:
    ///   - credentials: The user as typed at the identity provider, and the password.
    ///   - now: The time.
    /// - Returns: The refusals, at most one for each place; none when the password may be tried everywhere.
    /// - Throws: ``TokenStoreError``.
    func refusals(
        of credentials: SignInCredentials,
        at now: WallTime
    ) async throws(TokenStoreError) -> [RefusedPassword]

    /// Remembers that a password was refused.
    ///
    /// - Parameters:
    ///   - credentials: The user and the password.
    ///   - host: Host and port of who refused it.
    ///   - now: The time.
    /// - Throws: ``TokenStoreError``.
    func remember(
        _ credentials: SignInCredentials,
        refusedAt host: String,
        at now: WallTime
    ) async throws(TokenStoreError)

    /// Forgets every refused password of a user.
    ///
    /// - Parameter userName: The user as typed at the identity provider.
    /// - Throws: ``TokenStoreError``.
    func forget(_ userName: String) async throws(TokenStoreError)
}

/// That a password was refused somewhere; the password itself is not in it.
public struct RefusedPassword: Hashable, Sendable {
    /// Host and port of who refused it.
    public var host: String
    /// When.
    public var date: WallTime

    /// How long a refusal is remembered.
    public static let life = Duration.seconds(24 * 3600)

    /// Makes a refusal from its parts.
    ///
    /// - Parameters:
    ///   - host: Host and port of who refused it.
    ///   - date: When.
    public init(host: String, date: WallTime) {
        self.host = host
        self.date = date
    }

    /// Whether it still counts; a clock that was set back does not make it count for longer.
    func counts(at now: WallTime) -> Bool {
        let age = now.since(date)
        return age < Self.life && age > .zero - Self.life
    }
}

/// What is made of a password before it is remembered: the user's name counts without regard to its case.
struct RefusedSecret {
    let bytes: [UInt8]

    init(_ credentials: SignInCredentials, at host: String) {
        // Each part with its length before it, so that no two triples give the same bytes.
        bytes = [host.lowercased(), credentials.userName.lowercased(), credentials.password.reveal()]
            .flatMap { part in Array("\(part.utf8.count):".utf8) + Array(part.utf8) }
    }
}

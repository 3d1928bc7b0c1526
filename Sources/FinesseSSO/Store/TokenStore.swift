public import FinesseTypes
public import HTTPTransport

/// Keeps the tokens and session cookies of signed-in users, one record for each server and user.
///
/// An implementation returns from ``save(_:)`` only when the record would survive a loss of power.
public protocol TokenStore: Sendable {
    /// Reads a record.
    ///
    /// - Parameter key: Server and user.
    /// - Returns: The record; nil when there is none.
    /// - Throws: ``TokenStoreError``.
    func session(for key: SessionKey) async throws(TokenStoreError) -> StoredSession?

    /// Writes a record in place of the one there may be.
    ///
    /// - Parameter session: The record.
    /// - Throws: ``TokenStoreError``; the record that was there is then still there.
    func save(_ session: StoredSession) async throws(TokenStoreError)

    /// Removes a record; one that is not there is no error.
    ///
    /// - Parameter key: Server and user.
    /// - Throws: ``TokenStoreError``.
    func remove(_ key: SessionKey) async throws(TokenStoreError)

    /// Lists the records there are.
    ///
    /// - Returns: Their keys, in order of server and user.
    /// - Throws: ``TokenStoreError``.
    func keys() async throws(TokenStoreError) -> [SessionKey]
}

/// Whose record: a Finesse node and a user as asked for, without regard to the case of the name.
public struct SessionKey: Hashable, Sendable {
    /// The Finesse node.
    public let server: HTTPOrigin
    /// The user, in lower case.
    public let user: UserName

    /// Makes a key.
    ///
    /// - Parameters:
    ///   - server: The Finesse node.
    ///   - user: The user as asked for.
    public init(server: HTTPOrigin, user: UserName) {
        self.server = server
        self.user = UserName(user.rawValue.lowercased())
    }
}

extension SessionKey: Comparable, CustomStringConvertible {
    /// Orders keys by server, then by user.
    ///
    /// - Parameters:
    ///   - left: One key.
    ///   - right: Another key.
    /// - Returns: True when `left` comes first.
    public static func < (left: SessionKey, right: SessionKey) -> Bool {
        (left.server.description, left.user.rawValue) < (right.server.description, right.user.rawValue)
    }

    /// User and server.
    public var description: String { "\(user) at \(server)" }
}

/// One record.
public struct StoredSession: Hashable, Sendable {
    /// Whose it is.
    public var key: SessionKey
    /// The identifier that later calls take, once it is known.
    public var loginID: LoginID?
    /// The tokens, if there are any.
    public var tokens: TokenSet?
    /// The cookies of the sessions at Finesse, the identity service and the identity provider.
    public var records: [SessionRecord]

    /// Makes a record from its parts.
    ///
    /// - Parameters:
    ///   - key: Whose it is.
    ///   - loginID: The identifier that later calls take.
    ///   - tokens: The tokens.
    ///   - records: The cookies of the sessions.
    public init(key: SessionKey, loginID: LoginID? = nil, tokens: TokenSet? = nil, records: [SessionRecord] = []) {
        self.key = key
        self.loginID = loginID
        self.tokens = tokens
        self.records = records
    }
}

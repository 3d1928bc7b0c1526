import Synchronization

/// A store that forgets everything when the program ends.
public final class MemoryTokenStore: TokenStore {
    private let sessions = Mutex<[SessionKey: StoredSession]>([:])

    /// Makes an empty store.
    public init() {}

    /// Reads a record.
    ///
    /// - Parameter key: Server and user.
    /// - Returns: The record; nil when there is none.
    /// - Throws: Never.
    public func session(for key: SessionKey) async throws(TokenStoreError) -> StoredSession? {
        sessions.withLock { $0[key] }
    }

    /// Keeps a record.
    ///
    /// - Parameter session: The record.
    /// - Throws: Never.
    public func save(_ session: StoredSession) async throws(TokenStoreError) {
        sessions.withLock { $0[session.key] = session }
    }

    /// Forgets a record.
    ///
    /// - Parameter key: Server and user.
    /// - Throws: Never.
    public func remove(_ key: SessionKey) async throws(TokenStoreError) {
        _ = sessions.withLock { $0.removeValue(forKey: key) }
    }

    /// Lists the records there are.
    ///
    /// - Returns: Their keys, in order of server and user.
    /// - Throws: Never.
    public func keys() async throws(TokenStoreError) -> [SessionKey] {
        sessions.withLock { $0.keys.sorted() }
    }
}

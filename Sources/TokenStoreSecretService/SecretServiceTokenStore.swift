#if os(Linux)

public import FinesseSSO

/// A store in the keyring of a desktop: gnome-keyring, KWallet, KeePassXC, or whatever else is the Secret Service there.
///
/// A record is one item of the default keyring, found by server and user. The keyring encrypts it under the person's
/// password, and itself sees to it that it survives a loss of power. Nobody is ever asked to unlock anything: a locked
/// keyring is an error that says so.
///
/// An item that is no record is set aside under another name in the same keyring, and never written over.
///
/// Source: Secret Service API 0.2 (freedesktop.org).
public actor SecretServiceTokenStore: TokenStore {
    /// What keeps the items of one installation apart from those of others.
    public nonisolated let namespace: String
    private let onSetAside: @Sendable (TokenStoreError) -> Void

    /// Makes a store; nothing is asked of the keyring yet.
    ///
    /// - Parameters:
    ///   - namespace: Keeps the items of one installation apart from those of others.
    ///   - onSetAside: Told of an item that had to be set aside to make room for a record.
    public init(
        namespace: String = "finessekit",
        onSetAside: @escaping @Sendable (TokenStoreError) -> Void = { _ in }
    ) {
        self.namespace = namespace
        self.onSetAside = onSetAside
    }

    /// Reads a record.
    ///
    /// - Parameter key: Server and user.
    /// - Returns: The record; nil when there is none.
    /// - Throws: `TokenStoreError.damaged` once, after which there is no such item any more;
    ///   `TokenStoreError.newerVersion`; `TokenStoreError.keyring`.
    public func session(for key: SessionKey) async throws(TokenStoreError) -> StoredSession? {
        let name = name(key)
        guard let bytes = try await Self.keyring({ () throws(KeyringFault) in try await SecretItems.find(name) }).first
        else { return nil }
        switch SessionCoding.read(bytes, expecting: key) {
        case .session(let session): return session
        case .newer(let version): throw .newerVersion(file: item(key), version: version)
        case .damaged: throw .damaged(file: item(key), setAside: try await setAside(key))
        }
    }

    /// Writes a record in place of the one there may be.
    ///
    /// - Parameter session: The record.
    /// - Throws: `TokenStoreError.newerVersion` rather than writing over such an item; `TokenStoreError.keyring`.
    public func save(_ session: StoredSession) async throws(TokenStoreError) {
        do {
            _ = try await self.session(for: session.key)
        } catch {
            guard case .damaged = error else { throw error }
            onSetAside(error)
        }
        guard let bytes = SessionCoding.encode(session) else {
            throw .keyring(
                KeyringFault(cause: .refused, operation: "write an item", reason: "the record has no form as JSON")
            )
        }
        let name = name(session.key)
        let label = label(session.key)
        try await Self.keyring { () throws(KeyringFault) in
            try await SecretItems.store(name, label: label, bytes)
        }
    }

    /// Removes a record; one that is not there is no error.
    ///
    /// - Parameter key: Server and user.
    /// - Throws: `TokenStoreError.keyring`.
    public func remove(_ key: SessionKey) async throws(TokenStoreError) {
        let name = name(key)
        try await Self.keyring { () throws(KeyringFault) in try await SecretItems.remove(name) }
    }

    /// Lists the records there are; items that are none are left out and left alone.
    ///
    /// - Returns: Their keys, in order of server and user.
    /// - Throws: `TokenStoreError.keyring`.
    public func keys() async throws(TokenStoreError) -> [SessionKey] {
        let all = SecretName(namespace: namespace, kind: Self.kind, state: Self.current)
        let found = try await Self.keyring { () throws(KeyringFault) in try await SecretItems.find(all) }
        return found.compactMap { bytes in
            guard case .session(let session) = SessionCoding.read(bytes, expecting: nil) else { return nil }
            return session.key
        }.sorted()
    }

    static let kind = "session"
    static let current = "current"

    /// The item of a record.
    nonisolated func name(_ key: SessionKey) -> SecretName {
        SecretName(namespace: namespace, kind: Self.kind, name: FileTokenStore.name(of: key), state: Self.current)
    }

    /// Every item that has been set aside.
    nonisolated func setAsideName(_ number: Int, _ key: SessionKey) -> SecretName {
        var name = name(key)
        name.state = "damaged-\(number)"
        return name
    }

    private func label(_ key: SessionKey) -> String { "Finesse session of \(key)" }

    private func item(_ key: SessionKey) -> String { "The item \"\(label(key))\" of the keyring" }

    private func setAside(_ key: SessionKey) async throws(TokenStoreError) -> String {
        let name = name(key)
        var number = 1
        while true {
            let target = setAsideName(number, key)
            let isFree = try await Self.keyring { () throws(KeyringFault) in try await SecretItems.find(target).isEmpty
            }
            if isFree { break }
            number += 1
        }
        let target = setAsideName(number, key)
        try await Self.keyring { () throws(KeyringFault) in try await SecretItems.rename(name, to: target) }
        return "the state \"damaged-\(number)\" of the same item"
    }

    private static func keyring<Value>(
        _ body: () async throws(KeyringFault) -> Value
    ) async throws(TokenStoreError) -> Value {
        do throws(KeyringFault) {
            return try await body()
        } catch {
            throw .keyring(error)
        }
    }
}

#endif

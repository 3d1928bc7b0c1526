#if os(Linux)

import Cryptography
public import FinesseSSO

/// Keys in the keyring of a desktop: random bytes that a program makes once and finds again.
public struct SecretServiceKeys: Sendable {
    /// What keeps the items of one installation apart from those of others.
    public let namespace: String

    private static let kind = "key"

    /// Makes the way to the keys; nothing is asked of the keyring yet.
    ///
    /// - Parameter namespace: Keeps the items of one installation apart from those of others.
    public init(namespace: String = "finessekit") {
        self.namespace = namespace
    }

    /// Gives a key, which is made when there is none.
    ///
    /// - Parameters:
    ///   - name: What the key is for; it names the item.
    ///   - length: The length of a new key, in bytes.
    /// - Returns: The key; the same one to every program that asks for this name.
    /// - Throws: `KeyringFault`.
    public func key(named name: String, length: Int = 32) async throws(KeyringFault) -> [UInt8] {
        if let key = try await find(name) { return key }
        try await SecretItems.store(item(name), label: "Finesse key: \(name)", randomBytes(length))
        // Another program may have made one in the same moment: the keyring has only one of them.
        guard let key = try await find(name) else {
            throw KeyringFault(cause: .refused, operation: "read an item", reason: "the key it was just given is gone")
        }
        return key
    }

    /// Removes a key; one that is not there is no error.
    ///
    /// - Parameter name: What the key was for.
    /// - Throws: `KeyringFault`.
    public func removeKey(named name: String) async throws(KeyringFault) {
        try await SecretItems.remove(item(name))
    }

    private func find(_ name: String) async throws(KeyringFault) -> [UInt8]? {
        try await SecretItems.find(item(name)).first
    }

    private func item(_ name: String) -> SecretName {
        SecretName(namespace: namespace, kind: Self.kind, name: name, state: SecretServiceTokenStore.current)
    }
}

#endif

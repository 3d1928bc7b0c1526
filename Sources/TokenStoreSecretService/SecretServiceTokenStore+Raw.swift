#if os(Linux)

package import FinesseSSO

/// The bytes of the records, for tests.
extension SecretServiceTokenStore {
    /// Reads what is in place of a record.
    ///
    /// - Parameter key: Server and user.
    /// - Returns: The bytes; nil when there are none.
    /// - Throws: `KeyringFault`.
    package func rawRecord(of key: SessionKey) async throws(KeyringFault) -> [UInt8]? {
        try await SecretItems.find(name(key)).first
    }

    /// Puts bytes in place of a record.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - key: Server and user.
    /// - Throws: `KeyringFault`.
    package func writeRaw(_ bytes: [UInt8], to key: SessionKey) async throws(KeyringFault) {
        try await SecretItems.store(name(key), label: "a test's item", bytes)
    }

    /// Reads what has been set aside of one key.
    ///
    /// - Parameter key: Server and user.
    /// - Returns: The bytes of each.
    /// - Throws: `KeyringFault`.
    package func setAsideRecords(of key: SessionKey) async throws(KeyringFault) -> [[UInt8]] {
        var all: [[UInt8]] = []
        while let bytes = try await SecretItems.find(setAsideName(all.count + 1, key)).first { all.append(bytes) }
        return all
    }
}

#endif

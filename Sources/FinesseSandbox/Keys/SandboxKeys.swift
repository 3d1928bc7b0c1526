internal import CryptoExtras

/// The RSA keys of a sandbox: making them takes most of a start's time, so they are made once.
struct SandboxKeys: Sendable {
    /// What a key is for; the raw value names its file.
    enum Purpose: String, CaseIterable, Sendable {
        /// Signs tokens.
        case token = "token-signing"
        /// Signs the identity service's SAML requests.
        case serviceProvider = "saml-service-provider"
        /// Signs the identity provider's SAML responses.
        case identityProvider = "saml-identity-provider"
    }

    private var keys: [Purpose: _RSA.Signing.PrivateKey]

    /// The key for a purpose.
    func key(_ purpose: Purpose) throws(SandboxError) -> _RSA.Signing.PrivateKey {
        guard let key = keys[purpose] else {
            throw .keys(path: nil, reason: "there is no key for \(purpose.rawValue)")
        }
        return key
    }

    /// Puts a new key in place of the one for a purpose.
    mutating func replace(_ purpose: Purpose) throws(SandboxError) {
        keys[purpose] = try Self.generate()
    }

    /// Makes a key for every purpose, concurrently, asking for each whether it is there already.
    ///
    /// - Parameters:
    ///   - load: Returns a kept key, or nothing.
    ///   - keep: Keeps a new key and returns the one that is kept now: another process may have been first.
    /// - Returns: The keys.
    /// - Throws: ``SandboxError/keys(path:reason:)`` when a key cannot be made, read or kept.
    static func make(
        load: @escaping @Sendable (Purpose) throws(SandboxError) -> _RSA.Signing.PrivateKey? = {
            _ throws(SandboxError) in nil
        },
        keep:
            @escaping @Sendable (Purpose, _RSA.Signing.PrivateKey) throws(SandboxError) ->
            _RSA.Signing.PrivateKey = { _, key throws(SandboxError) in key }
    ) async throws(SandboxError) -> SandboxKeys {
        let made = await withTaskGroup(of: (Purpose, Result<_RSA.Signing.PrivateKey, SandboxError>).self) { group in
            for purpose in Purpose.allCases {
                group.addTask {
                    (
                        purpose,
                        Result { () throws(SandboxError) in
                            if let kept = try load(purpose) { return kept }
                            return try keep(purpose, try generate())
                        }
                    )
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var keys: [Purpose: _RSA.Signing.PrivateKey] = [:]
        for (purpose, result) in made { keys[purpose] = try result.get() }
        return SandboxKeys(keys: keys)
    }

    private static func generate() throws(SandboxError) -> _RSA.Signing.PrivateKey {
        do {
            return try _RSA.Signing.PrivateKey(keySize: .bits2048)
        } catch {
            throw .keys(path: nil, reason: "the cryptography library made no RSA key")
        }
    }
}

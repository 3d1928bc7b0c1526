// What a sandbox is like now, and how that is changed while it runs.

extension FinesseSandbox {
    /// The configuration that holds now.
    public var configuration: SandboxConfiguration { world.configuration }

    /// The public key that verifies its tokens, in PEM form; another one after ``regenerateTokenKey()``.
    public var tokenPublicKeyPEM: String { door.assembled?.tokenPublicKeyPEM ?? "" }

    /// The identity service's SAML metadata, for an identity provider from outside.
    public var serviceProviderMetadata: [UInt8] { door.assembled?.saml.serviceProviderMetadata ?? [] }

    /// The built-in identity provider's SAML metadata.
    public var identityProviderMetadata: [UInt8] { door.assembled?.saml.identityProviderMetadata ?? [] }

    /// Changes the configuration while the sandbox runs: the next request finds the new one.
    ///
    /// Tokens, sessions and agents' states stay. What listens cannot change: the nodes, the sites, the stop without TLS
    /// and where the keys come from are chosen at the start.
    ///
    /// ```swift
    /// try await sandbox.reconfigure { $0.desktop.refreshAcceptsGET = false }
    /// ```
    ///
    /// - Parameter change: Changes a copy of the present configuration, which is checked as a whole afterwards.
    /// - Throws: ``SandboxError``: what the change threw; ``SandboxError/configuration(key:reason:)`` for a key that
    ///   cannot be used; ``SandboxError/needsNewStart(key:)`` for one that is chosen at the start;
    ///   ``SandboxError/saml(reason:)`` for metadata that cannot be used. Nothing is changed then.
    public func reconfigure(
        _ change: @Sendable (inout SandboxConfiguration) throws(SandboxError) -> Void
    ) async throws(SandboxError) {
        try await assembly.reconfigure(change)
        await world.expectCallers()
    }

    /// Switches failures while the sandbox runs; all others are off.
    ///
    /// - Parameter failures: The failures that are on from now.
    public func setFailures(_ failures: Set<SandboxFailure>) async {
        await assembly.setFailures(failures)
    }

    /// Makes the identity service trust an identity provider from outside, in place of the present one.
    ///
    /// - Parameter metadata: The provider's SAML metadata.
    /// - Throws: ``SandboxError/saml(reason:)`` when the metadata cannot be used.
    public func useIdentityProvider(metadata: [UInt8]) async throws(SandboxError) {
        try await reconfigure { $0.identityService.foreignProviderMetadata = metadata }
    }

    /// Makes a new token key, as an administrator of the identity service can: every token issued before is void, and
    /// every agent signs in again.
    ///
    /// - Throws: ``SandboxError/keys(path:reason:)`` when the key cannot be made or kept;
    ///   ``SandboxError/certificate(host:reason:)`` when its certificate cannot be made.
    public func regenerateTokenKey() async throws(SandboxError) {
        try await assembly.regenerateTokenKey()
    }
}

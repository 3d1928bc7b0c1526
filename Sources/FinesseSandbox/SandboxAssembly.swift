internal import Crypto
internal import CryptoExtras

/// What is made of a configuration and of keys, besides the world.
struct SandboxAssembled: Sendable {
    var services: SandboxServices
    var saml: SAMLParts
    var tokenPublicKeyPEM: String
}

/// Puts the services together at the start, and again whenever something that they are made of changes.
///
/// An actor, so that of two changes one is made after the other and none is lost.
actor SandboxAssembly {
    private let world: SandboxWorld
    private let origins: SandboxOrigins
    private let door: SandboxDoor
    private var keys: SandboxKeys
    private var saml: SAMLParts

    init(
        world: SandboxWorld,
        origins: SandboxOrigins,
        keys: SandboxKeys,
        door: SandboxDoor
    ) throws(SandboxError) {
        self.world = world
        self.origins = origins
        self.keys = keys
        self.door = door
        saml = try SAMLParts(
            configuration: world.configuration,
            origins: origins,
            keys: keys,
            now: world.now(at: .identityService)
        )
    }

    /// Opens the door for the first time.
    func open() throws(SandboxError) {
        let assembled = try assemble(saml, keys)
        world.live.set(world.configuration, trusted: saml.trusted)
        door.open(assembled)
    }

    /// Puts another configuration in place, or none at all.
    ///
    /// - Parameter change: Changes a copy of the present configuration.
    /// - Throws: ``SandboxError``: what the change threw, a key that cannot be used or that needs a new start, metadata
    ///   that cannot be used. Nothing is changed then.
    func reconfigure(
        _ change: @Sendable (inout SandboxConfiguration) throws(SandboxError) -> Void
    ) throws(SandboxError) {
        let present = world.configuration
        var next = present
        try change(&next)
        try next.validate()
        if let key = present.keyThatNeedsStart(for: next) { throw .needsNewStart(key: key) }
        let isSameProvider = present.identityProvider.skin == next.identityProvider.skin
        guard present.identityService != next.identityService || !isSameProvider else { return world.live.set(next) }
        let saml = try SAMLParts(
            configuration: next,
            origins: origins,
            keys: keys,
            now: world.now(at: .identityService)
        )
        let assembled = try assemble(saml, keys)
        world.live.set(next, trusted: saml.trusted)
        self.saml = saml
        door.open(assembled)
    }

    /// Switches failures, which any configuration takes.
    func setFailures(_ failures: Set<SandboxFailure>) {
        var next = world.configuration
        next.failures = failures
        world.live.set(next)
    }

    /// Makes a new token key: every token issued before is void.
    ///
    /// Source: UCCE features guide 15.0, "Single Sign-On", regenerating the token key.
    func regenerateTokenKey() async throws(SandboxError) {
        var next = keys
        try next.replace(.token)
        if let directory = world.configuration.keptKeysDirectory {
            try KeyDirectory(path: directory).replace(.token, try next.key(.token))
        }
        let assembled = try assemble(saml, next)
        keys = next
        door.open(assembled)
        await world.voidTokens()
    }

    private func assemble(_ saml: SAMLParts, _ keys: SandboxKeys) throws(SandboxError) -> SandboxAssembled {
        let key = try keys.key(.token)
        guard let signingKey = SecurityKey.privateKey(pem: key.pemRepresentation) else {
            throw .keys(path: nil, reason: "OpenSSL does not take the token key")
        }
        let name = origins.host(.identityService)
        let publicKeyPEM = key.publicKey.pemRepresentation
        return SandboxAssembled(
            services: SandboxServices(
                world: world,
                origins: origins,
                saml: saml,
                mint: TokenMint(key: signingKey, issuer: name, world: world),
                tokenPublicKeyPEM: publicKeyPEM,
                tokenCertificatePEM: try CertificateMaker.signingCertificatePEM(for: key, name: name)
            ),
            saml: saml,
            tokenPublicKeyPEM: publicKeyPEM
        )
    }
}

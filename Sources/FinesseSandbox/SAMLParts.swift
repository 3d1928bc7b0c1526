internal import CryptoExtras

/// The SAML roles of a sandbox and what each knows about the other.
struct SAMLParts: Sendable {
    let serviceProvider: ServiceProvider
    /// The addresses at which answers are taken besides the published ones.
    let alsoServed: [String]
    let serviceProviderMetadata: [UInt8]
    let identityProvider: IdentityProvider
    /// The identity provider after its signing key was made anew, of which nobody has been told.
    let rolledOverProvider: IdentityProvider
    let identityProviderMetadata: [UInt8]
    /// What the identity provider knows about the identity service.
    let client: ServiceProviderDescription
    /// The identity provider that the identity service trusts: the built-in one or one from outside.
    let trusted: IdentityProviderDescription

    init(
        configuration: SandboxConfiguration,
        origins: SandboxOrigins,
        keys: SandboxKeys,
        now: SandboxInstant
    ) throws(SandboxError) {
        let entityID = origins.host(.identityService)
        let plain = origins.nodes(.identityService).map { $0 + "/ids/saml/response" }
        let aliased = plain.map { $0 + "?metaAlias=/sp" }
        let published = configuration.identityService.publishesMetaAlias ? aliased : plain
        alsoServed = configuration.identityService.publishesMetaAlias ? plain : aliased
        let provider = origins.text(.identityProvider)
        let providerHost = origins.host(.identityProvider)
        let serviceCredential = try Self.credential(keys, .serviceProvider, name: entityID)
        let providerCredential = try Self.credential(keys, .identityProvider, name: providerHost)
        // Any key but the provider's own will do.
        let newCredential = try Self.credential(keys, .token, name: providerHost)
        do throws(SAMLError) {
            serviceProvider = ServiceProvider(
                entityID: entityID,
                assertionConsumerServices: published,
                credential: serviceCredential
            )
            identityProvider = IdentityProvider(
                entityID: "http://\(providerHost)/adfs/services/trust",
                singleSignOnURL: provider + configuration.identityProvider.skin.signInPath,
                credential: providerCredential
            )
            rolledOverProvider = IdentityProvider(
                entityID: identityProvider.entityID,
                singleSignOnURL: identityProvider.singleSignOnURL,
                credential: newCredential
            )
            serviceProviderMetadata = try serviceProvider.metadata(validUntil: Self.end(from: now))
            identityProviderMetadata = try identityProvider.metadata()
            // Both addresses, so that a sign-in goes on that was under way when the published one was exchanged.
            client = try ServiceProviderDescription(
                metadata: ServiceProvider(
                    entityID: entityID,
                    assertionConsumerServices: published + alsoServed,
                    credential: serviceCredential
                ).metadata()
            )
            trusted = try IdentityProviderDescription(
                metadata: configuration.identityService.foreignProviderMetadata ?? identityProviderMetadata
            )
        } catch {
            throw .saml(reason: error.description)
        }
    }

    /// Until when metadata hold that are made now: a year, since products refuse a description without an end.
    static func end(from now: SandboxInstant) -> SandboxInstant { now.advanced(by: .seconds(365 * 86_400)) }

    private static func credential(
        _ keys: SandboxKeys,
        _ purpose: SandboxKeys.Purpose,
        name: String
    ) throws(SandboxError) -> SAMLCredential {
        let key = try keys.key(purpose)
        let certificate = try CertificateMaker.signingCertificatePEM(for: key, name: name)
        do throws(SAMLError) {
            return try SAMLCredential(privateKeyPEM: key.pkcs8PEMRepresentation, certificatePEM: certificate)
        } catch {
            throw .saml(reason: error.description)
        }
    }
}

extension SandboxServices {
    /// Puts the services of a sandbox together.
    init(
        world: SandboxWorld,
        origins: SandboxOrigins,
        saml: SAMLParts,
        mint: TokenMint,
        tokenPublicKeyPEM: String,
        tokenCertificatePEM: String
    ) {
        var hosts: [SandboxParty: String] = [:]
        for party in SandboxParty.allCases { hosts[party] = origins.host(party) }
        let keeper = CookieKeeper(world: world, hosts: hosts)
        self.init(
            world: world,
            rest: RESTService(world: world, mint: mint, origins: origins),
            desktop: DesktopService(world: world, mint: mint, origins: origins, cookies: keeper),
            identityService: IdentityService(
                world: world,
                origins: origins,
                cookies: keeper,
                provider: saml.serviceProvider,
                alsoServed: saml.alsoServed,
                tokenPublicKeyPEM: tokenPublicKeyPEM,
                tokenCertificatePEM: tokenCertificatePEM
            ),
            identityProvider: ProviderService(
                world: world,
                origins: origins,
                cookies: keeper,
                provider: saml.identityProvider,
                rolledOver: saml.rolledOverProvider,
                client: saml.client
            )
        )
    }
}

import FinesseSandbox
import Testing

/// The two parties of a sign-in, with keys made once per test process, and the form that travels between them.
struct SAMLParties {
    static let consumerService = "https://ids.autobot.cvp:8553/ids/saml/response?metaAlias=/sp"
    static let singleSignOn = "https://adfs.corp.example/adfs/ls/"
    static let now = SandboxInstant(milliseconds: 1_800_000_000_250)

    /// Keys take a moment to make: each is made once, whoever needs it first.
    private static let serviceProviderKey = credential("ids.autobot.cvp")
    private static let identityProviderKey = credential("adfs.corp.example")
    private static let strangerKey = credential("stranger.example")

    private static func credential(_ name: String) -> Result<SAMLCredential, SAMLError> {
        Result { () throws(SAMLError) in
            try SAMLCredential.generate(
                commonName: name,
                notBefore: now,
                notAfter: now.advanced(by: .seconds(365 * 86_400))
            )
        }
    }

    let serviceProvider: ServiceProvider
    let identityProvider: IdentityProvider
    /// A provider of the same name with another key.
    let stranger: IdentityProvider
    let serviceProviderDescription: ServiceProviderDescription
    let identityProviderDescription: IdentityProviderDescription
    let trustedCredential: SAMLCredential
    let serviceProviderCredential: SAMLCredential

    init(algorithm: SignatureAlgorithm = .rsaSHA256) throws {
        trustedCredential = try Self.identityProviderKey.get()
        serviceProviderCredential = try Self.serviceProviderKey.get()
        serviceProvider = ServiceProvider(
            entityID: "ids.autobot.cvp",
            assertionConsumerServices: [Self.consumerService],
            credential: serviceProviderCredential,
            algorithm: algorithm
        )
        func provider(_ credential: SAMLCredential) -> IdentityProvider {
            IdentityProvider(
                entityID: "http://adfs.corp.example/adfs/services/trust",
                singleSignOnURL: Self.singleSignOn,
                credential: credential,
                algorithm: algorithm
            )
        }
        identityProvider = provider(trustedCredential)
        stranger = provider(try Self.strangerKey.get())
        serviceProviderDescription = try ServiceProviderDescription(metadata: serviceProvider.metadata())
        identityProviderDescription = try IdentityProviderDescription(metadata: identityProvider.metadata())
    }

    static let identifiers = SAMLIdentifiers { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    static let subject = ResponseSubject(
        nameID: "CORP\\sjefferson",
        attributes: [
            AssertionContent.Attribute(name: "uid", values: ["sjefferson"]),
            AssertionContent.Attribute(name: "user_principal", values: ["sjefferson@corp.example"]),
        ],
        authnInstant: now,
        sessionIndex: "_session1"
    )

    /// A request as the identity provider sees it after the redirect.
    func receivedRequest(relayState: String? = "relay-1") throws -> ReceivedAuthnRequest {
        let request = serviceProvider.request(id: Self.identifiers.request(), now: Self.now)
        let url = try serviceProvider.redirectURL(
            for: request,
            to: identityProviderDescription,
            relayState: relayState
        )
        let query = try #require(url.split(separator: "?", maxSplits: 1).last)
        let verdict = identityProvider.readRedirect(query: String(query), from: serviceProviderDescription)
        guard case .accepted(let received) = verdict else {
            throw UnexpectedVerdict(description: "\(verdict)")
        }
        return received
    }

    /// What an honest response to the request says.
    func content(for request: ReceivedAuthnRequest) -> ResponseContent {
        identityProvider.content(
            for: request,
            subject: Self.subject,
            now: Self.now,
            identifiers: Self.identifiers
        )
    }

    /// Asks the service provider about a document.
    func verdict(
        on document: [UInt8],
        pending: Set<String>,
        policy: ResponsePolicy = ResponsePolicy(),
        now: SandboxInstant = now
    ) -> ResponseVerdict {
        var seen = SeenAssertions()
        return verdict(on: document, pending: pending, policy: policy, seen: &seen, now: now)
    }

    func verdict(
        on document: [UInt8],
        pending: Set<String>,
        policy: ResponsePolicy = ResponsePolicy(),
        seen: inout SeenAssertions,
        now: SandboxInstant = now
    ) -> ResponseVerdict {
        let validator = ResponseValidator(
            serviceProvider: serviceProvider,
            identityProvider: identityProviderDescription,
            policy: policy
        )
        return validator.validate(
            samlResponse: TextEncodings.base64(document),
            pendingRequestIDs: pending,
            seen: &seen,
            now: now
        )
    }
}

struct UnexpectedVerdict: Error, CustomStringConvertible {
    let description: String
}

extension ResponseVerdict {
    var refusal: ResponseRefusal? {
        guard case .refused(let refusal) = self else { return nil }
        return refusal
    }

    var signIn: SAMLSignIn? {
        guard case .accepted(let signIn) = self else { return nil }
        return signIn
    }
}

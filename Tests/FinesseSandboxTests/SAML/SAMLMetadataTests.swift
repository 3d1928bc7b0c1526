import FinesseSandbox
import Testing
import XMLTree

@Suite("SAML metadata", .timeLimit(.minutes(5)))
struct SAMLMetadataTests {
    private let parties: SAMLParties

    init() throws {
        parties = try SAMLParties()
    }

    @Test("of the service provider names its addresses, its certificate and its kind of name")
    func serviceProvider() throws {
        let second = "https://ids2.autobot.cvp:8553/ids/saml/response"
        let provider = ServiceProvider(
            entityID: "ids.autobot.cvp",
            assertionConsumerServices: [SAMLParties.consumerService, second],
            credential: parties.serviceProviderCredential
        )
        let metadata = try provider.metadata(validUntil: SAMLParties.now)
        let root = try XMLTree.parse(metadata)
        #expect(root.attribute(named: "validUntil") == "2027-01-15T08:00:00.250Z")
        let role = try #require(root.elements.first)
        #expect(role.attribute(named: "AuthnRequestsSigned") == "true")
        #expect(
            role.elements.map(\.name.local)
                == ["KeyDescriptor", "NameIDFormat", "AssertionConsumerService", "AssertionConsumerService"]
        )
        let read = try ServiceProviderDescription(metadata: metadata)
        #expect(read.entityID == "ids.autobot.cvp")
        #expect(read.consumerServices.map(\.location) == [SAMLParties.consumerService, second])
        #expect(read.consumerServices.map(\.index) == [0, 1])
        #expect(read.consumerServices.map(\.isDefault) == [true, false])
        #expect(read.defaultConsumerService == SAMLParties.consumerService)
        #expect(read.signingKey.certificateBase64 == parties.serviceProviderCredential.certificateBase64)
    }

    @Test("of the identity provider names both bindings and its certificate")
    func identityProvider() throws {
        let read = parties.identityProviderDescription
        #expect(read.entityID == "http://adfs.corp.example/adfs/services/trust")
        #expect(read.redirectEndpoint == SAMLParties.singleSignOn)
        #expect(read.postEndpoint == SAMLParties.singleSignOn)
        #expect(read.signingKey.certificateBase64 == parties.trustedCredential.certificateBase64)
    }

    /// Metadata in the manner of other products: own prefixes, wrapped base64, several certificates and endpoints.
    private func foreign(
        keys: String,
        endpoints: String = """
        <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" Location="https://idp.example/soap"/>
        <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/sso"/>
        """
    ) -> [UInt8] {
        Array(
            """
            <?xml version="1.0"?>
            <!-- exported -->
            <EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:k="http://www.w3.org/2000/09/xmldsig#">
              <EntityDescriptor entityID="https://sp.example"><SPSSODescriptor/></EntityDescriptor>
              <EntityDescriptor entityID="https://idp.example/metadata">
                <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                  \(keys)
                  <NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</NameIDFormat>
                  \(endpoints)
                </IDPSSODescriptor>
              </EntityDescriptor>
            </EntitiesDescriptor>
            """.utf8
        )
    }

    private func key(use: String, _ certificate: String) -> String {
        var lines: [String] = []
        var rest = Substring(certificate)
        while !rest.isEmpty {
            lines.append("   " + rest.prefix(64))
            rest = rest.dropFirst(64)
        }
        let text = lines.joined(separator: "\n")
        return "<KeyDescriptor\(use)><k:KeyInfo><k:X509Data><k:X509Certificate>\n\(text)\n</k:X509Certificate>"
            + "</k:X509Data></k:KeyInfo></KeyDescriptor>"
    }

    @Test("of another product is read: first signing certificate, endpoints by binding")
    func foreignProduct() throws {
        let first = parties.trustedCredential.certificateBase64
        let second = parties.serviceProviderCredential.certificateBase64
        let keys =
            key(use: " use=\"encryption\"", second) + key(use: " use=\"signing\"", first)
            + key(use: " use=\"signing\"", second)
        let read = try IdentityProviderDescription(metadata: foreign(keys: keys))
        #expect(read.entityID == "https://idp.example/metadata")
        #expect(read.redirectEndpoint == "https://idp.example/sso")
        #expect(read.postEndpoint == nil)
        #expect(read.signingKey.certificateBase64 == first)
        #expect(throws: SAMLError.noEndpoint(of: "https://idp.example/metadata", binding: "POST")) {
            try parties.serviceProvider.postForm(
                for: parties.serviceProvider.request(id: "s2a", now: SAMLParties.now),
                to: read,
                relayState: nil
            )
        }
    }

    @Test("with a key of no stated use is read as a signing key")
    func unstatedUse() throws {
        let certificate = parties.trustedCredential.certificateBase64
        let read = try IdentityProviderDescription(metadata: foreign(keys: key(use: "", certificate)))
        #expect(read.signingKey.certificateBase64 == certificate)
    }

    @Test("with a key before it that shows no certificate, or after it another one, is read by its first certificate")
    func severalKeys() throws {
        let first = parties.trustedCredential.certificateBase64
        let named = "<KeyDescriptor use=\"signing\"><k:KeyInfo><k:KeyName>old</k:KeyName></k:KeyInfo></KeyDescriptor>"
        let keys = named + key(use: "", first) + key(use: " use=\"signing\"", UnusableCertificate.all[0].base64)
        let read = try IdentityProviderDescription(metadata: foreign(keys: keys))
        #expect(read.signingKey.certificateBase64 == first)
    }

    @Test("of a federation is read by its first SAML 2.0 provider, in whatever list that stands")
    func federation() throws {
        let keys = key(use: "", parties.trustedCredential.certificateBase64)
        let inner = String(decoding: foreign(keys: keys), as: UTF8.self).split(separator: "<!-- exported -->").last
        let document = """
            <EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">
              <EntityDescriptor entityID="https://old.example">
                <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol"/>
              </EntityDescriptor>
              \(try #require(inner))
            </EntitiesDescriptor>
            """
        let read = try IdentityProviderDescription(metadata: Array(document.utf8))
        #expect(read.entityID == "https://idp.example/metadata")
    }

    @Test("is read whichever names it offers, and by the endpoints that are known among others")
    func namesAndBindings() throws {
        let formats = ["2.0:nameid-format:persistent", "1.1:nameid-format:unspecified"].map {
            "<NameIDFormat>urn:oasis:names:tc:SAML:\($0)</NameIDFormat>"
        }
        let endpoints = ["SOAP", "HTTP-POST", "HTTP-Artifact", "HTTP-Redirect", "HTTP-POST"].enumerated().map {
            #"<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:\#($1)" Location="https://i.example/\#($0)"/>"#
        }
        let keys = key(use: "", parties.trustedCredential.certificateBase64)
        let metadata = foreign(keys: keys, endpoints: (formats + endpoints).joined())
        let read = try IdentityProviderDescription(metadata: metadata)
        #expect(read.postEndpoint == "https://i.example/1")
        #expect(read.redirectEndpoint == "https://i.example/3")
    }

    @Test(
        "with a key that cannot be used is refused by whose it is and what is wrong",
        arguments: UnusableCertificate.all
    )
    func unusableKey(certificate: UnusableCertificate) async throws {
        let metadata = foreign(keys: key(use: "", certificate.base64))
        let error = SAMLError.unusableKey(of: "https://idp.example/metadata", reason: certificate.reason)
        #expect(throws: error) { try IdentityProviderDescription(metadata: metadata) }
        await #expect(throws: SandboxError.saml(reason: error.description)) {
            try await FinesseSandbox.withoutServers(.with { $0.identityService.foreignProviderMetadata = metadata })
        }
    }

    @Test("of a running identity service hold for a year from now on its clock, since products ask for an end")
    func validUntil() async throws {
        let sandbox = try await FinesseSandbox.withoutServers(.with { $0.identityService.clockOffset = .seconds(60) })
        let end = sandbox.clock.now.advanced(by: .seconds(60 + 365 * 86_400))
        let written = try XMLTree.parse(sandbox.serviceProviderMetadata)
        #expect(written.attribute(named: "validUntil") == end.timestamp)
        await sandbox.clock.advance(by: .seconds(3600))
        let answer = await sandbox.answer(SandboxRequest(party: .identityService, target: "/ids/v1/config/spmetadata"))
        let served = try XMLTree.parse(Array(answer.text.utf8))
        #expect(served.attribute(named: "validUntil") == end.advanced(by: .seconds(3600)).timestamp)
    }

    @Test("that cannot be used is refused with a reason")
    func unusable() {
        let certificate = parties.trustedCredential.certificateBase64
        let signing = key(use: " use=\"signing\"", certificate)
        for metadata in [
            Array("<x/>".utf8), foreign(keys: ""), foreign(keys: key(use: " use=\"encryption\"", certificate)),
            foreign(keys: signing, endpoints: ""),
        ] {
            let error = #expect(throws: SAMLError.self) { try IdentityProviderDescription(metadata: metadata) }
            guard case .unusableMetadata = error else {
                Issue.record("refused for another reason: \(String(describing: error))")
                continue
            }
        }
        #expect(throws: SAMLError.self) {
            try IdentityProviderDescription(metadata: foreign(keys: key(use: "", "AAAA")))
        }
        let error = #expect(throws: SAMLError.self) { try IdentityProviderDescription(metadata: Array("<x>".utf8)) }
        guard case .unreadableMetadata(.truncated) = error else {
            Issue.record("not refused as truncated")
            return
        }
    }

    @Test("continues an endpoint's own query")
    func endpointWithQuery() throws {
        let endpoints = """
            <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://i.example/?a=1"/>
            """
        let keys = key(use: "", parties.trustedCredential.certificateBase64)
        let read = try IdentityProviderDescription(metadata: foreign(keys: keys, endpoints: endpoints))
        let url = try parties.serviceProvider.redirectURL(
            for: parties.serviceProvider.request(id: "s2a", now: SAMLParties.now),
            to: read,
            relayState: nil
        )
        #expect(url.hasPrefix("https://i.example/?a=1&SAMLRequest="))
    }
}

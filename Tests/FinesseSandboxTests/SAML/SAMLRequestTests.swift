import FinesseSandbox
import Testing
import XMLTree

@Suite("Reading a SAML request", .timeLimit(.minutes(5)))
struct SAMLRequestTests {
    private let parties: SAMLParties
    private let request: AuthnRequest

    init() throws {
        parties = try SAMLParties()
        request = parties.serviceProvider.request(
            id: SAMLParties.identifiers.request(),
            now: SAMLParties.now,
            forcesAuthentication: true
        )
    }

    private func query(relayState: String? = "a b&c=ü") throws -> String {
        let url = try parties.serviceProvider.redirectURL(
            for: request,
            to: parties.identityProviderDescription,
            relayState: relayState
        )
        let halves = url.split(separator: "?", maxSplits: 1)
        #expect(halves.first.map(String.init) == SAMLParties.singleSignOn)
        return String(try #require(halves.last))
    }

    private func refusal(of query: String) -> RequestRefusal? {
        parties.identityProvider.readRedirect(query: query, from: parties.serviceProviderDescription).refusal
    }

    private func postRefusal(of root: XMLElement) throws -> RequestRefusal? {
        let encoded = TextEncodings.base64(try XMLTree.serialize(root))
        return parties.identityProvider.readPost(
            samlRequest: encoded,
            relayState: nil,
            from: parties.serviceProviderDescription
        ).refusal
    }

    private func posted() throws -> XMLElement {
        let form = try parties.serviceProvider.postForm(
            for: request,
            to: parties.identityProviderDescription,
            relayState: "r"
        )
        return try XMLTree.parse(try #require(TextEncodings.base64Decode(form.value(of: "SAMLRequest") ?? "")))
    }

    @Test("accepts a signed redirect and keeps its relay state")
    func redirect() throws {
        let verdict = parties.identityProvider.readRedirect(
            query: try query(),
            from: parties.serviceProviderDescription
        )
        guard case .accepted(let received) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(received.id == request.id)
        #expect(received.issuer == "ids.autobot.cvp")
        #expect(received.assertionConsumerService == SAMLParties.consumerService)
        #expect(received.relayState == "a b&c=ü")
        #expect(received.forcesAuthentication)
        #expect(!received.isPassive)
    }

    @Test("accepts a redirect beside parameters of somebody else, and without relay state")
    func otherParameters() throws {
        let verdict = parties.identityProvider.readRedirect(
            query: "client-request-id=1&" + (try query(relayState: nil)) + "&x",
            from: parties.serviceProviderDescription
        )
        #expect(verdict.refusal == nil)
    }

    @Test("accepts a signed post")
    func post() throws {
        let form = try parties.serviceProvider.postForm(
            for: request,
            to: parties.identityProviderDescription,
            relayState: "r"
        )
        let verdict = parties.identityProvider.readPost(
            samlRequest: form.value(of: "SAMLRequest") ?? "",
            relayState: form.value(of: "RelayState"),
            from: parties.serviceProviderDescription
        )
        guard case .accepted(let received) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(received.id == request.id)
        #expect(received.relayState == "r")
    }

    @Test("refuses a redirect whose relay state was changed or taken away")
    func changedRelayState() throws {
        let changed = try query(relayState: "one").replacing("RelayState=one", with: "RelayState=two")
        #expect(refusal(of: changed) == .signature(.invalid))
        #expect(
            refusal(of: try query(relayState: "one").replacing("RelayState=one&", with: "")) == .signature(.invalid)
        )
    }

    @Test("refuses a redirect that is not signed, or half")
    func unsigned() throws {
        let query = try query()
        let bare = query.split(separator: "&").filter { !$0.hasPrefix("Sig") }
        #expect(refusal(of: bare.joined(separator: "&")) == .unsigned)
        let half = query.split(separator: "&").filter { !$0.hasPrefix("SigAlg") }
        #expect(refusal(of: half.joined(separator: "&")) == .signature(.structure))
    }

    @Test("refuses a parameter that is there twice")
    func repeated() throws {
        #expect(refusal(of: try query() + "&RelayState=x") == .repeatedParameter("RelayState"))
    }

    @Test("refuses SHA-1 and algorithms it does not know")
    func algorithms() throws {
        let old = try SAMLParties(algorithm: .rsaSHA1)
        let url = try old.serviceProvider.redirectURL(
            for: request,
            to: parties.identityProviderDescription,
            relayState: nil
        )
        let query = String(try #require(url.split(separator: "?", maxSplits: 1).last))
        #expect(refusal(of: query) == .signature(.weakAlgorithm))
        let lenient = parties.identityProvider.readRedirect(
            query: query,
            from: parties.serviceProviderDescription,
            acceptsSHA1: true
        )
        #expect(lenient.refusal == nil)
        #expect(refusal(of: query.replacing("rsa-sha1", with: "dsa-sha1")) == .signature(.unknownAlgorithm))
    }

    @Test("refuses what is no request")
    func noRequest() throws {
        #expect(refusal(of: "RelayState=x") == .noRequest)
        #expect(refusal(of: "SAMLRequest=%3C") == .notBase64)
        #expect(refusal(of: "SAMLRequest=AAAA") == .notDeflated)
        let other = try #require(RawDeflate.compress(Array("<x/>".utf8)))
        let encoded = TextEncodings.percentEncode(TextEncodings.base64(other))
        #expect(refusal(of: "SAMLRequest=" + encoded) == .notARequest)
        let typed = try #require(RawDeflate.compress(Array("<!DOCTYPE x><x/>".utf8)))
        #expect(
            refusal(of: "SAMLRequest=" + TextEncodings.percentEncode(TextEncodings.base64(typed))) == .documentType
        )
    }

    @Test("refuses a post that is not signed, was changed, or is for somebody else")
    func badPosts() throws {
        let root = try posted()
        #expect(try postRefusal(of: root) == nil)
        #expect(try postRefusal(of: SAMLForgery.withoutSignature(root)) == .unsigned)
        var changed = root
        changed.setAttribute("AssertionConsumerServiceURL", "https://evil.example/acs")
        #expect(try postRefusal(of: changed) == .signature(.invalid))
        let renamed = SAMLForgery.changing(root, "Issuer") { $0.children = [.text("evil.example")] }
        #expect(try postRefusal(of: renamed) == .unknownServiceProvider)
        var older = root
        older.setAttribute("Version", "1.1")
        #expect(try postRefusal(of: older) == .unsupportedVersion)
    }

    @Test("refuses a signed request for another address, binding or kind of name")
    func wrongWishes() throws {
        func refusal(_ change: (inout XMLElement) -> Void) throws -> RequestRefusal? {
            var root = SAMLForgery.withoutSignature(try posted())
            change(&root)
            let key = try #require(SecurityKey.privateKey(pem: parties.serviceProviderCredential.privateKeyPEM))
            let signed = try XMLSignature.sign(
                try XMLTree.serialize(root),
                elementID: request.id,
                key: key,
                certificateBase64: "",
                algorithm: .rsaSHA256
            )
            return try postRefusal(of: try XMLTree.parse(signed))
        }
        #expect(try refusal { _ in } == nil)
        #expect(try refusal { $0.setAttribute("Destination", "https://other.example/") } == .wrongDestination)
        #expect(try refusal { $0.setAttribute("Destination", nil) } == .wrongDestination)
        #expect(
            try refusal { $0.setAttribute("ProtocolBinding", SAMLIdentifier.redirectBinding) } == .unsupportedBinding
        )
        #expect(
            try refusal { $0.setAttribute("AssertionConsumerServiceURL", "https://evil.example/acs") }
                == .unknownConsumerService
        )
        #expect(try refusal { $0.setAttribute("AssertionConsumerServiceURL", nil) } == nil)
        let persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
        #expect(
            try refusal { root in
                root = SAMLForgery.changing(root, "NameIDPolicy") { $0.setAttribute("Format", persistent) }
            } == .unsupportedName
        )
    }

    @Test("names the event that AD FS writes for a bad signature")
    func eventCode() {
        #expect(RequestRefusal.signature(.invalid).eventCode == "MSIS0038")
        #expect(RequestRefusal.unsupportedName.eventCode == "MSIS1000")
        #expect(RequestRefusal.noRequest.eventCode == nil)
    }
}

extension RequestVerdict {
    var refusal: RequestRefusal? {
        guard case .refused(let refusal) = self else { return nil }
        return refusal
    }
}

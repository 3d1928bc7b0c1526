import FinesseSandbox
import Testing
import XMLTree

@Suite("A SAML sign-in between the sandbox's own parties", .timeLimit(.minutes(5)))
struct SAMLSignInTests {
    @Test(
        "accepts a signed response and reads user, name and session",
        arguments: [.message, .messageAndAssertion] as [ResponseSigning]
    )
    func accepts(signing: ResponseSigning) throws {
        let parties = try SAMLParties()
        let request = try parties.receivedRequest()
        let form = try parties.identityProvider.respond(
            to: request,
            subject: SAMLParties.subject,
            now: SAMLParties.now,
            identifiers: SAMLParties.identifiers,
            signing: signing
        )
        #expect(form.action == SAMLParties.consumerService)
        #expect(form.value(of: "RelayState") == "relay-1")
        let document = try #require(TextEncodings.base64Decode(form.value(of: "SAMLResponse") ?? ""))
        let verdict = parties.verdict(on: document, pending: [request.id])
        let signIn = try #require(verdict.signIn, "\(verdict)")
        #expect(signIn.uid == "sjefferson")
        #expect(signIn.userPrincipal == "sjefferson@corp.example")
        #expect(signIn.nameID == "CORP\\sjefferson")
        #expect(signIn.inResponseTo == request.id)
        #expect(signIn.issuer == "http://adfs.corp.example/adfs/services/trust")
        #expect(signIn.sessionIndex == "_session1")
        #expect(signIn.authnInstant == SAMLParties.now)
        #expect(signIn.attributes["uid"] == ["sjefferson"])
    }

    @Test("sends the request's attributes as Cisco's identity service does")
    func requestAttributes() throws {
        let parties = try SAMLParties()
        let request = parties.serviceProvider.request(id: "s2abc", now: SAMLParties.now)
        let form = try parties.serviceProvider.postForm(
            for: request,
            to: parties.identityProviderDescription,
            relayState: nil
        )
        let root = try XMLTree.parse(try #require(TextEncodings.base64Decode(form.value(of: "SAMLRequest") ?? "")))
        #expect(form.action == SAMLParties.singleSignOn)
        #expect(form.value(of: "RelayState") == nil)
        #expect(root.attribute(named: "ID") == "s2abc")
        #expect(root.attribute(named: "Version") == "2.0")
        #expect(root.attribute(named: "IssueInstant") == "2027-01-15T08:00:00.250Z")
        #expect(root.attribute(named: "Destination") == SAMLParties.singleSignOn)
        #expect(root.attribute(named: "ForceAuthn") == "false")
        #expect(root.attribute(named: "IsPassive") == "false")
        #expect(root.attribute(named: "ProtocolBinding") == SAMLIdentifier.postBinding)
        #expect(root.attribute(named: "AssertionConsumerServiceURL") == SAMLParties.consumerService)
        #expect(root.elements.map(\.name.local) == ["Issuer", "Signature", "NameIDPolicy"])
        let policy = root.elements.last
        #expect(policy?.attribute(named: "Format") == SAMLIdentifier.transientName)
        #expect(policy?.attribute(named: "SPNameQualifier") == "ids.autobot.cvp")
        #expect(policy?.attribute(named: "AllowCreate") == "true")
        #expect(root.elements.first?.text == "ids.autobot.cvp")
    }

    @Test("writes a response with the spans and qualifiers that AD FS uses")
    func responseSpans() throws {
        let parties = try SAMLParties()
        let request = try parties.receivedRequest()
        let content = parties.content(for: request)
        let assertion = try #require(content.assertions.first)
        #expect(content.destination == SAMLParties.consumerService)
        #expect(assertion.notBefore == SAMLParties.now)
        #expect(assertion.notOnOrAfter == SAMLParties.now.advanced(by: .seconds(3600)))
        #expect(assertion.confirmations.first?.notOnOrAfter == SAMLParties.now.advanced(by: .seconds(300)))
        #expect(assertion.name?.nameQualifier == "http://adfs.corp.example/adfs/services/trust")
        #expect(assertion.name?.spNameQualifier == "ids.autobot.cvp")
        #expect(assertion.audiences == ["ids.autobot.cvp"])
    }

    @Test("accepts a forward skew only as far as the policy says")
    func skew() throws {
        let parties = try SAMLParties()
        let request = try parties.receivedRequest()
        let document = try parties.identityProvider.encode(parties.content(for: request))
        let early = SAMLParties.now.advanced(by: .seconds(-60))
        let strict = parties.verdict(on: document, pending: [request.id], now: early)
        let lenient = parties.verdict(
            on: document,
            pending: [request.id],
            policy: ResponsePolicy(clockSkew: .seconds(60)),
            now: early
        )
        #expect(strict.refusal == .notYetValid)
        #expect(lenient.signIn != nil)
    }

    @Test("reports a provider's failure by its status codes")
    func failure() throws {
        let parties = try SAMLParties()
        let request = try parties.receivedRequest()
        let codes = [SAMLStatus.requester, SAMLStatus.invalidNameIDPolicy]
        let form = try parties.identityProvider.fail(
            request,
            status: codes,
            now: SAMLParties.now,
            identifiers: SAMLParties.identifiers
        )
        let document = try #require(TextEncodings.base64Decode(form.value(of: "SAMLResponse") ?? ""))
        let refusal = try #require(parties.verdict(on: document, pending: [request.id]).refusal)
        #expect(refusal == .status(codes))
        let page = IdSErrorPage(refusal)
        #expect(page.status == 500)
        #expect(page.lines.first == "IdP configuration error : SAML processing failed")
        #expect(
            page.lines.last == "SAML assertion failed from IdP with status code: "
                + "urn:oasis:names:tc:SAML:2.0:status:Requester/"
                + "urn:oasis:names:tc:SAML:2.0:status:InvalidNameIDPolicy. Verify IdP configuration and try again."
        )
        #expect(page.logLine == "Invalid Status code in Response")
    }
}

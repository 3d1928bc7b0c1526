/// Serves the identity service: OAuth towards Finesse, SAML service provider towards the identity provider.
///
/// Source: Cisco TAC documents 200662 and 214687; IdS Client SDK overview.
struct IdentityService: Sendable {
    let world: SandboxWorld
    var origins: SandboxOrigins
    let cookies: CookieKeeper
    let provider: ServiceProvider
    /// The addresses at which SAML answers are taken besides the published one.
    let alsoServed: [String]
    /// The public key that verifies tokens, and a certificate around it, as PEM.
    let tokenPublicKeyPEM: String
    let tokenCertificatePEM: String

    private var settings: SandboxIdentityServiceSettings { world.configuration.identityService }

    /// Answers a request.
    func answer(_ request: SandboxRequest) async -> SandboxAnswer {
        switch (request.method, request.segments) {
        case ("GET", ["ids", "v1", "oauth", "authorize"]): await authorize(request)
        case ("POST", ["ids", "saml", "response"]): await consume(request)
        case ("POST", ["ids", "relay"]): await relay(request)
        case ("GET", ["ids", "v1", "config", "spmetadata"]): metadata()
        case ("GET", ["ids", "v1", "keys", "token", "public"]) where settings.publishesTokenKey:
            file(tokenPublicKeyPEM, "token_public.pem", request)
        case ("GET", ["ids", "v1", "keys", "token", "public", "x509"]) where settings.publishesTokenKey:
            file(tokenCertificatePEM, "token_certificate.pem", request)
        case ("GET", ["ids", "astray"]): astray()
        default: page(404, "Not found", ["The identity service does not serve this address."]).refusing(.notFound)
        }
    }

    // MARK: OAuth

    private func authorize(_ request: SandboxRequest) async -> SandboxAnswer {
        if let violation = cookies.violation(in: request.cookies, at: .authorize) { return refuse(violation) }
        let query = request.query
        if world.fails(.invalidClient) || query["client_id"] != settings.clientID {
            return error(401, "invalid_client", "Invalid ClientId.", .invalidClient)
        }
        let redirectURI = query["redirect_uri"] ?? ""
        if world.fails(.invalidRedirectURI) || !origins.redirectURIs.contains(redirectURI) {
            // The spelling is the product's.
            return error(401, "invalid_redirectUri", "Invlalid Redirect Uri", .invalidRedirectURI)
        }
        guard query["response_type"] == "code" else {
            return error(400, "invalid_request", "Invalid response_type.", .badParameter)
        }
        let description = await world.identityProvider
        guard let description, !world.fails(.metadataNotInitialized) else {
            return error(503, "service_unavailable", "SAML Metadata is not initialized", .metadataNotInitialized)
        }
        if settings.remembersUsers,
            let identity = await world.rememberedUser(ids: request.cookieValues(CookieTable.identitySession))
        {
            let code = await world.makeCode(
                CodeRecord(identity: identity, redirectURI: redirectURI, cameByRelayPage: false)
            )
            return .redirect(to: Self.callback(redirectURI, code: code, state: query["state"]))
                .noting("user remembered")
        }
        return await ask(description, redirectURI: redirectURI, state: query["state"], node: request.node)
    }

    /// Sends the client to the identity provider.
    private func ask(
        _ description: IdentityProviderDescription,
        redirectURI: String,
        state: String?,
        node: Int
    ) async -> SandboxAnswer {
        let id = SAMLIdentifiers(bytes: world.random.bytes).request()
        let relayState = await world.openSignIn(
            PendingSignIn(requestID: id, redirectURI: redirectURI, state: state)
        )
        let set = cookies.cookies(at: .authorize, values: [CookieTable.identitySession: world.random.hex(32)])
        let request = provider.request(id: id, now: world.now(at: .identityService), consumerService: node)
        do throws(SAMLError) {
            switch settings.requestBinding {
            case .redirect:
                return SandboxAnswer.redirect(
                    to: try provider.redirectURL(for: request, to: description, relayState: relayState)
                )
                .setting(set)
            case .post:
                let form = try provider.postForm(for: request, to: description, relayState: relayState)
                return IdentityPages.request(form).answer(status: 200).setting(set)
            }
        } catch {
            return page(500, "SAML request could not be made", [error.description]).refusing(.internalFailure)
        }
    }

    private static func callback(_ redirectURI: String, code: String, state: String?) -> String {
        var query = FormFields(["code": code])
        if let state { query.fields.append(FormFields.Field(name: "state", value: state)) }
        return redirectURI + "?" + query.encoded
    }

    // MARK: SAML

    private func consume(_ request: SandboxRequest) async -> SandboxAnswer {
        if let violation = cookies.violation(in: request.cookies, at: .assertion) { return refuse(violation) }
        let form = request.form
        guard let response = form["SAMLResponse"], !response.isEmpty else {
            return page(500, "IdP configuration error : SAML processing failed", ["The SAML response is missing."])
                .refusing(.badParameter)
        }
        guard let relayState = form["RelayState"], let pending = await world.pendingSignIn(relayState: relayState),
            let description = await world.identityProvider
        else {
            return page(
                500,
                "IdP configuration error : SAML processing failed",
                ["No sign-in waits for this response: its RelayState is missing, unknown or too old."]
            ).refusing(.unknownRequest)
        }
        let validator = ResponseValidator(
            serviceProvider: provider,
            identityProvider: description,
            alsoServed: alsoServed,
            policy: ResponsePolicy(
                acceptsSHA1: settings.acceptsSHA1,
                acceptsAssertionOnly: settings.acceptsAssertionOnlySignatures,
                acceptsUnspecifiedName: settings.acceptsUnspecifiedNames
            )
        )
        switch await world.validate(response, for: pending, with: validator) {
        case .accepted(let signIn):
            return await park(signIn, relayState: relayState)
        case .refused(let refusal):
            let text = IdSErrorPage(refusal)
            return page(text.status, text.lines.first ?? "", Array(text.lines.dropFirst()))
                .refusing(SandboxRefusal("saml.\(refusal.label)"), text.logLine)
        }
    }

    private func park(_ signIn: SAMLSignIn, relayState: String) async -> SandboxAnswer {
        let identity = SandboxIdentity(userID: signIn.uid, principal: signIn.userPrincipal)
        guard let uniqueID = await world.park(relayState: relayState, identity: identity) else {
            return page(500, "IdP configuration error : SAML processing failed", ["The sign-in was answered before."])
                .refusing(.unknownRequest)
        }
        var answer = IdentityPages.relay(uniqueID: uniqueID, checksCookies: cookies.isStrict).answer(status: 200)
        if cookies.isStrict {
            answer = answer.setting(
                SetCookie(
                    name: CookieTable.pending,
                    value: "over",
                    path: "/ids",
                    sameSite: SetCookie.SameSite.none,
                    isExpired: true
                )
            )
        }
        return answer.noting("assertion accepted")
    }

    private func relay(_ request: SandboxRequest) async -> SandboxAnswer {
        if let violation = cookies.violation(in: request.cookies, at: .relay) { return refuse(violation) }
        guard let id = request.form["uniqueId"], let parked = await world.takeParked(id) else {
            return page(400, "The sign-in cannot go on", ["Its uniqueId is missing, unknown, used or too old."])
                .refusing(.badParameter)
        }
        if settings.remembersUsers, let session = request.cookieValues(CookieTable.identitySession).first {
            await world.remember(parked.identity, as: session)
        }
        let code = await world.makeCode(
            CodeRecord(identity: parked.identity, redirectURI: parked.pending.redirectURI, cameByRelayPage: true)
        )
        return .redirect(
            to: Self.callback(parked.pending.redirectURI, code: code, state: parked.pending.state)
        )
    }

    private func metadata() -> SandboxAnswer {
        do throws(SAMLError) {
            return SandboxAnswer.text(
                String(
                    decoding: try provider.metadata(validUntil: SAMLParts.end(from: world.now(at: .identityService))),
                    as: UTF8.self
                ),
                type: "application/samlmetadata+xml",
                status: 200
            )
        } catch {
            return page(500, "The metadata could not be made", [error.description]).refusing(.internalFailure)
        }
    }

    // MARK: Parts

    private func file(_ text: String, _ name: String, _ request: SandboxRequest) -> SandboxAnswer {
        let answer = SandboxAnswer.plain(text)
        guard request.query["download"] == "true" else { return answer }
        return answer.adding("Content-Disposition", "attachment; filename=\"\(name)\"")
    }

    private func astray() -> SandboxAnswer {
        page(400, "Cookie rule broken: HttpOnly", ["A script of a page saw the session cookie, which is HttpOnly."])
            .refusing(.cookie(.httpOnly))
    }

    private func refuse(_ violation: CookieKeeper.Violation) -> SandboxAnswer {
        page(400, "Cookie rule broken: \(violation.rule.rawValue)", [violation.message])
            .refusing(.cookie(violation.rule), violation.message)
    }

    private func page(_ status: Int, _ headline: String, _ lines: [String]) -> SandboxAnswer {
        IdentityPages.failure(headline, lines).answer(status: status)
    }

    private func error(
        _ status: Int,
        _ code: String,
        _ text: String,
        _ refusal: SandboxRefusal
    ) -> SandboxAnswer {
        SandboxAnswer.json(
            .object([("error", .string(code)), ("error_description", .string(text))]),
            status: status
        )
        .refusing(refusal)
    }
}

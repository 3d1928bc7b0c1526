/// Serves the identity provider at `/adfs/ls/`.
///
/// Source: AD FS as Cisco TAC document 200662 describes it; SAML profiles 4.1.
struct ProviderService: Sendable {
    let world: SandboxWorld
    let origins: SandboxOrigins
    let cookies: CookieKeeper
    let provider: IdentityProvider
    /// The same provider after its signing key was made anew.
    let rolledOver: IdentityProvider
    /// The service provider whose requests are served.
    let client: ServiceProviderDescription

    private static let sessionCookie = "MSISAuth"

    private var pages: ProviderPages {
        ProviderPages(
            completingRealm: world.configuration.identityProvider.completesUserNames ? world.configuration.realm : nil,
            checksCookies: cookies.isStrict,
            usesJQuery: world.configuration.identityProvider.jQuery != nil
        )
    }

    /// Answers a request.
    func answer(_ request: SandboxRequest) async -> SandboxAnswer {
        if let skin = world.configuration.identityProvider.skin.pages, !Self.isShared(request) {
            return await answer(request, in: skin)
        }
        return switch (request.method, request.segments) {
        case ("GET", ["adfs", "ls"]): await begin(request)
        case ("POST", ["adfs", "ls"]):
            request.form["SAMLRequest"] == nil ? await submit(request) : await begin(request)
        case ("GET", ["FederationMetadata", "2007-06", "FederationMetadata.xml"]): metadata()
        case ("GET", ["adfs", "astray"]): astray()
        case ("GET", ["adfs", "portal", "script", "jquery.js"]): jQuery()
        default: error(404, ["The page was not found."]).refusing(.notFound)
        }
    }

    /// Whether an address is the same for every skin.
    private static func isShared(_ request: SandboxRequest) -> Bool {
        request.segments.first == "FederationMetadata"
    }

    // MARK: Sign-in

    /// Answers the service provider's request: with the answer when there is a session, else with the login page.
    private func begin(_ request: SandboxRequest) async -> SandboxAnswer {
        if let violation = cookies.violation(in: request.cookies, at: .loginPage) { return refuse(violation) }
        if let failure = await failure() { return failure }
        switch read(request) {
        case .refused(let refusal):
            return error(400, refusal)
        case .accepted(let received):
            let session = await world.providerSession(ids: request.cookieValues(Self.sessionCookie))
            if let session, !received.forcesAuthentication, let user = world.directory.user(named: session.loginName) {
                return await respond(to: received, for: user, session).noting("silent")
            }
            return pages.login(action: await action(request)).answer(status: 200)
                .setting(cookies.cookies(at: .loginPage, values: [CookieTable.loginContext: world.random.hex(32)]))
        }
    }

    /// Judges the login form.
    private func submit(_ request: SandboxRequest) async -> SandboxAnswer {
        if let violation = cookies.violation(in: request.cookies, at: .loginSubmit) { return refuse(violation) }
        let form = request.form
        let received: ReceivedAuthnRequest
        switch await readAgain(request) {
        case .refused(let refusal): return error(400, refusal)
        case .accepted(let request): received = request
        }
        if let progress = form["Progress"] { return await proceed(progress, received, request) }
        guard form["AuthMethod"] == "FormsAuthentication", let typed = form["UserName"],
            let password = form["Password"]
        else { return incomplete() }
        let user = world.directory.user(typed: typed)
        guard let user, password == user.password.characters else {
            return again(
                request,
                typed,
                "Incorrect user ID or password. Type the correct user ID and password, and try again."
            )
            .refusing(.wrongPassword, user == nil ? "unknown user" : "wrong password")
        }
        guard !user.isLocked else {
            return again(request, typed, "Your account is locked. Contact your administrator.").refusing(.accountLocked)
        }
        if user.hasExpiredPassword {
            return ProviderPages.newPassword(userName: typed).answer(status: 200).refusing(.passwordExpired)
        }
        if let page = await furtherPage(for: user, request) { return page }
        return await finish(received, for: user)
    }

    /// Opens a session and sends the user back.
    func finish(_ received: ReceivedAuthnRequest, for user: SandboxUser) async -> SandboxAnswer {
        let (id, session) = await world.openProviderSession(for: user)
        return await respond(to: received, for: user, session).setting(sessionCookies(id))
    }

    /// An answer that does not belong to any page.
    func incomplete() -> SandboxAnswer {
        error(400, ["The sign-in form is incomplete."]).refusing(.badParameter)
    }

    func respond(
        to received: ReceivedAuthnRequest,
        for user: SandboxUser,
        _ session: ProviderSession
    ) async -> SandboxAnswer {
        let identity = world.directory.identity(of: user)
        let domain = identity.realm.split(separator: ".").first.map { $0.uppercased() } ?? "CORP"
        let failures = world.failures
        let subject = ResponseSubject(
            nameID: "\(domain)\\\(user.loginName)",
            attributes: [
                AssertionContent.Attribute(name: "uid", values: [identity.userID]),
                AssertionContent.Attribute(name: "user_principal", values: [identity.principal]),
            ].filter { attribute in
                !failures.contains(attribute.name == "uid" ? .providerSendsNoUID : .providerSendsNoPrincipal)
            },
            authnInstant: session.signedInAt,
            sessionIndex: session.index
        )
        do throws(SAMLError) {
            let form = try form(for: received, subject, failures)
            return pages.post(form).answer(status: 200)
        } catch {
            return self.error(500, ["The answer could not be signed.", error.description]).refusing(.internalFailure)
        }
    }

    /// The form with the answer, or with what is switched on in its place.
    private func form(
        for received: ReceivedAuthnRequest,
        _ subject: ResponseSubject,
        _ failures: Set<SandboxFailure>
    ) throws(SAMLError) -> SAMLPostForm {
        let ahead: Duration = failures.contains(.providerClockAhead) ? .seconds(600) : .zero
        let now = world.now(at: .identityProvider).advanced(by: ahead)
        let identifiers = SAMLIdentifiers(bytes: world.random.bytes)
        let status: [SandboxFailure: [String]] = [
            .providerResponder: [SAMLStatus.responder],
            .providerRefusesNameID: [SAMLStatus.requester, SAMLStatus.invalidNameIDPolicy],
        ]
        for (failure, codes) in status where failures.contains(failure) {
            return try provider.fail(received, status: codes, now: now, identifiers: identifiers)
        }
        let settings = world.configuration.identityProvider
        let provider = (failures.contains(.providerKeyRolledOver) ? rolledOver : provider)
            .signing(with: settings.signsWithSHA1 ? .rsaSHA1 : .rsaSHA256)
        var content = provider.content(for: received, subject: subject, now: now, identifiers: identifiers)
        if failures.contains(.providerSendsNoAssertion) { content.assertions = [] }
        if settings.sendsUnspecifiedNames {
            for index in content.assertions.indices {
                content.assertions[index].name?.format = SAMLIdentifier.unspecifiedName
            }
        }
        if failures.contains(.providerEncryptsAssertion) {
            content.assertions = []
            content.encryptedAssertions = [TextEncodings.base64(world.random.bytes(1024))]
        }
        return try provider.form(
            content,
            for: received,
            signing: failures.contains(.providerSignsAssertionOnly) ? .assertion : ResponseSigning(settings.signs)
        )
    }

    // MARK: Requests

    func read(_ request: SandboxRequest) -> RequestVerdict {
        if let posted = request.form["SAMLRequest"] {
            return provider.readPost(
                samlRequest: posted,
                relayState: request.form["RelayState"],
                from: client
            )
        }
        return provider.readRedirect(query: Self.withoutRequestID(request.rawQuery), from: client)
    }

    /// Reads the request that the login form belongs to: it is in the form's address, or kept under a name there.
    private func readAgain(_ request: SandboxRequest) async -> RequestVerdict {
        guard let id = request.query["context"], let context = await world.context(id) else { return read(request) }
        return provider.readPost(
            samlRequest: context.samlRequest,
            relayState: context.relayState,
            from: client
        )
    }

    /// Where the login form goes: the address of the page with a request id behind it.
    private func action(_ request: SandboxRequest) async -> String {
        let page = origins.text(.identityProvider) + "/adfs/ls/?"
        let id = "client-request-id=" + world.random.guid()
        if let posted = request.form["SAMLRequest"] {
            let context = await world.keepContext(
                ProviderContext(samlRequest: posted, relayState: request.form["RelayState"])
            )
            return page + "context=\(context)&" + id
        }
        return page + Self.withoutRequestID(request.rawQuery) + "&" + id
    }

    /// The login page after a failed attempt, for the same request.
    private func again(_ request: SandboxRequest, _ userName: String, _ message: String) -> SandboxAnswer {
        let action = origins.text(.identityProvider) + "/adfs/ls/?" + request.rawQuery
        return pages.login(action: action, userName: userName, error: message).answer(status: 200)
            .setting(cookies.cookies(at: .loginPage, values: [CookieTable.loginContext: world.random.hex(32)]))
    }

    private static func withoutRequestID(_ query: String) -> String {
        query.split(separator: "&").filter { !$0.hasPrefix("client-request-id=") }.joined(separator: "&")
    }

    // MARK: Parts

    func failure() async -> SandboxAnswer? {
        if world.fails(.providerErrorPage) {
            return error(400, ["There was a problem accessing the site. Try to browse to the site again."])
                .refusing(.switchedFailure, "an error page")
        }
        if world.fails(.providerRejectsSignature) {
            return errorPage("MSIS0038: the signature of the request cannot be verified.")
        }
        if world.fails(.providerDetectsLoop) {
            return errorPage("MSIS7042: this client has made 6 requests within 16 seconds.")
        }
        if world.fails(.providerNegotiate) {
            return error(401, ["Integrated Windows authentication is needed."]).adding("WWW-Authenticate", "Negotiate")
                .refusing(.switchedFailure, "Negotiate in place of a form")
        }
        if world.fails(.providerEndlessScript) {
            return HTMLPage(title: "Sign In", body: "<p>One moment.</p><script>for (;;) { }</script>")
                .answer(status: 200).refusing(.switchedFailure, "a script that never ends")
        }
        return nil
    }

    private func errorPage(_ detail: String) -> SandboxAnswer {
        error(500, ["There was a problem accessing the site. Try to browse to the site again.", detail])
            .refusing(.switchedFailure, detail)
    }

    private func sessionCookies(_ id: String) -> [SetCookie] {
        [(Self.sessionCookie, id), ("MSISSignOut", "1")].map { name, value in
            SetCookie(name: name, value: value, path: "/adfs", sameSite: SetCookie.SameSite.none)
        }
    }

    private func metadata() -> SandboxAnswer {
        do throws(SAMLError) {
            return SandboxAnswer.text(
                String(decoding: try provider.metadata(), as: UTF8.self),
                type: "application/samlmetadata+xml",
                status: 200
            )
        } catch {
            return self.error(500, ["The metadata could not be made.", error.description]).refusing(.internalFailure)
        }
    }

    private func jQuery() -> SandboxAnswer {
        guard let text = world.configuration.identityProvider.jQuery else {
            return error(404, ["The page was not found."]).refusing(.notFound)
        }
        return SandboxAnswer.text(
            String(decoding: text, as: UTF8.self),
            type: "text/javascript;charset=UTF-8",
            status: 200
        )
    }

    private func astray() -> SandboxAnswer {
        error(
            400,
            [
                "Cookie rule broken: HttpOnly. A script of the page saw the cookie \(CookieTable.loginContext), "
                    + "which is HttpOnly."
            ]
        ).refusing(.cookie(.httpOnly))
    }

    func refuse(_ violation: CookieKeeper.Violation) -> SandboxAnswer {
        error(400, [violation.message]).refusing(.cookie(violation.rule), violation.message)
    }

    func error(_ status: Int, _ refusal: RequestRefusal) -> SandboxAnswer {
        error(
            status,
            [
                "There was a problem accessing the site. Try to browse to the site again.",
                "The request was refused: \([refusal.eventCode, refusal.label].compactMap { $0 }.joined(separator: " ")).",
            ]
        ).refusing(.badSAMLRequest, refusal.label)
    }

    private func error(_ status: Int, _ lines: [String]) -> SandboxAnswer {
        ProviderPages.error(lines, reference: world.random.guid()).answer(status: status)
    }
}

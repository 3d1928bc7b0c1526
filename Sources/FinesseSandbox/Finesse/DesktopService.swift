/// Serves `/desktop/sso`.
///
/// Source: Finesse 12.5(1) developer guide, pages 188 to 196; "Client Integration", steps 3, 4 and 7.
struct DesktopService: Sendable {
    let world: SandboxWorld
    let mint: TokenMint
    var origins: SandboxOrigins
    let cookies: CookieKeeper

    var settings: SandboxDesktopSettings { world.configuration.desktop }

    /// Answers a request below `/desktop/sso`.
    func answer(_ request: SandboxRequest, path: [String]) async -> SandboxAnswer {
        if let refusal = serviceRefusal(path) { return refusal }
        guard request.identityServiceNode != nil else {
            return Self.refuse(500, "No node of the Identity Service is in service", "", .identityServiceDown)
        }
        return switch (request.method, path) {
        case ("GET", ["token"]): await token(request)
        case ("POST", ["token"]): await refresh(request, form: request.form)
        case ("GET", ["authcode"]): await callback(request)
        case ("GET", ["test"]): await test(request)
        case (_, ["token"]), (_, ["authcode"]), (_, ["test"]):
            Self.refuse(405, "Method Not Allowed", request.method, .methodNotAllowed)
        default: Self.refuse(404, "Not Found", request.path, .notFound)
        }
    }

    /// Answers a request that came without TLS: the client is sent to the same address with TLS.
    func answerPlain(_ request: SandboxRequest) -> SandboxAnswer {
        // A client may set cc_username itself, without Secure.
        let secure = request.cookies.first { cookie in
            cookie.name != CookieTable.userName
                && CookieTable.all.contains { $0.step.party == .finesse && $0.template.isSecure && $0.matches(cookie) }
        }
        if cookies.isStrict, let secure {
            return refuse(
                CookieKeeper.Violation(rule: .secure, cookie: secure.name, step: .plainHop, arrived: true)
            )
        }
        let query = request.rawQuery.isEmpty ? "" : "?" + request.rawQuery
        return SandboxAnswer.redirect(to: origins.text(.finesse) + request.path + query, status: 301)
            .setting(cookies.cookies(at: .plainHop, values: [:]))
    }

    // MARK: Token

    private func token(_ request: SandboxRequest) async -> SandboxAnswer {
        if let failure = failurePage(request) { return failure }
        if settings.refreshAcceptsGET, request.query["refresh-token"] != nil {
            return await refresh(request, form: request.query)
        }
        if let refusal = modeRefusal { return refusal }
        if let violation = cookies.violation(in: request.cookies, at: .desktopStart) { return refuse(violation) }
        let open = await world.desktopSession(ids: request.cookieValues(CookieTable.desktopSession))
        if let answer = await answerFromSession(open, request) { return answer }
        guard let userName = userName(request) else { return Self.missing("cc_username") }
        if let refusal = userRefusal(userName) { return refusal }
        let session = DesktopSession(
            userName: userName,
            returnsUser: settings.alwaysReturnsUser || request.query["return_user"] == "yes",
            returnsRefreshToken: request.query["return_refresh_token"] == "true",
            isTest: false,
            state: await world.makeState()
        )
        return await start(session, request)
    }

    /// Answers from a session that is there already: one that comes back from the stop without TLS, or one with tokens.
    private func answerFromSession(
        _ open: (id: String, session: DesktopSession)?,
        _ request: SandboxRequest
    ) async -> SandboxAnswer? {
        guard let (id, session) = open, !session.isTest else { return nil }
        if let hop = request.query["hop"], hop == session.plainHop {
            await world.updateDesktopSession(id) { $0.plainHop = nil }
            return .redirect(to: authorizeAddress(state: session.state))
        }
        guard let tokens = session.tokens, tokens.accessExpires > world.clock.now else { return nil }
        if settings.callbackAnswer == .redirect, !settings.sessionAnswersDirectly {
            await world.updateDesktopSession(id) { $0.tokens = nil }
        }
        return tokenAnswer(tokens, session)
    }

    /// Opens a session and sends the client to the identity service.
    func start(_ session: DesktopSession, _ request: SandboxRequest) async -> SandboxAnswer {
        var session = session
        var target = authorizeAddress(state: session.state)
        if let plain = origins.plainFinesse, !session.isTest {
            let hop = world.random.hex(16)
            session.plainHop = hop
            var query = request.query
            query.fields.append(FormFields.Field(name: "hop", value: hop))
            target = plain + "/desktop/sso/token?" + query.encoded
        }
        let id = await world.openDesktopSession(session)
        var values = [CookieTable.desktopSession: id]
        if !session.userName.isEmpty {
            values[CookieTable.userName] = TextEncodings.percentEncode(session.userName)
        }
        return .redirect(to: target).setting(cookies.cookies(at: .desktopStart, values: values))
    }

    private func authorizeAddress(state: String) -> String {
        let query = FormFields([
            "client_id": world.configuration.identityService.clientID, "redirect_uri": origins.redirectURI,
            "response_type": "code", "state": state,
        ])
        return origins.text(.identityService) + "/ids/v1/oauth/authorize?" + query.encoded
    }

    // MARK: Callback

    private func callback(_ request: SandboxRequest) async -> SandboxAnswer {
        guard let code = request.query["code"] else { return Self.missing("code") }
        let cameByRelayPage = await world.peekCode(code)?.cameByRelayPage ?? false
        if let violation = cookies.violation(
            in: request.cookies,
            at: .desktopCallback,
            cameByRelayPage: cameByRelayPage
        ) {
            return refuse(violation)
        }
        guard let (id, session) = await world.desktopSession(ids: request.cookieValues(CookieTable.desktopSession))
        else {
            return Self.refuse(
                400,
                "The session cookie JSESSIONID is missing or unknown",
                "JSESSIONID",
                .missingSession
            )
        }
        guard request.query["state"] == session.state else {
            return Self.refuse(400, "The state is not the one that was sent", "state", .badParameter)
        }
        guard let identity = await world.redeem(code, redirectURI: origins.redirectURI) else {
            return Self.refuse(401, "The authorization code is unknown, used or expired", "code", .invalidCode)
        }
        guard let tokens = await issue(identity, end: nil) else { return Self.unavailable }
        if session.isTest {
            await world.updateDesktopSession(id) { $0.tokens = tokens }
            return .redirect(to: origins.text(.finesse) + "/desktop/sso/test")
        }
        guard settings.callbackAnswer == .redirect else {
            await world.updateDesktopSession(id) { [keep = settings.sessionAnswersDirectly] in
                $0.tokens = keep ? tokens : nil
            }
            return tokenAnswer(tokens, session)
        }
        await world.updateDesktopSession(id) { $0.tokens = tokens }
        return .redirect(to: origins.text(.finesse) + "/desktop/sso/token?" + Self.query(of: session).encoded)
    }

    private static func query(of session: DesktopSession) -> FormFields {
        FormFields([
            "cc_username": session.userName, "return_user": session.returnsUser ? "yes" : "no",
            "return_refresh_token": session.returnsRefreshToken ? "true" : "false",
        ])
    }
}

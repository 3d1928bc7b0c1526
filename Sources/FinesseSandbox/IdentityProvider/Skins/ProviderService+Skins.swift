/// The sign-in at a skin's pages: what is asked in which order, and what becomes of the answers.
extension ProviderService {
    private var settings: SandboxIdentityProviderSettings { world.configuration.identityProvider }

    /// Answers a request to a skin's addresses.
    func answer(_ request: SandboxRequest, in skin: any ProviderSkin) async -> SandboxAnswer {
        if request.path == skin.signInPath, request.isSAMLRequest { return await begin(request, in: skin) }
        guard let id = skin.visitID(request) else {
            return error(404, ["The page was not found."], in: skin, request).refusing(.notFound)
        }
        guard ["GET", "POST"].contains(request.method) else {
            return error(405, ["The method is not served here."], in: skin, request).refusing(.methodNotAllowed)
        }
        guard let visit = await world.skinVisit(id) else {
            return error(400, ["The sign-in has ended. Begin again."], in: skin, request).refusing(.badParameter)
        }
        guard request.cookieValues(skin.cookies.visit).contains(where: { SecretDigest.of($0) == visit.cookieDigest })
        else {
            return error(400, ["A cookie of this sign-in is missing. Begin again."], in: skin, request)
                .refusing(.missingSession, "the cookie \(skin.cookies.visit)")
        }
        if request.method == "GET" {
            return visit.stage == .done
                ? await end(visit, request, in: skin) : skin.page(view(of: visit, request)).answer(status: 200)
        }
        return await proceed(visit, request, in: skin)
    }

    /// Answers the service provider's request.
    private func begin(_ request: SandboxRequest, in skin: any ProviderSkin) async -> SandboxAnswer {
        if let violation = cookies.violation(in: request.cookies, at: .loginPage) { return refuse(violation) }
        if let failure = await failure() { return failure }
        let received: ReceivedAuthnRequest
        switch read(request) {
        case .refused(let refusal): return error(400, refusal)
        case .accepted(let request): received = request
        }
        let session = await world.providerSession(ids: request.cookieValues(skin.cookies.session))
        if let session, !received.forcesAuthentication, let user = world.directory.user(named: session.loginName) {
            return await respond(to: received, for: user, session).noting("silent")
        }
        var stages: [SkinStage] = skin.asksNameFirst ? [.userName, .password] : [.password]
        if skin.asksForRealm, !settings.homeRealms.isEmpty { stages.insert(.realm, at: 0) }
        var visit = SkinVisit(
            id: world.random.hex(16),
            cookieDigest: "",
            query: request.rawQuery,
            samlRequest: request.form["SAMLRequest"],
            relayState: request.form["RelayState"],
            stage: stages.removeFirst(),
            token: world.random.hex(32)
        )
        visit.rest = stages
        let value = "\(visit.id).\(world.random.hex(32))"
        visit.cookieDigest = SecretDigest.of(value)
        await world.keep(visit)
        return skin.entrance(view(of: visit, request)).setting(cookie(skin.cookies.visit, value, skin))
    }

    /// Judges an answer to a page.
    private func proceed(
        _ visit: SkinVisit,
        _ request: SandboxRequest,
        in skin: any ProviderSkin
    ) async -> SandboxAnswer {
        guard skin.isCurrent(request, visit) else {
            return skin.page(view(of: visit, request, stage: .stale)).answer(status: 400)
                .refusing(.badParameter, "a page that was answered before")
        }
        guard let input = skin.input(request, at: visit.stage) else {
            return error(400, ["The sign-in form is incomplete."], in: skin, request).refusing(.badParameter)
        }
        // Of two answers to one page only the first counts.
        guard await world.takeSkinVisit(visit.id) != nil else {
            return error(400, ["The sign-in has ended. Begin again."], in: skin, request).refusing(.badParameter)
        }
        var visit = visit
        visit.token = world.random.hex(32)
        visit.pages += 1
        switch (visit.stage, input) {
        case (.realm, .realm(let realm)):
            guard settings.homeRealms.contains(realm) else { return incomplete() }
        case (.userName, .userName(let name)):
            visit.typedName = name
            if skin.looksNamesUp, user(typed: name, in: skin) == nil {
                return await again(visit, .unknownName, request, in: skin).refusing(.wrongPassword, "unknown user")
            }
        case (.password, .password(let name, let password)):
            if let name { visit.typedName = name }
            if let answer = await judge(&visit, password, request, in: skin) { return answer }
        case (.oneTimeCode, .oneTimeCode(let code)):
            guard await world.accepts(code: code, of: visit.loginName ?? "", secret: settings.oneTimeCode ?? "") else {
                return await again(visit, .wrongCode, request, in: skin).refusing(.wrongCode)
            }
        case (.consent, .consent(let isGiven)):
            guard isGiven else {
                return error(403, ["Without consent nobody is signed in."], in: skin, request).refusing(.noConsent)
            }
        case (.staySignedIn, .staySignedIn): break
        default:
            await world.keep(visit)
            return skin.answer(view(of: visit, request))
        }
        visit.stage = visit.rest.isEmpty ? .done : visit.rest.removeFirst()
        await world.keep(visit)
        guard visit.stage == .done else { return skin.answer(view(of: visit, request)) }
        if let answer = skin.leave(view(of: visit, request)) { return answer }
        return await end(visit, request, in: skin)
    }

    /// Judges a password; nil where it is right and nothing stands against it.
    private func judge(
        _ visit: inout SkinVisit,
        _ password: String,
        _ request: SandboxRequest,
        in skin: any ProviderSkin
    ) async -> SandboxAnswer? {
        let found = user(typed: visit.typedName, in: skin)
        guard let user = found, password == user.password.characters else {
            let why = found == nil ? "unknown user" : "wrong password"
            return await again(visit, .wrongPassword, request, in: skin).refusing(.wrongPassword, why)
        }
        guard !user.isLocked else {
            return await again(visit, .accountLocked, request, in: skin).refusing(.accountLocked)
        }
        guard !user.hasExpiredPassword else {
            return skin.answer(view(of: visit, request, stage: .newPassword)).refusing(.passwordExpired)
        }
        visit.loginName = user.loginName
        visit.rest = furtherSteps.map(SkinStage.init).filter { $0 != .staySignedIn || !skin.hasStayBox }
        return nil
    }

    private func user(typed name: String, in skin: any ProviderSkin) -> SandboxUser? {
        world.directory.user(typed: name) ?? (skin.acceptsBareNames ? world.directory.user(named: name) : nil)
    }

    private func again(
        _ visit: SkinVisit,
        _ message: SkinMessage,
        _ request: SandboxRequest,
        in skin: any ProviderSkin
    ) async -> SandboxAnswer {
        await world.keep(visit)
        return skin.answer(view(of: visit, request, message: message))
    }

    /// Opens a session and sends the user back.
    private func end(_ visit: SkinVisit, _ request: SandboxRequest, in skin: any ProviderSkin) async -> SandboxAnswer {
        guard await world.takeSkinVisit(visit.id) != nil, let name = visit.loginName,
            let user = world.directory.user(named: name)
        else {
            return error(400, ["The sign-in has ended. Begin again."], in: skin, request).refusing(.badParameter)
        }
        let verdict =
            visit.samlRequest.map {
                provider.readPost(samlRequest: $0, relayState: visit.relayState, from: client)
            } ?? provider.readRedirect(query: visit.query, from: client)
        switch verdict {
        case .refused(let refusal): return error(400, refusal)
        case .accepted(let received):
            let (id, session) = await world.openProviderSession(for: user)
            return await respond(to: received, for: user, session).setting(cookie(skin.cookies.session, id, skin))
        }
    }

    // MARK: Parts

    private func view(
        of visit: SkinVisit,
        _ request: SandboxRequest,
        stage: SkinStage? = nil,
        message: SkinMessage? = nil
    ) -> SkinView {
        SkinView(
            visit: visit,
            stage: stage ?? visit.stage,
            origin: origins.text(.identityProvider),
            language: SkinLanguage(settings.language, acceptLanguage: request.header("accept-language")),
            message: message,
            realms: settings.homeRealms,
            completingRealm: settings.completesUserNames ? world.configuration.realm : nil,
            offersToStay: settings.asksToStaySignedIn,
            isForScript: request.header("content-type")?.contains("json") ?? false
        )
    }

    private func cookie(_ name: String, _ value: String, _ skin: any ProviderSkin) -> SetCookie {
        SetCookie(name: name, value: value, path: skin.cookies.path, sameSite: SetCookie.SameSite.none)
    }

    private func error(
        _ status: Int,
        _ lines: [String],
        in skin: any ProviderSkin,
        _ request: SandboxRequest
    ) -> SandboxAnswer {
        let language = SkinLanguage(settings.language, acceptLanguage: request.header("accept-language"))
        return skin.error(lines, reference: world.random.guid(), language).answer(status: status)
    }
}

extension SandboxRequest {
    /// Whether a service provider's request is in it.
    fileprivate var isSAMLRequest: Bool {
        method == "GET" ? query["SAMLRequest"] != nil : method == "POST" && form["SAMLRequest"] != nil
    }
}

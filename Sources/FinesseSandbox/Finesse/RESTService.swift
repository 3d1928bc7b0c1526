/// Serves `/finesse/api`.
///
/// Source: Finesse REST developer guide, "SystemInfo", "User", "Single Sign-On: Get User Authentication Mode".
struct RESTService: Sendable {
    let world: SandboxWorld
    let mint: TokenMint
    var origins: SandboxOrigins

    private var configuration: SandboxConfiguration { world.configuration }
    private var directory: UserDirectory { world.directory }

    /// Answers a request below `/finesse/api`.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - path: The decoded segments after `api`.
    /// - Returns: The answer, with a session cookie when the request had none.
    func answer(_ request: SandboxRequest, path: [String]) async -> SandboxAnswer {
        let isOut = await world.fails(.finesseOutOfService)
        let answer: SandboxAnswer =
            switch (request.method, path.first, path.count) {
            case ("GET", "SystemInfo", 1): systemInfo(status: isOut ? "OUT_OF_SERVICE" : "IN_SERVICE")
            case _ where isOut: ApiError.outOfService.answer
            case (_, "User", _) where await world.fails(.finesseIsSecondary):
                ApiError.secondary(.switchedFailure).answer
            case ("GET", "UserAuthMode", 2) where configuration.desktop.hasUserAuthMode: userAuthMode(path[1])
            case ("GET", "User", 2): await show(path[1], request)
            case ("PUT", "User", 2): await change(path[1], request)
            case (_, "UserAuthMode", 2) where !configuration.desktop.hasUserAuthMode:
                ApiError.notFound(request.path).answer
            case (_, "SystemInfo", 1), (_, "UserAuthMode", 2), (_, "User", 2):
                SandboxAnswer.plain("Method Not Allowed", status: 405).refusing(.methodNotAllowed)
            default: await route(request, path)
            }
        guard request.cookieValues("JSESSIONID").isEmpty else { return answer }
        return answer.setting(SetCookie(name: "JSESSIONID", value: world.random.hex(32), path: "/finesse"))
    }

    private func systemInfo(status: String) -> SandboxAnswer {
        let host = origins.host(.finesse)
        let nodes = origins.all(.finesse)
        let now = world.now(at: .finesse)
        let info = FinesseXML(
            "SystemInfo",
            children: [
                FinesseXML("currentTimestamp", now.timestamp),
                FinesseXML("deploymentType", configuration.deployment.rawValue),
                FinesseXML("lastCTIHeartbeatStatus", "success"),
                FinesseXML("lastSuccessCTIHeartbeatTime", String(now.milliseconds)),
                FinesseXML("ctiVersion", "23"),
                FinesseXML("ctiHeartbeatInterval", "2"),
            ] + maintenance + [
                FinesseXML("license", ""),
                FinesseXML("peripheralId", "5000"),
                FinesseXML(
                    "primaryNode",
                    children: [FinesseXML("host", nodes.first?.host ?? "")] + port(String(nodes.first?.port ?? 443))
                ),
            ] + secondaryNode(nodes.dropFirst().first) + [
                FinesseXML("status", status),
                FinesseXML("statusReason", status == "IN_SERVICE" ? "" : "the CTI link is down"),
                FinesseXML("systemAuthMode", configuration.authenticationMode.rawValue),
                FinesseXML("timezoneOffset", "0"),
                FinesseXML("uri", "/finesse/api/SystemInfo"),
                FinesseXML("xmppDomain", host),
                FinesseXML("xmppPubSubDomain", "pubsub.\(host)"),
            ]
        )
        return .xml(info.text())
    }

    private func secondaryNode(_ node: SandboxOrigins.Place?) -> [FinesseXML] {
        if let node {
            return [
                FinesseXML("secondaryNode", children: [FinesseXML("host", node.host)] + port(String(node.port)))
            ]
        }
        guard let text = configuration.desktop.secondaryNode else { return [] }
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let port = parts.count > 1 ? port(parts[1]) : []
        return [FinesseXML("secondaryNode", children: [FinesseXML("host", parts.first ?? "")] + port)]
    }

    /// A node's port, in the forms that have it; there is no notification service, so its ports are left out.
    private func port(_ port: String) -> [FinesseXML] {
        configuration.desktop.systemInfoForm == .short ? [] : [FinesseXML("httpsPort", port)]
    }

    /// The maintenance mode, which nobody has asked for.
    private var maintenance: [FinesseXML] {
        guard configuration.desktop.systemInfoForm == .full else { return [] }
        return [
            FinesseXML("ctiMMode", ""), FinesseXML("ctiTimeInMMode", "-1"), FinesseXML("finesseMMode", ""),
            FinesseXML("finesseTimeInMMode", "-1"),
        ]
    }

    private func userAuthMode(_ name: String) -> SandboxAnswer {
        guard configuration.desktop.servesUserAuthMode else { return ApiError.authModeDisabled.answer }
        guard configuration.authenticationMode == .hybrid, let user = directory.user(named: name) else {
            return ApiError.userNotFound(name).answer
        }
        let mode = user.usesSSO ? SandboxAuthenticationMode.sso : .nonSSO
        return .xml(FinesseXML("UserAuthMode", children: [FinesseXML("authMode", mode.rawValue)]).text())
    }

    private func show(_ name: String, _ request: SandboxRequest) async -> SandboxAnswer {
        switch await authenticate(request) {
        case .failure(let refusal):
            return refusal.error.answer
        case .success(let caller):
            guard let user = directory.user(named: name) else { return ApiError.userNotFound(name).answer }
            let findsName = configuration.deployment == .uccx || configuration.desktop.findsUsersByLoginName
            guard findsName || user.loginId == name else { return ApiError.otherUser(name).answer }
            let supervises = caller.isSupervisor && caller.teamId == user.teamId
            guard user.loginId == caller.loginId || supervises else { return ApiError.otherUser(name).answer }
            let agent = await world.agent(user.loginId)
            return .xml(UserDocument(directory: directory).text(user, agent, askedFor: name))
        }
    }

    private func change(_ name: String, _ request: SandboxRequest) async -> SandboxAnswer {
        switch await authenticate(request) {
        case .failure(let refusal):
            return refusal.error.answer
        case .success(let caller):
            guard let user = directory.user(named: name) else { return ApiError.userNotFound(name).answer }
            // Unified CCE takes the login id only, whatever the name lookup allows.
            let isId = configuration.deployment == .uccx || user.loginId == name
            guard user.loginId == caller.loginId, isId else { return ApiError.otherUser(name).answer }
            let type = request.header("content-type")?.split(separator: ";").first.map(String.init)?.trimmed ?? ""
            guard ["application/xml", "text/xml"].contains(type.lowercased()) else {
                return ApiError(
                    status: 415,
                    type: "Bad Request",
                    message: "The Content-Type must be application/xml",
                    data: type,
                    refusal: .badBody
                ).answer
            }
            switch UserDocument.read(request.body) {
            case .failure(let refusal):
                return refusal.error.answer
            case .success(let asked):
                if let error = await world.requestChange(asked, of: user.loginId) { return error.answer }
                return SandboxAnswer(status: 202, headers: [("Content-Length", "0")])
                    .noting("asked for \(asked.state ?? "")")
            }
        }
    }

    /// Answers a call of the tables.
    ///
    /// Source: Finesse REST guide, the configuration APIs' 403 `Forbidden` on the secondary node.
    private func route(_ request: SandboxRequest, _ path: [String]) async -> SandboxAnswer {
        let fitting = Self.routes.compactMap { route in route.match(path).map { (route: route, values: $0) } }
        guard let words = fitting.map(\.route.wordCount).max() else { return ApiError.notFound(request.path).answer }
        let meant = fitting.filter { $0.route.wordCount == words }
        let readsOnExpress = configuration.deployment == .uccx && request.method == "GET"
        if request.node > 0, meant.contains(where: \.route.isConfiguration), !readsOnExpress {
            return ApiError.secondary(.secondaryNode).answer
        }
        guard let (route, values) = meant.first(where: { $0.route.method == request.method }) else {
            return ApiError.methodNotAllowed("There is no \(request.method) here", request.path).answer
        }
        guard route.platform == nil || route.platform == configuration.deployment else {
            return ApiError.notImplemented(request.path).answer
        }
        let caller: RESTCaller
        switch await authenticateCaller(request) {
        case .failure(let refusal): return refusal.error.answer
        case .success(let who): caller = who
        }
        guard route.who != .administrator || caller == .administrator else {
            return ApiError.notAuthorized(caller.user?.loginId ?? "").answer
        }
        return await route.perform(
            RESTCall(
                world: world,
                request: request,
                origins: origins,
                path: values,
                query: request.query,
                caller: caller
            )
        )
    }

    private func authenticateCaller(_ request: SandboxRequest) async -> Result<RESTCaller, ApiErrorAnswer> {
        if case .basic(let name, let password) = RESTCredentials(request.header("authorization")) {
            switch await world.checkAdministrator(name, password: password) {
            case .right: return .success(.administrator)
            case .wrong: return .failure(ApiErrorAnswer(error: .notAuthenticated(name)))
            case .locked: return .failure(ApiErrorAnswer(error: .notAuthenticated(name, refusal: .locked)))
            case nil: break
            }
        }
        return await authenticate(request).map { .user($0) }
    }

    /// Finds out who asks, by the rules of the system's mode.
    private func authenticate(_ request: SandboxRequest) async -> Result<SandboxUser, ApiErrorAnswer> {
        func refuse(_ error: ApiError) -> Result<SandboxUser, ApiErrorAnswer> {
            .failure(ApiErrorAnswer(error: error))
        }
        switch RESTCredentials(request.header("authorization")) {
        case .bearer(let token):
            guard await !world.fails(.tokensVoid) else { return refuse(.notAuthenticated(refusal: .switchedFailure)) }
            guard configuration.authenticationMode != .nonSSO else {
                return refuse(.notAuthenticated(refusal: .wrongMode))
            }
            guard let identity = await identity(of: token), let user = directory.user(of: identity) else {
                return refuse(.notAuthenticated())
            }
            guard configuration.authenticationMode == .sso || user.usesSSO else {
                return refuse(.notAuthenticated(user.loginName, refusal: .wrongMode))
            }
            return .success(user)
        case .basic(let name, let password):
            guard let user = directory.user(named: name) else { return refuse(.notAuthenticated(name)) }
            guard
                configuration.authenticationMode == .nonSSO
                    || (configuration.authenticationMode == .hybrid && !user.usesSSO)
            else { return refuse(.notAuthenticated(name, refusal: .wrongMode)) }
            switch await world.checkPassword(password, of: user) {
            case .right: return .success(user)
            case .wrong: return refuse(.notAuthenticated(name))
            case .locked: return refuse(.notAuthenticated(name, refusal: .locked))
            }
        case nil:
            return refuse(.notAuthenticated())
        }
    }

    private func identity(of token: String) async -> SandboxIdentity? {
        switch configuration.tokens.form {
        case .signed: mint.verify(accessToken: token, now: world.clock.now)
        case .opaque: await world.identity(ofOpaque: token)
        }
    }
}

// Refreshing a pair of tokens.

extension DesktopService {
    /// Exchanges a pair of tokens for a new one.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - form: Where the two tokens are: the body's form, or the query of a GET.
    /// - Returns: The JSON of the new pair, a redirect to a new sign-in, or an error.
    ///
    /// Source: Finesse 12.5(1) developer guide, page 193; Client Integration, step 7.
    func refresh(_ request: SandboxRequest, form: FormFields) async -> SandboxAnswer {
        if let refusal = modeRefusal { return refusal }
        guard let userName = userName(request) else { return Self.missing("cc_username") }
        guard let access = form["token"], !access.isEmpty else { return Self.missing("token") }
        guard let refresh = form["refresh-token"], !refresh.isEmpty else { return Self.missing("refresh-token") }
        let asked = { (name: String) in form[name] ?? request.query[name] }
        let session = DesktopSession(
            userName: userName,
            returnsUser: settings.alwaysReturnsUser || asked("return_user") == "yes",
            returnsRefreshToken: settings.refreshReturnsRefreshToken && asked("return_refresh_token") == "true",
            isTest: false,
            state: await world.makeState()
        )
        switch await world.claimRefresh(access: access, refresh: refresh, userName: userName) {
        case .success(let record):
            let end = world.configuration.tokens.refreshLifetimeSlides ? nil : record.refreshExpires
            guard let tokens = await issue(record.identity, end: end) else { return Self.unavailable }
            return tokenAnswer(tokens, session).noting("refreshed")
        case .failure(.expired):
            return await answerExpired(session, request)
        case .failure(.pairInvalid):
            return Self.refuse(
                401,
                "The tokens do not belong together or were used already",
                "refresh-token",
                .refreshPairInvalid
            )
        case .failure(.wrongUser):
            return Self.refuse(401, "The tokens belong to another user", "cc_username", .refreshWrongUser)
        }
    }

    private func answerExpired(_ session: DesktopSession, _ request: SandboxRequest) async -> SandboxAnswer {
        let message = "The access token or the refresh token has expired"
        return switch settings.expiredRefreshAnswer {
        case .redirect: await start(session, request).refusing(.refreshExpired)
        case .badRequest: Self.refuse(400, message, "refresh-token", .refreshExpired)
        case .unauthorized: Self.refuse(401, message, "refresh-token", .refreshExpired)
        }
    }
}

// The page that tries the whole chain without starting an agent's session.

extension DesktopService {
    /// Runs the sign-in and shows its outcome.
    ///
    /// Source: Finesse 12.5(1) developer guide, pages 189 and 190.
    func test(_ request: SandboxRequest) async -> SandboxAnswer {
        if let refusal = modeRefusal { return refusal }
        let open = await world.desktopSession(ids: request.cookieValues(CookieTable.desktopSession))
        guard let (id, session) = open, session.isTest, let tokens = session.tokens else {
            let session = DesktopSession(
                userName: "",
                returnsUser: true,
                returnsRefreshToken: false,
                isTest: true,
                state: await world.makeState()
            )
            return await start(session, request)
        }
        await world.updateDesktopSession(id) { $0.tokens = nil }
        let outcome = settings.testOutcome
        let passes = outcome == .passes
        let page = DesktopPages.test(
            error: passes ? "" : outcome.rawValue,
            user: tokens.identity,
            expires: tokens.accessExpires
        )
        return page.answer(status: passes ? 200 : 401)
            .setting(
                SetCookie(
                    name: "ssotest",
                    value: passes ? "true" : "false",
                    path: "/desktop",
                    isHTTPOnly: false,
                    sameSite: .lax
                )
            )
    }
}

extension ProviderService {
    /// What is asked after the password, in order.
    var furtherSteps: [ProviderStep] {
        let settings = world.configuration.identityProvider
        return (settings.oneTimeCode == nil ? [] : [.oneTimeCode])
            + (settings.asksForConsent ? [.consent] : [])
            + (settings.asksToStaySignedIn ? [.staySignedIn] : [])
    }

    /// The first page after the right password; nil where nothing more is asked.
    func furtherPage(for user: SandboxUser, _ request: SandboxRequest) async -> SandboxAnswer? {
        await page(ProviderProgress(loginName: user.loginName, steps: furtherSteps), request)
    }

    /// Judges the answer to a page after the password.
    ///
    /// - Parameters:
    ///   - id: The id of how far the user has come.
    ///   - received: The request that waits for the user.
    ///   - request: The answer.
    /// - Returns: The next page, the same one again, or the way back.
    func proceed(_ id: String, _ received: ReceivedAuthnRequest, _ request: SandboxRequest) async -> SandboxAnswer {
        guard var progress = await world.takeProgress(id), let step = progress.steps.first,
            request.form["AuthMethod"] == step.rawValue, let user = world.directory.user(named: progress.loginName)
        else { return incomplete() }
        switch step {
        case .oneTimeCode:
            let secret = world.configuration.identityProvider.oneTimeCode ?? ""
            let code = request.form["VerificationCode"] ?? ""
            guard await world.accepts(code: code, of: user.loginName, secret: secret) else {
                let again = await page(progress, request, error: "The code is wrong. Enter the one that is shown now.")
                return (again ?? incomplete()).refusing(.wrongCode)
            }
        case .consent:
            guard request.form["Answer"] == "yes" else { return incomplete().refusing(.noConsent) }
        case .staySignedIn: break
        }
        progress.steps.removeFirst()
        if let next = await page(progress, request) { return next }
        return await finish(received, for: user)
    }

    private func page(
        _ progress: ProviderProgress,
        _ request: SandboxRequest,
        error: String = ""
    ) async -> SandboxAnswer? {
        guard let step = progress.steps.first else { return nil }
        let id = await world.keepProgress(progress)
        let action = origins.text(.identityProvider) + "/adfs/ls/?" + request.rawQuery
        return ProviderPages.page(for: step, action: action, progress: id, error: error).answer(status: 200)
    }
}
